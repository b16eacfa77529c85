from uuid import UUID

from sqlalchemy import update

from linli.deliberation.facts.comparison_lists import list_changed
from linli.deliberation.queries.comparison_lists.lists import find_list, lists
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record


async def publish_list(tx: Tx, actor: Actor, list_id: UUID) -> None:
    """Show a list to every household; published once, it stays so.

    Raises:
        Problem: 404.
    """
    await find_list(tx, actor, list_id)
    now = clock.now()
    this = (lists.c.community_id == tx.community, lists.c.id == list_id)
    publish = (
        update(lists)
        .where(*this, lists.c.published_at.is_(None))
        .values(published_at=now, published_by=actor.account_id)
    )
    if (await tx.execute(publish)).rowcount == 1:
        record(tx, list_changed(actor, "published", list_id, now))
