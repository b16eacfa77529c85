"""How many ballots came in. Nothing here reads an answer."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Select, exists, func, select

from linli.community.public import BUILDINGS
from linli.deliberation.permissions.ballots import SEE_ELECTORS
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.round_rows import place_of, round_row
from linli.deliberation.queries.ballots.tables import (
    ballots,
    beside,
    counted,
    deliveries,
    elector_units,
    electors,
)
from linli.deliberation.rules.ballots.decision_rule import Threshold
from linli.deliberation.rules.ballots.question import Question
from linli.deliberation.rules.ballots.turnout_shown import told_buildings
from linli.deliberation.rules.ballots.weight import Basis
from linli.deliberation.rules.lifecycles.ballot_round import CHOICES_ARE_HIDDEN
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.clock import day_of
from linli.kernel.db.transaction import Row, Tx

_e, _u, _c, _b = electors.c, elector_units.c, counted.c, ballots.c
_COUNTED = beside(counted, electors, _c.elector_id == _e.id)
NOTHING = {"heads": 0, "area_dm2": 0}


async def returned_of(tx: Tx, round_ids: Sequence[UUID]) -> dict[UUID, Row]:
    """Heads and area whose ballot is counted, by round."""
    asks = (
        select(
            _e.round_id,
            func.count().label("heads"),
            func.coalesce(func.sum(_e.area_dm2), 0).label("area_dm2"),
        )
        .join_from(electors, counted, _COUNTED)
        .where(_e.community_id == tx.community, _e.round_id.in_(round_ids))
        .group_by(_e.round_id)
    )
    return {
        row["round_id"]: {"heads": int(row["heads"]), "area_dm2": int(row["area_dm2"])}
        for row in await tx.rows(asks)
    }


async def read_turnout(tx: Tx, actor: Actor, round_id: UUID) -> Row:
    """Turnout by heads and area: as a whole, by way, by building, by day.

    While ballots are taken, that of small buildings is told only to who sees their electors.

    Raises:
        Problem: 404 ``not_found``.
    """
    round_ = await round_row(tx, round_id)
    zone, _ = await place_of(tx)
    electorate = {"heads": round_["heads"] or 0, "area_dm2": round_["area_dm2"] or 0}
    returned = (await returned_of(tx, [round_id])).get(round_id, NOTHING)
    needed = _needed(await questions_of(tx, round_id), returned, electorate)
    return {
        "electorate": electorate,
        "returned": returned,
        "delivered": await _delivered(tx, round_id),
        "by_way": await _by_way(tx, round_id),
        "needed": needed,
        "by_building": _shown(await _by_building(tx, round_id), actor, round_),
        "by_day": await _by_day(tx, round_id, zone),
        "closes_in_seconds": _left(round_),
    }


def _left(round_: Row) -> int | None:
    if round_["state"] != "open":
        return None
    return max(0, int((round_["closes_at"] - clock.now()).total_seconds()))


def _needed(questions: list[Question], returned: Row, electorate: Row) -> list[Row]:
    """On each basis the threshold of participation that asks for most."""
    strictest: dict[Basis, Threshold] = {}
    for question in questions:
        for one in question.decision_rule.participation:
            known = strictest.get(one.basis)
            whole = electorate[one.basis] if one.basis is Basis.HEADS else electorate["area_dm2"]
            if known is None or one.least(whole) > known.least(whole):
                strictest[one.basis] = one
    return [_told(one, returned, electorate) for one in strictest.values()]


def _told(one: Threshold, returned: Row, electorate: Row) -> Row:
    base = "heads" if one.basis is Basis.HEADS else "area_dm2"
    return {
        "of": "participation",
        "basis": one.basis,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "strict": one.strict,
        "least": one.least(electorate[base]),
        "met": one.met_by(returned[base], electorate[base]),
    }


async def _delivered(tx: Tx, round_id: UUID) -> int:
    d = deliveries.c
    brought = exists().where(beside(deliveries, electors, d.elector_id == _e.id))
    asks = select(func.count()).where(
        _e.community_id == tx.community, _e.round_id == round_id, brought
    )
    return int(await tx.scalar(asks.select_from(electors)) or 0)


def _counted_ballots(round_id: UUID, tx: Tx, *columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .join_from(counted, ballots, beside(ballots, counted, _b.id == _c.ballot_id))
        .where(_c.community_id == tx.community, _c.round_id == round_id)
    )


async def _by_way(tx: Tx, round_id: UUID) -> dict[str, int]:
    asks = _counted_ballots(round_id, tx, _b.way, func.count().label("heads")).group_by(_b.way)
    return {row["way"]: int(row["heads"]) for row in await tx.rows(asks)}


async def _by_day(tx: Tx, round_id: UUID, zone: ZoneInfo) -> list[Row]:
    days: dict[Any, int] = {}
    for row in await tx.rows(_counted_ballots(round_id, tx, _b.cast_at)):
        day = day_of(row["cast_at"], zone.key)
        days[day] = days.get(day, 0) + 1
    return [{"day": day, "heads": heads} for day, heads in sorted(days.items())]


def _shown(buildings: list[Row], actor: Actor, round_: Row) -> list[Row]:
    """Buildings as the actor may know them: exactly, by heads alone, or not at all."""
    if round_["state"] not in CHOICES_ARE_HIDDEN:
        return buildings
    reach = actor.reach(SEE_ELECTORS, Scope.BUILDING) if actor.may(SEE_ELECTORS) else ()
    told = told_buildings({row["code"]: row["electorate"]["heads"] for row in buildings})
    return [
        row
        if reach is None or row["building_id"] in reach
        else {**row, "returned": _heads_alone(row, told)}
        for row in buildings
    ]


def _heads_alone(row: Row, told: frozenset[str]) -> Row | None:
    if row["code"] not in told:
        return None
    return {"heads": row["returned"]["heads"], "area_dm2": None}


async def _by_building(tx: Tx, round_id: UUID) -> list[Row]:
    """Electors count in every building where they have a unit, there with the area they have."""
    here = beside(BUILDINGS, elector_units, BUILDINGS.c.id == _u.building_id)
    came = beside(counted, elector_units, _c.elector_id == _u.elector_id)
    every, back = func.count(_u.elector_id.distinct()), func.count(_c.elector_id.distinct())
    area = func.sum(_u.area_dm2)
    asks = (
        select(
            _u.building_id,
            BUILDINGS.c.code,
            BUILDINGS.c.name,
            every.label("heads"),
            area.label("area_dm2"),
            back.label("back"),
            func.coalesce(area.filter(_c.id.is_not(None)), 0).label("back_dm2"),
        )
        .select_from(elector_units.outerjoin(BUILDINGS, here).outerjoin(counted, came))
        .where(_u.community_id == tx.community, _u.round_id == round_id)
        .group_by(_u.building_id, BUILDINGS.c.code, BUILDINGS.c.name, BUILDINGS.c.sort_key)
        .order_by(BUILDINGS.c.sort_key)
    )
    return [
        {
            "building_id": row["building_id"],
            "code": row["code"] or "",
            "name": row["name"] or "",
            "electorate": {"heads": int(row["heads"]), "area_dm2": int(row["area_dm2"])},
            "returned": {"heads": int(row["back"]), "area_dm2": int(row["back_dm2"])},
        }
        for row in await tx.rows(asks)
    ]
