import asyncio

from linli.community.actions.require_project import require_project
from linli.community.facts import notice_published
from linli.community.models import PublicNotice
from linli.community.rules.markdown import render_markdown
from linli.community.schemas.handbook import NoticeIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once


async def publish_notice(tx: Tx, actor: Actor, body: NoticeIn) -> bool:
    """Tell everyone something, from one day until another.

    Returns:
        Whether it is new; ``False`` when the same was sent before.

    Raises:
        Problem: 422 when the project is not known, 409 when the id has another content.
    """
    await require_project(tx, body.project_id)
    html = await asyncio.to_thread(render_markdown, body.body_markdown)
    values = body.model_dump(exclude={"id"})
    if not await create_once(tx, actor, PublicNotice, body, **values, html=html):
        return False
    record(tx, notice_published(actor, body.id, clock.now(), body.until.isoformat()))
    return True
