"""When and where the tests of deliberation happen."""

from collections.abc import AsyncIterator, Iterator

import pytest

from factories.ballots import Assembly, assembled
from factories.clock import Clock
from factories.council import NOTICED
from factories.elections import NOW
from factories.house import House, housed
from factories.meeting_place import MeetingPlace, meeting_place
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.db.database import Database


@pytest.fixture
def passing() -> Iterator[Clock]:
    """The day of a session's notice, from which time can pass."""
    made = Clock()
    made.moment = NOTICED
    clock.set_clock(made)
    yield made
    clock.set_clock(None)


@pytest.fixture
async def place(database: Database, config: Settings) -> AsyncIterator[MeetingPlace]:
    """Where neighbours meet."""
    async with meeting_place(database, config) as made:
        yield made


@pytest.fixture
def morning() -> Iterator[None]:
    """The morning on which the people of a house do everything."""
    clock.set_clock(lambda: NOW)
    yield
    clock.set_clock(None)


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    """A house whose owners vote."""
    async with assembled(database, config) as made:
        yield made


@pytest.fixture
async def house(database: Database, config: Settings) -> AsyncIterator[House]:
    """A house of six homes."""
    async with housed(database, config) as made:
        yield made
