from uuid import UUID

from sqlalchemy import update

from linli.deliberation.actions.proposals.write_version import add_version, require_open_text
from linli.deliberation.facts.proposals import amendment_changed
from linli.deliberation.queries.proposals.amendments import locked_amendment, read_amendment
from linli.deliberation.queries.proposals.proposals import locked_proposal, steers_proposal
from linli.deliberation.queries.proposals.tables import amendments
from linli.deliberation.queries.proposals.versions import newest_body
from linli.deliberation.schemas.proposals.amendment import AmendmentDecisionIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest
from linli.kernel.problems import Problem, forbidden


async def decide_amendment(
    tx: Tx, actor: Actor, amendment_id: UUID, body: AmendmentDecisionIn
) -> None:
    """Take an amendment into the text, or decline it; both with a reason.

    Accepting writes the next version, under the amendment's own id. Deciding the same again
    changes nothing.

    Raises:
        Problem: 404; 403 to anybody but the proposal's author and the office; 409
            ``amendment_decided``, ``text_is_fixed``, ``proposal_in_ballot`` or
            ``amendment_outdated``.
    """
    known = await read_amendment(tx, actor, amendment_id)
    proposal = await locked_proposal(tx, actor, known["proposal_id"])
    amendment = await locked_amendment(tx, amendment_id)
    if not steers_proposal(actor, proposal):
        raise forbidden()
    if amendment["decided_at"] is not None:
        if (amendment["accepted"], amendment["decision_reason"]) == (body.accepted, body.reason):
            return
        raise Problem(409, "amendment_decided")
    number = await _take_in(tx, actor, proposal, amendment, body) if body.accepted else None
    c, now = amendments.c, clock.now()
    this = update(amendments).where(c.community_id == tx.community, c.id == amendment_id)
    by = {"decided_at": now, "decided_by": actor.account_id, "decision_reason": body.reason}
    await tx.execute(this.values(**by, accepted=body.accepted, taken_into=number))
    about = {"proposal": proposal["id"], "reason": body.reason, "version": number}
    verb = "accepted" if body.accepted else "declined"
    record(tx, amendment_changed(actor, verb, amendment_id, now, **about))


async def _take_in(
    tx: Tx, actor: Actor, proposal: Row, amendment: Row, body: AmendmentDecisionIn
) -> int:
    require_open_text(proposal)
    text = await newest_body(tx, proposal)
    if text.count(amendment["quote"]) != 1:
        raise Problem(409, "amendment_outdated")
    changed = {
        "id": amendment["id"],
        "title": proposal["title"],
        "body": text.replace(amendment["quote"], amendment["replacement"]),
        "what_changed": body.reason,
    }
    return await add_version(tx, actor, proposal, body_digest(tx, body), **changed)
