from uuid import UUID

from linli.deliberation.actions.representatives.end_mandate import end_mandate, require_running
from linli.deliberation.queries.representatives.mandates import locked_mandate
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import forbidden


async def resign(tx: Tx, actor: Actor, mandate_id: UUID, reason: str) -> None:
    """Give one's own mandate back; the role ends with it.

    Raises:
        Problem: 404; 403 for another's; 409 ``mandate_over``.
    """
    mandate = await locked_mandate(tx, mandate_id)
    if mandate["account_id"] != actor.account_id:
        raise forbidden()
    await require_running(tx, mandate)
    await end_mandate(tx, actor, mandate, "resignation", reason)
