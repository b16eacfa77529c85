"""Suggestions on both databases: sealed, opened on record, confirmed, dismissed, forgotten."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import insert

from factories.care_register import (
    MORNING,
    Town,
    act,
    at,
    count_of,
    make_town,
    need_body,
    rows_of,
    run_due,
)
from linli.care.actions.close_suggestion import close_suggestion
from linli.care.actions.confirm_suggestion import confirm_suggestion
from linli.care.actions.open_noticed import open_noticed
from linli.care.actions.suggest_help import KEEP_SUGGESTION, HeardHelp, suggest_help
from linli.care.models.need_suggestion import NeedSuggestion
from linli.care.models.register import AssistanceNeed
from linli.care.queries.suggestions import list_suggestions
from linli.care.schemas.need import NeedCreate, OpeningIn
from linli.community.models import RosterSuggestion
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem
from linli.kernel.vault.models import VaultKey, VaultOpening
from linli.kernel.vault.vault import Place, seal_content

PURPOSE = "ask at the door"


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    clock.set_clock(lambda: MORNING)
    yield
    clock.set_clock(None)


async def heard(database: Database, town: Town, *more: HeardHelp) -> UUID:
    first = HeardHelp(new_id(), town.doors[0], ["stair_support"], "走不动楼梯")
    await act(database, town, suggest_help, town.volunteer.actor, [first, *more])
    rows = await rows_of(database, town, NeedSuggestion, visit_id=first.visit_id)
    return UUID(str(rows[0]["id"]))


async def from_roster(database: Database, town: Town) -> UUID:
    """A suggestion as the roster import leaves it."""
    suggestion_id = new_id()

    async def keep(tx: Tx) -> None:
        place = Place("roster_suggestion", suggestion_id, suggestion_id)
        row = {
            "community_id": tx.community,
            "id": suggestion_id,
            "household_id": town.doors[1],
            "sealed": await seal_content(tx, place, {"kinds": ["home_visit"]}),
            "marks": b"",
            "made_at": MORNING,
        }
        await tx.execute(insert(table(RosterSuggestion)).values(row))

    await act(database, town, keep)
    return suggestion_id


def confirmation(town: Town, door: int = 0) -> NeedCreate:
    return NeedCreate.model_validate({"id": str(new_id()), **need_body(town.doors[door])})


async def test_visits_and_roster_suggest_together_and_nothing_is_told_unopened(
    database: Database,
) -> None:
    town = await make_town(database)
    empty = HeardHelp(new_id(), town.doors[2], [], None)
    visit, roster = await heard(database, town, empty), await from_roster(database, town)
    async with database.transaction(write=False) as tx:
        await tx.enter(town.community_id)
        found = await list_suggestions(tx, town.social_worker.actor)
    assert {(item["id"], item["source"]) for item in found["items"]} == {
        (visit, "door_visit"),
        (roster, "roster"),
    }
    told = repr(found)
    assert "stair_support" not in told
    assert "home_visit" not in told
    assert "走不动" not in repr(await rows_of(database, town, NeedSuggestion))


async def test_opening_a_suggestion_is_recorded_whatever_it_came_from(database: Database) -> None:
    town = await make_town(database)
    visit, roster = await heard(database, town), await from_roster(database, town)
    worker = town.social_worker.actor
    opened = [
        await act(
            database, town, open_noticed, worker, each, OpeningIn(id=new_id(), purpose=PURPOSE)
        )
        for each in (visit, roster)
    ]
    assert [(each["kinds"], each["note"]) for each in opened] == [
        (["stair_support"], "走不动楼梯"),
        (["home_visit"], None),
    ]
    openings = await rows_of(database, town, VaultOpening)
    assert {row["record_id"] for row in openings} == {visit, roster}


@pytest.mark.parametrize("door", [0, 1])
async def test_confirming_registers_a_need_with_its_consent_and_erases_the_suggestion(
    database: Database, door: int
) -> None:
    town = await make_town(database)
    suggestion = await heard(database, town) if door == 0 else await from_roster(database, town)
    body, worker = confirmation(town, door), town.social_worker.actor
    verdict = await act(database, town, confirm_suggestion, worker, suggestion, body)
    assert verdict.name == "accepted"
    again = await act(database, town, confirm_suggestion, worker, suggestion, body)
    assert again.name == "duplicate"
    assert await count_of(database, town, AssistanceNeed) == 1
    with pytest.raises(Problem) as gone:
        await act(
            database, town, open_noticed, worker, suggestion, OpeningIn(id=new_id(), purpose="x")
        )
    assert gone.value.code in {"erased", "not_found"}
    keys = {row["id"] for row in await rows_of(database, town, VaultKey)}
    assert suggestion not in keys


async def test_a_confirmation_for_another_door_registers_nothing(database: Database) -> None:
    town = await make_town(database)
    suggestion = await heard(database, town)
    body = confirmation(town, 3)
    with pytest.raises(Problem) as refused:
        await act(database, town, confirm_suggestion, town.social_worker.actor, suggestion, body)
    assert refused.value.errors[0].code == "other_household"
    assert await count_of(database, town, AssistanceNeed) == 0


async def test_a_dismissed_suggestion_is_erased_and_cannot_be_handled_again(
    database: Database,
) -> None:
    town = await make_town(database)
    suggestion, worker = await heard(database, town), town.social_worker.actor
    await act(database, town, close_suggestion, worker, suggestion, "dismissed", reason="mistake")
    (row,) = await rows_of(database, town, NeedSuggestion)
    assert (row["outcome"], row["sealed"]) == ("dismissed", None)
    assert await count_of(database, town, VaultKey) == 0
    with pytest.raises(Problem) as refused:
        await act(database, town, close_suggestion, worker, suggestion, "dismissed")
    assert refused.value.code == "suggestion_handled"


async def test_what_nobody_asks_about_is_forgotten(database: Database) -> None:
    town = await make_town(database)
    await heard(database, town)
    at(days=KEEP_SUGGESTION.days)
    await run_due(database, town)
    (row,) = await rows_of(database, town, NeedSuggestion)
    assert (row["outcome"], row["sealed"]) == ("expired", None)
    assert await count_of(database, town, VaultKey) == 0


async def test_a_visit_that_is_told_twice_suggests_once(database: Database) -> None:
    town = await make_town(database)
    noticed = HeardHelp(new_id(), town.doors[0], ["shopping"])
    for _ in range(2):
        await act(database, town, suggest_help, town.volunteer.actor, [noticed])
    assert await count_of(database, town, NeedSuggestion) == 1
