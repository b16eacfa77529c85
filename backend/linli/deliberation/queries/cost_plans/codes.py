"""The codes of buildings and stairwells, for documents that hold ids as text.

They come on their own: joined or looked up by key, PostgreSQL without statistics goes through all
of the community's for each place.
"""

from dataclasses import dataclass
from typing import Any

import orjson
from sqlalchemy import ScalarSelect, Table, select

from linli.community.public import BUILDINGS, STAIRWELLS
from linli.deliberation.queries.cost_plans.tables import MINE
from linli.kernel.db.fast import Fast
from linli.kernel.db.rendered import json_columns
from linli.kernel.db.transaction import Tx


@dataclass(frozen=True, slots=True)
class Codes:
    """Id as text → code."""

    buildings: dict[str, str]
    stairwells: dict[str, str]


def _listed(table: Table) -> ScalarSelect[Any]:
    rows = select(table.c.id, table.c.code).where(table.c.community_id == MINE).subquery()
    return select(json_columns(rows)).select_from(rows).scalar_subquery()


_CODES = Fast(
    select(_listed(BUILDINGS).label("buildings"), _listed(STAIRWELLS).label("stairwells"))
)


async def place_codes(tx: Tx) -> Codes:
    """All codes of the community."""
    row = await tx.row(_CODES, {"community_id": tx.community})
    if row is None:
        raise RuntimeError("a select without a table always has a row")
    return Codes(_by_id(row["buildings"]), _by_id(row["stairwells"]))


def _by_id(columns: str) -> dict[str, str]:
    ids, codes = orjson.loads(columns)
    return dict(zip(ids, codes, strict=True))
