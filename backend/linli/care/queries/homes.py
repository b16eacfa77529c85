"""Homes as those who help see them."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, and_, exists, or_, select

from linli.care.models.care_task import CareTask, CareTaskStep
from linli.care.queries.places import assignments, covers
from linli.community.public import HOUSEHOLD_PLACES, HOUSEHOLDS
from linli.kernel.access.actor import Actor, Permission, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

tasks = table(CareTask)
steps = table(CareTaskStep)


@dataclass(frozen=True)
class Home:
    """A home behind its door."""

    id: UUID
    code: str
    building_id: UUID | None
    stairwell_id: UUID | None


async def homes_to_help(
    tx: Tx, actor: Actor, permission: Permission, household_ids: Collection[UUID]
) -> dict[UUID, Home]:
    """Those of these homes that are the actor's to help, by id.

    They are in buildings where the actor may, or the actor has ever had the door in a canvass or a
    task there: what was recorded without a network still comes in after a door went to somebody
    else.
    """
    here, reach = HOUSEHOLDS.c, actor.reach(permission, Scope.BUILDING)
    asks = HOUSEHOLD_PLACES.where(here.id.in_(household_ids))
    if reach is not None:
        known = or_(_had_door(actor), _had_task(actor))
        asks = asks.where(or_(here.building_id.in_(reach), known) if reach else known)
    rows = await tx.rows(asks, {"community_id": tx.community})
    return {row["id"]: _home(row) for row in rows}


def _had_door(actor: Actor) -> ColumnElement[bool]:
    return exists().where(assignments.c.account_id == actor.account_id, covers())


def _had_task(actor: Actor) -> ColumnElement[bool]:
    theirs = and_(steps.c.community_id == tasks.c.community_id, steps.c.task_id == tasks.c.id)
    return exists().where(
        tasks.c.community_id == HOUSEHOLDS.c.community_id,
        tasks.c.household_id == HOUSEHOLDS.c.id,
        theirs,
        or_(steps.c.to_account_id == actor.account_id, steps.c.by == actor.account_id),
    )


def _home(row: Row) -> Home:
    return Home(row["id"], row["code"], row["building_id"], row["stairwell_id"])


async def lock_homes(tx: Tx, household_ids: Collection[UUID]) -> None:
    """Have the register to oneself at these doors until the transaction ends.

    All that writes needs, or seals under a person's key, goes through here, always in the order of
    ids: so no key is destroyed while somebody seals with it, and no duplicate slips in.
    """
    c = HOUSEHOLDS.c
    asks = (
        select(c.id)
        .where(c.community_id == tx.community, c.id.in_(household_ids))
        .order_by(c.id)
        .with_for_update(key_share=True)
    )
    await tx.rows(asks)
