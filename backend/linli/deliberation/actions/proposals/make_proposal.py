from sqlalchemy import select

from linli.community.public import PROJECTS
from linli.deliberation.actions.proposals.write_version import insert_version
from linli.deliberation.facts.proposals import proposal_changed
from linli.deliberation.models.proposals.proposal import Proposal
from linli.deliberation.rules.lifecycles.proposal import PROPOSAL
from linli.deliberation.schemas.proposals.proposal import ProposalIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest, create_once
from linli.kernel.problems import invalid


async def make_proposal(tx: Tx, actor: Actor, body: ProposalIn) -> bool:
    """Draft a proposal; whether it is new. Its text is version 1, under the same id.

    Raises:
        Problem: 422 ``unknown_project``; 409 as ``create_once``.
    """
    p = PROJECTS.c
    if body.project_id is not None:
        known = select(p.id).where(p.community_id == tx.community, p.id == body.project_id)
        if await tx.scalar(known) is None:
            raise invalid("/project_id", "unknown_project")
    now = clock.now()
    values = {"project_id": body.project_id, "title": body.title, "newest": 1}
    state = {"state": PROPOSAL.initial, "state_since": now}
    is_new = await create_once(tx, actor, Proposal, body, **values, **state)
    if is_new:
        text = {"id": body.id, "title": body.title, "body": body.body, "what_changed": ""}
        await insert_version(tx, actor, body.id, 1, body_digest(tx, body), **text)
        about = {"title": body.title, "project": body.project_id}
        record(tx, proposal_changed(actor, "made", body.id, now, **about))
    return is_new
