from uuid import UUID

from linli.deliberation.actions.representatives.end_mandate import end_mandate, require_running
from linli.deliberation.actions.representatives.minute_assembly import minute_assembly
from linli.deliberation.queries.representatives.mandates import locked_mandate
from linli.deliberation.schemas.representatives.mandate import RecallIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx


async def recall(tx: Tx, actor: Actor, mandate_id: UUID, body: RecallIn) -> bool:
    """Enter that a building's assembly recalled its representative; whether it is new.

    Raises:
        Problem: 404; 409 ``mandate_over``; and as ``minute_assembly``.
    """
    mandate = await locked_mandate(tx, mandate_id)
    is_new = await minute_assembly(tx, actor, mandate["building_id"], "recall", body)
    if is_new:
        await require_running(tx, mandate)
        await end_mandate(tx, actor, mandate, "recall", body.reason, recalled_by=body.id)
    return is_new
