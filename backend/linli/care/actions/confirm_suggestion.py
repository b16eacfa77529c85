from uuid import UUID

from linli.care.actions.close_suggestion import close_suggestion
from linli.care.actions.log_needs import KIND, log_needs
from linli.care.schemas.need import NeedCreate
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import invalid
from linli.kernel.sync.items import SyncItem, Verdict


async def confirm_suggestion(
    tx: Tx, actor: Actor, suggestion_id: UUID, body: NeedCreate
) -> Verdict:
    """Register the need that a suggestion turned out to be; the suggestion is erased.

    Returns:
        The need's verdict; ``duplicate`` when this very confirmation was made before.

    Raises:
        Problem: as ``log_needs`` and ``close_suggestion``; 422 when the need is for another door.
    """
    item = SyncItem(body.id, KIND, clock.now(), body.payload())
    (verdict,) = await log_needs(tx, actor, [item])
    if verdict.problem is not None:
        raise verdict.problem
    if verdict.recorded is not None:
        home = await close_suggestion(tx, actor, suggestion_id, "confirmed", need_id=body.id)
        if home != body.household_id:
            raise invalid("/household_id", "other_household")
    return verdict
