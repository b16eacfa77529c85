"""Writing the latest about doors, without overwriting what another transaction wrote."""

from collections.abc import Sequence
from functools import cache
from uuid import UUID

from sqlalchemy import and_, bindparam, select, true
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from linli.care.models.canvass import CanvassDoor
from linli.care.queries.door_rows import STATE_COLUMNS
from linli.care.queries.doors_to_log import DoorKey
from linli.kernel.db.fast import Fast
from linli.kernel.db.listed import listed
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.ids import new_id

_doors = table(CanvassDoor)
_KEY = ("community_id", "canvass_id", "household_id")
_FOLDED = (*STATE_COLUMNS, "mark", "done_on", "reminders", "folding")
_ONTO = bindparam("folded_onto", type_=Uuid)
_canvasses, _households = listed("canvasses"), listed("households")
_WRITTEN = Fast(
    select(_doors.c.canvass_id, _doors.c.household_id, _doors.c.id).select_from(
        _households.join(_canvasses, true()).outerjoin(
            _doors,
            and_(
                _doors.c.community_id == bindparam("community", type_=Uuid),
                _doors.c.canvass_id == _canvasses.c.value,
                _doors.c.household_id == _households.c.value,
                _doors.c.folding == bindparam("folding", type_=Uuid),
            ),
        )
    )
)


async def store_doors(tx: Tx, rows: Sequence[Row]) -> dict[DoorKey, UUID]:
    """Write doors that nobody has written since they were read.

    Args:
        tx: the open transaction; it holds all the rows from now on, written or not.
        rows: in the order of their keys; ``folded_onto`` is the folding that was read.

    Returns:
        The ids of the rows written.
    """
    return await _write(tx, _upsert(on_postgres=tx.on_postgres, spare=True), rows)


async def overwrite_doors(tx: Tx, rows: Sequence[Row]) -> dict[DoorKey, UUID]:
    """Write doors whatever stands there, for a transaction that holds the rows already."""
    return await _write(tx, _upsert(on_postgres=tx.on_postgres, spare=False), rows)


async def _write(tx: Tx, write: Fast, rows: Sequence[Row]) -> dict[DoorKey, UUID]:
    folding = new_id()
    await tx.run_many(write, [{**row, "folding": folding} for row in rows])
    asked = {
        "community": tx.community,
        "canvasses": list({row["canvass_id"] for row in rows}),
        "households": [row["household_id"] for row in rows],
        "folding": folding,
    }
    written = await tx.rows(_WRITTEN, asked)
    return {
        (row["canvass_id"], row["household_id"]): row["id"]
        for row in written
        if row["id"] is not None
    }


@cache
def _upsert(*, on_postgres: bool, spare: bool) -> Fast:
    """Insert, or overwrite; with ``spare`` only rows that still are as they were read."""
    insert = (postgres_insert if on_postgres else sqlite_insert)(_doors)
    changed = {name: insert.excluded[name] for name in _FOLDED}
    unmoved = _doors.c.folding == _ONTO if spare else None
    write = insert.inline().on_conflict_do_update(index_elements=_KEY, set_=changed, where=unmoved)
    return Fast(write, (*_KEY, "id", *_FOLDED))
