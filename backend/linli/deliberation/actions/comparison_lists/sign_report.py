from uuid import UUID

from linli.deliberation.facts.comparison_lists import report_signed
from linli.deliberation.models.comparison_lists import SiteVisitSignature
from linli.deliberation.queries.comparison_lists.site_visits import read_report
from linli.deliberation.schemas.comparison_lists.site_visit import SignatureIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken

SITE_VISIT_SIGNATURE = "site_visit_signature"
"""The item kind of its picture."""


async def sign_report(tx: Tx, actor: Actor, report_id: UUID, body: SignatureIn) -> bool:
    """Stand for a report with one's name; whether it is new. Each account signs once.

    What is written as the name is the signer's own; readers are told the account's name beside it.

    Raises:
        Problem: 404; 409 ``signed_already`` or as ``create_once``.
    """
    await read_report(tx, actor, report_id)
    how = "typed" if body.drawn is None else "drawn"
    values = {"report_id": report_id, "name": body.name, "how": how}
    is_new = await create_unless_taken(
        tx, actor, SiteVisitSignature, body, "signed_already", **values
    )
    if body.drawn is not None:
        await declare_slots(tx, actor, SITE_VISIT_SIGNATURE, {body.id: [body.drawn]})
    if is_new:
        private = {"name": body.name, "how": how}
        record(tx, report_signed(actor, body.id, clock.now(), report_id, private))
    return is_new
