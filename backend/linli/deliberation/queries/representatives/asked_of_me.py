"""What elections ask of an actor: to answer a nomination, to vote for a home."""

from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, select

from linli.community.public import BUILDINGS, homes_of
from linli.deliberation.permissions.representatives import CAST_SECRET_BALLOT, NOMINATE
from linli.deliberation.queries.representatives.candidacies import ASKED
from linli.deliberation.queries.representatives.tables import (
    candidacies,
    election_homes,
    elections,
    of_building,
    roll,
)
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx

_e = elections.c
_ELECTION = (
    _e.id.label("election_id"),
    BUILDINGS.c.code.label("building_code"),
    BUILDINGS.c.name.label("building_name"),
)


async def nominations_to_answer(tx: Tx, actor: Actor, limit: int) -> list[Row]:
    """Elections in which the actor was nominated and has said neither yes nor no, the oldest first.

    Once voting is opened nobody can answer any more, and nothing is asked.
    """
    if not actor.may(NOMINATE):
        return []
    asks = (
        select(*_ELECTION, _e.term_from, _e.term_until)
        .join_from(elections, BUILDINGS, of_building(elections))
        .join(candidacies, _of_election(candidacies.c))
        .where(
            _e.community_id == tx.community,
            _e.opened_at.is_(None),
            _e.cancelled_at.is_(None),
            candidacies.c.account_id == actor.account_id,
            candidacies.c.state == ASKED,
        )
    )
    return await tx.rows(asks.order_by(_e.id).limit(limit))


async def elections_to_vote_in(tx: Tx, actor: Actor, limit: int) -> list[Row]:
    """Elections that take ballots from homes of the actor which are not on the roll, by closing.

    Only the roll is asked, which says that a home took part and nothing else.
    """
    homes = await homes_of(tx, actor.account_id)
    if not homes or not actor.may(CAST_SECRET_BALLOT):
        return []
    codes: dict[UUID, str] = {home["household_id"]: home["code"] for home in homes}
    h = election_homes.c
    asks = (
        select(*_ELECTION, _e.closes_at, h.household_id)
        .join_from(elections, BUILDINGS, of_building(elections))
        .join(election_homes, _of_election(h))
        .where(
            _e.community_id == tx.community,
            _e.closed_at.is_(None),
            _e.cancelled_at.is_(None),
            _e.closes_at > clock.now(),
            h.household_id.in_(codes),
            ~_on_roll(),
        )
        .order_by(_e.closes_at, _e.id)
    )
    found = groupby(await tx.rows(asks), key=lambda row: row["election_id"])
    return [_with_homes(list(rows), codes) for _, rows in found][:limit]


def _of_election(thing: Any) -> ColumnElement[bool]:
    return and_(thing.community_id == _e.community_id, thing.election_id == _e.id)


def _on_roll() -> ColumnElement[bool]:
    same = roll.c.household_id == election_homes.c.household_id
    return exists().where(_of_election(roll.c), same)


def _with_homes(rows: list[Row], codes: dict[UUID, str]) -> Row:
    return {**rows[0], "homes": sorted(codes[row["household_id"]] for row in rows)}
