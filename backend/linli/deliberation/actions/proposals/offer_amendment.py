from uuid import UUID

from sqlalchemy import select

from linli.deliberation.facts.proposals import amendment_changed
from linli.deliberation.models.proposals.amendment import Amendment
from linli.deliberation.queries.proposals.proposals import locked_proposal
from linli.deliberation.queries.proposals.tables import versions
from linli.deliberation.rules.lifecycles.proposal import COMMENTS_ARE_OPEN
from linli.deliberation.schemas.proposals.amendment import AmendmentIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, invalid


async def offer_amendment(tx: Tx, actor: Actor, proposal_id: UUID, body: AmendmentIn) -> bool:
    """Offer other words for a passage; whether it is new.

    Raises:
        Problem: 404; 409 ``comments_not_open`` and as ``create_once``; 422 ``quote_not_there``
            unless the passage stands in that version exactly once, ``nothing_changes``.
    """
    proposal = await locked_proposal(tx, actor, proposal_id)
    values = body.model_dump(exclude={"id"})
    is_new = await create_once(tx, actor, Amendment, body, proposal_id=proposal_id, **values)
    if not is_new:
        return False
    if proposal["state"] not in COMMENTS_ARE_OPEN:
        raise Problem(409, "comments_not_open")
    v = versions.c
    text = await tx.scalar(
        select(v.body).where(
            v.community_id == tx.community,
            v.proposal_id == proposal_id,
            v.number == body.version_number,
        )
    )
    if text is None or text.count(body.quote) != 1:
        raise invalid("/quote", "quote_not_there")
    if body.quote == body.replacement:
        raise invalid("/replacement", "nothing_changes")
    about = {"proposal": proposal_id, "version": body.version_number}
    record(tx, amendment_changed(actor, "offered", body.id, clock.now(), **about))
    return True
