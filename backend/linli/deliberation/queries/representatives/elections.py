"""Elections as an actor sees them."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from linli.community.public import BUILDINGS, homes_of
from linli.deliberation.permissions.representatives import HOLD_ELECTION
from linli.deliberation.queries.representatives.candidacies import candidates_of
from linli.deliberation.queries.representatives.homes import homes_with_a_voice, own_homes_for
from linli.deliberation.queries.representatives.tables import elections, of_building, roll
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

COUNTS = (
    "outcome",
    "homes",
    "took_part",
    "valid",
    "invalid",
    "blank",
    "elected",
    "tied",
    "seats_open",
)
"""What of a result everybody reads; the votes stand with the candidates."""


async def page_elections(tx: Tx, actor: Actor, building_id: UUID | None, page: PageAsked) -> Row:
    """A page of the community's elections, the oldest first."""
    asks = _all(tx)
    if building_id is not None:
        asks = asks.where(elections.c.building_id == building_id)
    found = await page_of(tx, asks, [elections.c.id], page, "elections", building_id)
    mine = {home["building_id"] for home in await homes_of(tx, actor.account_id)}
    return {**found, "items": [_shown(row, mine) for row in found["items"]]}


async def read_election(tx: Tx, actor: Actor, election_id: UUID) -> Row:
    """One election with candidates and turnout.

    Raises:
        Problem: 404 ``not_found``.
    """
    row = await tx.row(_all(tx).where(elections.c.id == election_id))
    if row is None:
        raise not_found()
    homes = await own_homes_for(tx, actor, row)
    voted = await _voted(tx, election_id, [home["household_id"] for home in homes])
    counted = row["result"] or {}
    return {
        **_shown(row, {home["building_id"] for home in homes}),
        "homes": row["homes"] or await homes_with_a_voice(tx, row["building_id"]),
        "took_part": await _took_part(tx, election_id),
        "candidates": await candidates_of(tx, actor, row, sees_all=actor.may(HOLD_ELECTION)),
        "my_homes": [_own(home, voted) for home in homes],
        "counted": counted,
        "result": _result(counted),
    }


def _result(counted: Row) -> Row | None:
    return {name: counted[name] for name in COUNTS} if counted else None


def _all(tx: Tx) -> Select[Any]:
    hidden = {"community_id", "body_digest", "created_by", "opened_by", "cancelled_by"}
    columns = [column for column in elections.c if column.key not in hidden]
    named = (BUILDINGS.c.code.label("building_code"), BUILDINGS.c.name.label("building_name"))
    return (
        select(*columns, *named)
        .join_from(elections, BUILDINGS, of_building(elections))
        .where(elections.c.community_id == tx.community)
    )


def _shown(row: Row, mine: set[UUID]) -> Row:
    return {**row, "stage": stage_of(row), "is_mine": row["building_id"] in mine}


def stage_of(row: Row) -> str:
    """How far an election has come by now."""
    if row["cancelled_at"] is not None:
        return "cancelled"
    if row["closed_at"] is not None:
        return "closed"
    if row["opened_at"] is None:
        return "nominating"
    return "voting" if clock.now() < row["closes_at"] else "counting"


def _own(home: Row, voted: set[UUID]) -> Row:
    household_id = home["household_id"]
    return {
        "household_id": household_id,
        "code": home["code"],
        "may_vote": home["may_vote"],
        "has_voted": household_id in voted,
    }


async def _voted(tx: Tx, election_id: UUID, household_ids: list[UUID]) -> set[UUID]:
    if not household_ids:
        return set()
    asks = select(roll.c.household_id).where(
        roll.c.community_id == tx.community,
        roll.c.election_id == election_id,
        roll.c.household_id.in_(household_ids),
    )
    return {row["household_id"] for row in await tx.rows(asks)}


async def _took_part(tx: Tx, election_id: UUID) -> int:
    asks = select(func.count()).where(
        roll.c.community_id == tx.community, roll.c.election_id == election_id
    )
    return int(await tx.scalar(asks))


async def locked_election(tx: Tx, election_id: UUID) -> Row:
    """An election that nobody else changes or votes in until this transaction ends.

    Raises:
        Problem: 404 ``not_found``.
    """
    asks = select(elections).where(
        elections.c.community_id == tx.community, elections.c.id == election_id
    )
    row = await tx.row(asks.with_for_update())
    if row is None:
        raise not_found()
    return row
