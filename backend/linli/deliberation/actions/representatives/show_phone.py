from uuid import UUID

from sqlalchemy import update

from linli.deliberation.actions.representatives.end_mandate import require_running
from linli.deliberation.facts.representatives import mandate_changed
from linli.deliberation.queries.representatives.mandates import locked_mandate
from linli.deliberation.queries.representatives.tables import mandates
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import forbidden


async def show_phone(
    tx: Tx, actor: Actor, mandate_id: UUID, phone: str | None, version: int
) -> None:
    """Show a number to the community, or take it down; its owner's own doing is the consent.

    The fact says that it was shown or not, never the number (PIPL, art. 25).

    Raises:
        Problem: 404; 403 for another's mandate; 409 ``mandate_over``; 412 ``changed_meanwhile``.
    """
    mandate = await locked_mandate(tx, mandate_id)
    if mandate["account_id"] != actor.account_id:
        raise forbidden()
    await require_running(tx, mandate)
    if mandate["version"] != version:
        raise changed_meanwhile()
    c = mandates.c
    this = update(mandates).where(c.community_id == tx.community, c.id == mandate_id)
    await tx.execute(this.values(phone=phone, version=version + 1))
    about = {"shown": phone is not None}
    record(tx, mandate_changed(actor.account_id, "reached", mandate_id, clock.now(), **about))
