from uuid import UUID

from linli.care.actions.end_need import Ending
from linli.care.actions.end_once import end_once
from linli.care.queries.need_rows import needs_by_id
from linli.care.schemas.need import EndIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import not_found


async def finish_need(tx: Tx, actor: Actor, need_id: UUID, body: EndIn) -> bool:
    """End a need because help is no longer needed; its content is erased.

    Returns:
        Whether it is new; ``False`` when it was ended just so before.

    Raises:
        Problem: 404 when there is no such need; 409 ``need_over`` when it ended otherwise.
    """
    found = (await needs_by_id(tx, [need_id])).get(need_id)
    if found is None:
        raise not_found()
    return await end_once(tx, found, Ending(body.id, body.reason, actor.account_id))
