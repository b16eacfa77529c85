from typing import Any
from uuid import UUID

from sqlalchemy import update

from linli.deliberation.actions.refused import rules_refuse
from linli.deliberation.facts.proposals import proposal_changed
from linli.deliberation.models.proposals.proposal import ProposalMove
from linli.deliberation.permissions.proposals import DECIDE_PROPOSAL
from linli.deliberation.queries.proposals.proposals import (
    is_being_decided,
    locked_proposal,
    steers_proposal,
)
from linli.deliberation.queries.proposals.tables import proposals
from linli.deliberation.rules.lifecycles.lifecycle import Move
from linli.deliberation.rules.lifecycles.proposal import PROPOSAL
from linli.deliberation.rules.proposals.steering import may_take
from linli.deliberation.schemas.proposals.proposal import ProposalMoveIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, forbidden, invalid


async def move_proposal(tx: Tx, actor: Actor, proposal_id: UUID, body: ProposalMoveIn) -> bool:
    """Take a proposal a step on by hand; whether it is new.

    Raises:
        Problem: 404; 403 to who may not; 422 ``move_not_allowed`` or ``reason_needed``; 409
            ``proposal_in_ballot`` or as ``create_once``.
    """
    proposal = await locked_proposal(tx, actor, proposal_id)
    step = may_take(Move(proposal["state"], body.target))
    if not actor.may(DECIDE_PROPOSAL) and (
        step.office_only or not steers_proposal(actor, proposal)
    ):
        raise forbidden()
    return await take_move(tx, actor, proposal, body, needs_reason=step.needs_reason)


async def take_move(  # noqa: PLR0913 - a move is all of this
    tx: Tx,
    actor: Actor,
    proposal: Row,
    body: ProposalMoveIn,
    *,
    needs_reason: bool = False,
    round_id: UUID | None = None,
) -> bool:
    """Move a locked proposal, by the rules; whether it is new.

    Raises:
        Problem: 409 ``proposal_in_ballot`` for a hand that takes it away from a round; 409 as
            ``create_once``; 422 ``move_not_allowed`` or ``reason_needed``.
    """
    told: dict[str, Any] = {"target": body.target, "reason": body.reason}
    place = {"proposal_id": proposal["id"], "source": proposal["state"], "round_id": round_id}
    is_new = await create_once(tx, actor, ProposalMove, body, **place, **told)
    if not is_new:
        return False
    if round_id is None and is_being_decided(proposal):
        raise Problem(409, "proposal_in_ballot")
    with rules_refuse({"reason": "/reason"}, "/target"):
        PROPOSAL.check(proposal["state"], body.target, body.reason)
    if needs_reason and not body.reason:
        raise invalid("/reason", "reason_needed")
    now, c = clock.now(), proposals.c
    this = update(proposals).where(c.community_id == tx.community, c.id == proposal["id"])
    values: dict[str, Any] = {"state": body.target, "state_since": now}
    if round_id is not None:
        values["round_id"] = round_id
    await tx.execute(this.values(**values))
    about = {**told, "source": proposal["state"], "round": round_id}
    record(tx, proposal_changed(actor, "moved", proposal["id"], now, **about))
    return True
