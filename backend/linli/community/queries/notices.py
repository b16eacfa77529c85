"""Public notices."""

from uuid import UUID

from sqlalchemy import select

from linli.community.models import PublicNotice
from linli.community.queries.communities import time_zone_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_notice = table(PublicNotice)
_COLUMNS = [
    _notice.c[name]
    for name in (
        "id",
        "project_id",
        "title",
        "body_markdown",
        "html",
        "published_on",
        "until",
        "created_at",
    )
]


async def page_notices(tx: Tx, actor: Actor, page: PageAsked, *, current: bool) -> Row:
    """One page of notices by the day they appear, the oldest first.

    Args:
        tx: the open transaction.
        actor: who reads.
        page: what was asked for.
        current: only those shown today, by the community's own calendar.
    """
    asks = select(*_COLUMNS).where(_notice.c.community_id == actor.community_id)
    if current:
        today = clock.today(await time_zone_of(tx, actor.community_id))
        asks = asks.where(_notice.c.published_on <= today, _notice.c.until >= today)
    keys = (_notice.c.published_on, _notice.c.id)
    return await page_of(tx, asks, keys, page, "notices", current)


async def read_notice(tx: Tx, actor: Actor, notice_id: UUID) -> Row:
    """One notice.

    Raises:
        Problem: 404 ``not_found``.
    """
    this = (_notice.c.community_id == actor.community_id, _notice.c.id == notice_id)
    found = await tx.row(select(*_COLUMNS).where(*this))
    if found is None:
        raise not_found()
    return found
