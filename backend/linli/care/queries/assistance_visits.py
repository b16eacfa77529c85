"""Assistance visits without their notes."""

from uuid import UUID

from sqlalchemy import and_, select

from linli.care.permissions.register import SEE_ASSISTANCE_VISITS
from linli.care.queries.known_help import visits
from linli.care.queries.needs import within
from linli.community.public import HOUSEHOLDS
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of


async def list_assistance_visits(
    tx: Tx, actor: Actor, page: PageAsked, care_task_id: UUID | None, household_id: UUID | None
) -> Row:
    """Visits in the actor's buildings, the earliest first, by task or by home."""
    c = visits.c
    home = and_(HOUSEHOLDS.c.community_id == c.community_id, HOUSEHOLDS.c.id == c.household_id)
    names = ("id", "care_task_id", "household_id", "happened_at", "did", "minutes", "outcome")
    asks = (
        select(
            *[c[name] for name in names],
            c.follow_up,
            c.created_at.label("recorded_at"),
            c.created_by.label("recorded_by"),
            c.sealed.is_not(None).label("has_note"),
        )
        .join(HOUSEHOLDS, home)
        .where(c.community_id == tx.community, within(actor, SEE_ASSISTANCE_VISITS))
    )
    if care_task_id is not None:
        asks = asks.where(c.care_task_id == care_task_id)
    if household_id is not None:
        asks = asks.where(c.household_id == household_id)
    keys = [c.happened_at, c.id]
    return await page_of(tx, asks, keys, page, "visits", care_task_id, household_id)
