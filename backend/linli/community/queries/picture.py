"""The building picture: floors × doors, each door with a mark."""

from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import ColumnElement, FromClause, ScalarSelect, and_, bindparam, select

from linli.community.models import Building, Household, Stairwell
from linli.community.queries.scope import require_reach
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.rendered import json_rows
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.packing import pack_json
from linli.kernel.problems import not_found

_building = table(Building)
_stairwell = table(Stairwell)
_household = table(Household)
_MINE = bindparam("community_id", type_=Uuid)
_IN_STAIRWELL = _household.c.stairwell_id == _stairwell.c.id
_BESIDE = and_(_household.c.stairwell_id.is_(None), _household.c.building_id == _building.c.id)
"""Shops on the street side belong to a building but to no stairwell."""


def picture_statement(mark: ColumnElement[Any], source: FromClause = _household) -> Fast:
    """The statement behind a picture; other contexts bring their own mark.

    Args:
        mark: what to say of each door, an expression over ``source``; its parameters are given
            to ``read_picture``.
        source: the household table, or a join that keeps one row for each household.
    """
    here = and_(
        _stairwell.c.community_id == _building.c.community_id,
        _stairwell.c.building_id == _building.c.id,
    )
    return Fast(
        select(
            _building.c.id,
            _building.c.code,
            _building.c.name,
            _stairwell.c.id.label("stairwell_id"),
            _stairwell.c.code.label("stairwell_code"),
            _floors().label("floors"),
            _doors(mark, source, _IN_STAIRWELL).label("doors"),
            _doors(mark, source, _BESIDE).label("beside"),
        )
        .outerjoin_from(_building, _stairwell, here)
        .where(_building.c.community_id == _MINE)
        .where(_building.c.id == bindparam("building_id", type_=Uuid))
        .order_by(_stairwell.c.sort_key)
    )


def _doors(
    mark: ColumnElement[Any], source: FromClause, where: ColumnElement[bool]
) -> ScalarSelect[str]:
    doors = (
        select(
            _household.c.id.label("household_id"),
            _household.c.code,
            _household.c.floor,
            _household.c.door,
            _household.c.kind,
            _household.c.occupancy,
            mark.label("mark"),
        )
        .select_from(source)
        .where(_household.c.community_id == _MINE, where)
        .order_by(_household.c.sort_key)
        .correlate(_building, _stairwell)
        .subquery("doors")
    )
    return select(json_rows(doors)).select_from(doors).scalar_subquery()


def _floors() -> ScalarSelect[str]:
    floors = (
        select(_household.c.floor)
        .where(_household.c.community_id == _MINE, _IN_STAIRWELL)
        .distinct()
        .order_by(_household.c.floor.desc())
        .correlate(_building, _stairwell)
        .subquery("floors")
    )
    return select(json_rows(floors)).select_from(floors).scalar_subquery()


BARE_PICTURE = picture_statement(_household.c.occupancy)
"""The picture without any campaign: the mark is how the home is used."""


async def read_picture(
    tx: Tx, actor: Actor, picture: Fast, building_id: UUID, **params: Any
) -> bytes:
    """A building's picture as JSON; the doors pass through as the database rendered them.

    Raises:
        Problem: 404 when the building does not exist or is out of the actor's reach.
    """
    require_reach(actor, building_id)
    return await draw_picture(tx, picture, building_id, **params)


async def draw_picture(tx: Tx, picture: Fast, building_id: UUID, **params: Any) -> bytes:
    """The same for contexts that decide by themselves who may see the building.

    Raises:
        Problem: 404 when the building does not exist.
    """
    asked = {"community_id": tx.community, "building_id": building_id, **params}
    rows = await tx.rows(picture, asked)
    if not rows:
        raise not_found()
    building = {name: rows[0][name] for name in ("id", "code", "name")}
    stairwells = ",".join(_stairwells(rows))
    return f'{{"building":{_json(building)},"stairwells":[{stairwells}]}}'.encode()


def _stairwells(rows: list[Row]) -> list[str]:
    parts = [
        _stairwell_json(row["stairwell_id"], row["stairwell_code"], row["floors"], row["doors"])
        for row in rows
        if row["stairwell_id"] is not None
    ]
    if rows[0]["beside"] != "[]":
        parts.append(_stairwell_json(None, "", "[]", rows[0]["beside"]))
    return parts


def _stairwell_json(stairwell_id: UUID | None, code: str, floors: str, doors: str) -> str:
    numbers = [floor["floor"] for floor in orjson.loads(floors)]
    head = _json({"id": stairwell_id, "code": code, "floors": numbers})
    return f'{head[:-1]},"doors":{doors}}}'


def _json(value: Row) -> str:
    return pack_json(value).decode()
