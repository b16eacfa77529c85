"""When something inside fails, nothing is done and nothing is told (ASVS 5.0: 3.5.3, 16.5.3)."""

import httpx
import pytest
from sqlalchemy import func, select

from fixtures.notes import Note
from kernel.conftest import Member
from kernel.test_server import assert_problem
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

SECRET = "postgresql://linli_app@db/linli 13800000000"


def fail(*_: object) -> None:
    raise RuntimeError(SECRET)


async def left_behind(database: Database, member: Member) -> int:
    """How many notes and facts there are."""
    found = 0
    async with database.transaction(write=False) as tx:
        await tx.enter(member.community_id)
        for model in (Note, Fact):
            c = table(model).c
            count = select(func.count()).where(c.community_id == member.community_id)
            found += await tx.scalar(count)
    return found


async def write(member: Member) -> httpx.Response:
    return await member.call("POST", "/notes", json={"id": str(new_id()), "words": "a"})


@pytest.mark.parametrize("step", ["caller", "grants"])
async def test_whoever_cannot_be_recognised_is_let_in_nowhere(
    volunteer: Member, database: Database, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(volunteer.authenticator, step, fail)
    for asked in (write(volunteer), volunteer.call("GET", "/notes")):
        answer = await asked
        assert_problem(answer, 500, "internal")
        assert SECRET not in answer.text
    assert await left_behind(database, volunteer) == 0


@pytest.mark.parametrize(
    "place", ["linli.kernel.facts.record.leaf_bytes", "linli.kernel.facts.record.insert_rows"]
)
async def test_what_cannot_be_recorded_did_not_happen(
    volunteer: Member, database: Database, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(place, fail)
    answer = await write(volunteer)
    assert_problem(answer, 500, "internal")
    assert SECRET not in answer.text
    assert await left_behind(database, volunteer) == 0
    monkeypatch.undo()
    assert (await write(volunteer)).status_code == 201


async def test_a_safe_method_cannot_write_whatever_its_route_does(
    volunteer: Member, database: Database
) -> None:
    """The transaction of a safe method refuses it in the database."""
    answer = await volunteer.call("GET", "/notes/written-by-reading")
    assert answer.status_code == 500
    assert await left_behind(database, volunteer) == 0
