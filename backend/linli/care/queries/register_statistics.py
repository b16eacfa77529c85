"""Counts of active needs, de-identified."""

from collections.abc import Sequence
from typing import Any, get_args

from sqlalchemy import Select, and_, func, select

from linli.care.queries.need_rows import needs
from linli.care.rules.need_words import NeedKind, Urgency
from linli.care.rules.register_statistics import together
from linli.community.public import BUILDINGS, HOUSEHOLDS
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx


async def read_statistics(tx: Tx, _actor: Actor) -> Row:
    """Active needs by kind, urgency and building, without small groups."""
    buildings = await tx.rows(
        select(BUILDINGS.c.id, BUILDINGS.c.code)
        .where(BUILDINGS.c.community_id == tx.community)
        .order_by(BUILDINGS.c.sort_key)
    )
    codes = {row["id"]: row["code"] for row in buildings} | {None: ""}
    counted = await tx.rows(_counts(tx))
    placed = [{**row, "building": codes[row["building_id"]]} for row in counted]
    return together(
        by_kind=_by(counted, "kind", get_args(NeedKind)[::-1]),
        by_urgency=_by(counted, "urgency", get_args(Urgency)),
        by_building=_by(placed, "building", [row["code"] for row in buildings]),
    )


def _counts(tx: Tx) -> Select[Any]:
    keys = (needs.c.kind, needs.c.urgency, HOUSEHOLDS.c.building_id)
    here = and_(
        HOUSEHOLDS.c.community_id == needs.c.community_id, HOUSEHOLDS.c.id == needs.c.household_id
    )
    return (
        select(*keys, func.count().label("count"))
        .join(HOUSEHOLDS, here)
        .where(needs.c.community_id == tx.community, needs.c.status == "active")
        .group_by(*keys)
    )


def _by(counted: Sequence[Row], name: str, groups: Sequence[str]) -> dict[str, int]:
    """Counts by one property, all groups present."""
    sums = dict.fromkeys(groups, 0)
    for row in counted:
        sums[row[name]] = sums.get(row[name], 0) + row["count"]
    return sums
