"""What waits for the social worker."""

from uuid import UUID

from sqlalchemy import and_, select

from linli.care.models.register_duty import RegisterDuty
from linli.care.rules.need_words import DutyKind
from linli.community.public import HOUSEHOLDS
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of

duties = table(RegisterDuty)


async def list_duties(tx: Tx, _actor: Actor, page: PageAsked, kind: DutyKind | None) -> Row:
    """Open duties, the oldest first."""
    c = duties.c
    home = and_(HOUSEHOLDS.c.community_id == c.community_id, HOUSEHOLDS.c.id == c.household_id)
    names = ("id", "kind", "subject_kind", "subject_id", "household_id", "raised_at")
    asks = (
        select(*[c[name] for name in names], HOUSEHOLDS.c.code.label("household_code"))
        .join(HOUSEHOLDS, home)
        .where(c.community_id == tx.community, c.settled_at.is_(None))
    )
    if kind is not None:
        asks = asks.where(c.kind == kind)
    return await page_of(tx, asks, [c.id], page, "duties", kind)


async def locked_duty(tx: Tx, duty_id: UUID) -> Row | None:
    """A duty, held until the transaction ends."""
    c = duties.c
    asks = select(duties).where(c.community_id == tx.community, c.id == duty_id)
    return await tx.row(asks.with_for_update(key_share=True))
