from uuid import UUID

from sqlalchemy import select

from linli.care.models.register import CareHoliday
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_c = table(CareHoliday).c


async def list_holidays(tx: Tx, _actor: Actor, page: PageAsked) -> Row:
    """Days on which recurring help rests, the earliest first."""
    asks = select(_c.id, _c.on_day, _c.name).where(
        _c.community_id == tx.community, _c.removed_at.is_(None)
    )
    return await page_of(tx, asks, [_c.on_day, _c.id], page, "holidays")


async def read_holiday(tx: Tx, _actor: Actor, holiday_id: UUID) -> Row:
    """One day of the calendar, struck or not.

    Raises:
        Problem: 404.
    """
    asks = select(_c.id, _c.on_day, _c.name).where(
        _c.community_id == tx.community, _c.id == holiday_id
    )
    row = await tx.row(asks)
    if row is None:
        raise not_found()
    return row
