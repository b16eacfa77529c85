"""A session of the past stays as it was held, whoever has a mandate later; on both databases."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from conftest import KEYRING, ROOT
from factories.clock import Clock
from factories.council import Council, accepted, convene, refused
from factories.meeting_place import MeetingPlace, meeting_place
from linli.config import Settings
from linli.identity.models import RoleGrant
from linli.kernel import clock
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate, unmigrate
from linli.kernel.db.rows import table

pytestmark = pytest.mark.usefixtures("passing")

FOLDER = ROOT / "migrations"


@pytest.fixture
async def council(place: MeetingPlace, passing: Clock) -> Council:
    """Two of three representatives came: it can decide."""
    made = await convene(place, passing)
    await made.opened()
    await made.come(*made.representatives[:2])
    return made


async def figures(council: Council) -> list[tuple[Any, ...]]:
    """What the room, the outcome and the roll tell of who was there."""
    quorum = (await council.room())["quorum"]
    outcome = await council.outcome()
    roll = (await council.secretary.told(f"{council.path}/roll"))["items"]
    return [
        (quorum["present"], quorum["mandates"], quorum["least"], quorum["quorate"]),
        (outcome["present"], outcome["mandates"]),
        tuple(sorted((p["name"], p["here"]) for p in roll if p["representative"])),
    ]


async def mandates_change(council: Council, at: datetime) -> None:
    """One who was there is a representative no more; three others become one."""
    c = table(RoleGrant).c
    theirs = (
        c.community_id == council.place.community_id,
        c.account_id == council.representatives[0].account_id,
    )
    async with council.place.database.transaction(write=True) as tx:
        await tx.enter(council.place.community_id)
        await tx.execute(update(table(RoleGrant)).where(*theirs).values(revoked_at=at))
    for each in range(3):
        await council.place.neighbour("representative", f"新代表{each}")


HELD = [(2, 3, 2, True), (2, 3), (("代表0", True), ("代表1", True), ("代表2", False))]


async def test_attendance_and_quorum_of_a_closed_session_stay_as_they_were(
    council: Council, passing: Clock
) -> None:
    await council.secretary.done(f"{council.path}/closing")
    assert await figures(council) == HELD
    passing.pass_by(days=1)
    await mandates_change(council, clock.now())
    assert await figures(council) == HELD


async def test_a_session_that_goes_on_counts_the_mandates_of_now(council: Council) -> None:
    await mandates_change(council, clock.now())
    assert (await figures(council))[0] == (1, 5, 3, False)


async def test_a_session_called_off_in_its_recess_stays_as_it_was(
    council: Council, passing: Clock
) -> None:
    await council.secretary.done(f"{council.path}/recess")
    await council.secretary.done(f"{council.path}/cancellation", {"reason": "停电"})
    passing.pass_by(days=1)
    await mandates_change(council, clock.now())
    assert await figures(council) == HELD


async def test_who_had_a_mandate_then_is_noted_after_the_closing_and_who_has_one_now_is_not(
    council: Council, passing: Clock
) -> None:
    """The secretary corrects the attendance until the minutes are handed in, and says why."""
    await council.secretary.done(f"{council.path}/closing")
    passing.pass_by(minutes=5)
    await mandates_change(council, clock.now())
    newcomer = await council.place.neighbour("representative", "新代表")
    await accepted(council.secretary, council.here(newcomer, reason="漏签了"))
    assert await figures(council) == HELD
    await accepted(council.secretary, council.here(council.representatives[2], reason="漏签了"))
    assert (await figures(council))[:2] == [(3, 3, 2, True), (3, 3)]


async def test_after_the_closing_nobody_but_the_secretary_puts_the_attendance_right_and_says_why(
    council: Council, passing: Clock
) -> None:
    late = council.representatives[2]
    during = council.here()
    passing.pass_by(minutes=5)
    await council.secretary.done(f"{council.path}/closing")
    passing.pass_by(minutes=5)
    assert await refused(late, council.here()) == "session_moved"
    assert await refused(council.secretary, council.here(late)) == "correction_needs_reason"
    assert await figures(council) == HELD
    await accepted(council.secretary, council.here(late, reason="签到表上有他"))
    (fact,) = await council.place.facts("deliberation.attendance.corrected")
    assert fact["actor_id"] == council.secretary.account_id
    other = council.representatives[1]
    await accepted(other, during)


async def test_the_database_refuses_to_change_who_had_a_mandate(council: Council) -> None:
    await council.secretary.done(f"{council.path}/closing")
    for change in (
        "UPDATE session_mandate SET account_id = account_id",
        "DELETE FROM session_mandate",
    ):
        with pytest.raises(DBAPIError):
            await run(council.place.database, council, change)


async def run(database: Database, council: Council, statement: str) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(council.place.community_id)
        await tx.execute(text(statement))


async def test_sessions_that_were_held_before_get_the_mandates_of_their_day(
    empty_database: Callable[[], tuple[str, str]], config: Settings, passing: Clock
) -> None:
    owner, _ = empty_database()
    database = open_database(owner, KEYRING)
    await migrate(database.writer, FOLDER)
    async with meeting_place(database, config.model_copy(update={"database_url": owner})) as place:
        council = await convene(place, passing)
        await council.opened()
        await council.come(*council.representatives[:2])
        await council.secretary.done(f"{council.path}/closing")
        passing.pass_by(days=1)
        await mandates_change(council, clock.now())
        await unmigrate(database.writer, FOLDER, "held_schemes")
        await migrate(database.writer, FOLDER)
        assert await figures(council) == HELD
    await database.close()
