"""Everything that happened at doors, to fold it from the beginning."""

from collections.abc import Collection
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from linli.care.models.canvass import DoorReopening
from linli.care.models.door_visit import DoorVisit
from linli.care.queries.doors_to_log import DoorKey
from linli.care.rules.clock_drift import counted_at
from linli.care.rules.door_events import Event, Reopening, Visit
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

visits = table(DoorVisit)
reopenings = table(DoorReopening)


async def door_history(tx: Tx, keys: Collection[DoorKey]) -> dict[DoorKey, dict[UUID, Event]]:
    """The events at each door, by their ids."""
    found: dict[DoorKey, dict[UUID, Event]] = {key: {} for key in keys}
    asked = {
        "community": tx.community,
        "canvasses": list({canvass_id for canvass_id, _ in keys}),
        "households": list({household_id for _, household_id in keys}),
    }
    for statement, event_of in ((_visits(), visit_of), (_reopenings(), _reopening_of)):
        for row in await tx.rows(statement, asked):
            key = row["canvass_id"], row["household_id"]
            if key in found:
                found[key][row["id"]] = event_of(row)
    return found


def visit_of(row: Row) -> Visit:
    """A visit's row as an event."""
    return Visit(
        row["id"],
        counted_at(row["happened_at"], row["created_at"]),
        row["outcome"],
        row["stance"],
        row["leave_alone"],
        row["next_at"],
        row["next_part"],
    )


def _reopening_of(row: Row) -> Reopening:
    return Reopening(row["id"], row["created_at"])


@cache
def _visits() -> Select[Any]:
    c = visits.c
    columns = (c.happened_at, c.created_at, c.outcome, c.stance, c.leave_alone, c.next_at)
    return _at_doors(visits, *columns, c.next_part)


@cache
def _reopenings() -> Select[Any]:
    return _at_doors(reopenings, reopenings.c.created_at)


def _at_doors(of: Any, *columns: Any) -> Select[Any]:
    return select(of.c.id, of.c.canvass_id, of.c.household_id, *columns).where(
        of.c.community_id == bindparam("community"),
        of.c.canvass_id.in_(bindparam("canvasses", expanding=True)),
        of.c.household_id.in_(bindparam("households", expanding=True)),
    )
