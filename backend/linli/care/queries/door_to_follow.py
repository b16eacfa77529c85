from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import and_, select

from linli.care.queries.places import canvasses, communities, doors, same_community
from linli.kernel import clock
from linli.kernel.db.transaction import Tx


@dataclass(frozen=True)
class DoorToFollow:
    """What the worker needs to know of a door."""

    canvass_id: UUID
    state: str
    due_at: datetime | None
    reminders: int
    ends_on: date
    time_zone: str

    @property
    def is_over(self) -> bool:
        """Whether the canvass has ended, by the community's calendar."""
        return clock.today(self.time_zone) > self.ends_on


async def door_to_follow(tx: Tx, door_id: UUID) -> DoorToFollow:
    """A door by the id under which work is scheduled for it."""
    canvass = and_(same_community(canvasses, doors), canvasses.c.id == doors.c.canvass_id)
    asks = (
        select(
            doors.c.canvass_id,
            doors.c.state,
            doors.c.due_at,
            doors.c.reminders,
            canvasses.c.ends_on,
            communities.c.time_zone,
        )
        .join_from(doors, canvasses, canvass)
        .join(communities, communities.c.id == doors.c.community_id)
        .where(doors.c.community_id == tx.community, doors.c.id == door_id)
    )
    row = await tx.row(asks)
    if row is None:
        raise RuntimeError("doors are never deleted")
    return DoorToFollow(**row)
