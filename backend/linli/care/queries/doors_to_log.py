"""All that logging visits needs to know of the doors, in one statement."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import and_, bindparam, select, true

from linli.care.queries.door_rows import STATE_COLUMNS, state_of
from linli.care.queries.places import (
    assignments,
    canvasses,
    communities,
    covers,
    doors,
    households,
    oversees,
    project_buildings,
    same_community,
)
from linli.care.rules.canvass_window import in_window, was_assigned
from linli.care.rules.door_state import DoorState
from linli.kernel.access.actor import Actor
from linli.kernel.clock import day_of
from linli.kernel.db.fast import Fast
from linli.kernel.db.listed import listed
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

DoorKey = tuple[UUID, UUID]
"""``(canvass_id, household_id)``."""


@dataclass
class DoorToLog:
    """A door as visitors stand before it."""

    canvass_id: UUID
    household_id: UUID
    building_id: UUID
    zone: ZoneInfo
    starts_on: date
    ends_on: date
    state: DoorState
    folding: UUID | None
    """Names the folding that wrote the state; ``None`` where nothing has happened yet."""
    visitors: dict[UUID, datetime | None]
    """To whom it is assigned, and when that was withdrawn."""

    def is_for(self, actor: Actor, happened_at: datetime, now: datetime) -> bool:
        """Whether the actor could visit it then."""
        if oversees(actor, self.building_id):
            return True
        if actor.account_id not in self.visitors:
            return False
        withdrawn_at = self.visitors[actor.account_id]
        return withdrawn_at is None or was_assigned(withdrawn_at, happened_at, now)

    def assign(self, account_id: UUID, withdrawn_at: datetime | None) -> None:
        """Of several assignments the one that lasted longest counts."""
        known = self.visitors.setdefault(account_id, withdrawn_at)
        if known is not None:
            self.visitors[account_id] = withdrawn_at and max(known, withdrawn_at)

    def is_open(self, happened_at: datetime, now: datetime) -> bool:
        """Whether the canvass takes a visit of then."""
        zone = self.zone.key
        days = day_of(happened_at, zone), day_of(now, zone)
        return in_window(self.starts_on, self.ends_on, *days)


async def doors_to_log(
    tx: Tx, accounts: Collection[UUID], keys: Collection[DoorKey]
) -> dict[DoorKey, DoorToLog]:
    """The doors that exist, by key; to which of the accounts they are assigned stands in each."""
    asked = {
        "community": tx.community,
        "accounts": list(accounts),
        "canvasses": list({canvass_id for canvass_id, _ in keys}),
        "households": list({household_id for _, household_id in keys}),
    }
    found: dict[DoorKey, DoorToLog] = {}
    for row in await tx.rows(_DOORS, asked):
        if row["building_id"] is None:  # the canvass does not concern the household
            continue
        key = row["canvass_id"], row["household_id"]
        door = found.get(key) or found.setdefault(key, _door(row))
        if row["account_id"] is not None:
            door.assign(row["account_id"], row["withdrawn_at"])
    return found


def _door(row: Row) -> DoorToLog:
    return DoorToLog(
        row["canvass_id"],
        row["household_id"],
        row["building_id"],
        ZoneInfo(row["time_zone"]),
        row["starts_on"],
        row["ends_on"],
        state_of(row),
        row["folding"],
        {},
    )


def _doors() -> Fast:
    """From the lists to the doors by their keys, whatever else a community holds."""
    community = bindparam("community", type_=Uuid)
    given, at = listed("canvasses"), listed("households")
    concerned = and_(
        same_community(project_buildings, households),
        project_buildings.c.project_id == canvasses.c.project_id,
        project_buildings.c.building_id == households.c.building_id,
    )
    door = and_(
        same_community(doors, households),
        doors.c.canvass_id == canvasses.c.id,
        doors.c.household_id == households.c.id,
    )
    mine = and_(
        same_community(assignments, canvasses),
        assignments.c.canvass_id == canvasses.c.id,
        assignments.c.account_id.in_(select(listed("accounts").c.value)),
        covers(),
    )
    here = (
        at.join(given, true())
        .outerjoin(
            households,
            and_(households.c.community_id == community, households.c.id == at.c.value),
        )
        .outerjoin(
            canvasses,
            and_(canvasses.c.community_id == community, canvasses.c.id == given.c.value),
        )
        .outerjoin(project_buildings, concerned)
        .outerjoin(doors, door)
        .outerjoin(assignments, mine)
        .outerjoin(communities, communities.c.id == canvasses.c.community_id)
    )
    columns = (
        project_buildings.c.building_id,
        canvasses.c.id.label("canvass_id"),
        households.c.id.label("household_id"),
        communities.c.time_zone,
        canvasses.c.starts_on,
        canvasses.c.ends_on,
        assignments.c.account_id,
        assignments.c.withdrawn_at,
        doors.c.folding,
        *[doors.c[name] for name in STATE_COLUMNS],
    )
    return Fast(select(*columns).select_from(here))


_DOORS = _doors()
