from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.proposals.move_proposal import take_move
from linli.deliberation.queries.proposals.tables import proposals
from linli.deliberation.rules.lifecycles.proposal import READY
from linli.deliberation.schemas.proposals.proposal import ProposalMoveIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, not_found


async def settle_proposal(  # noqa: PLR0913 - a settlement is all of this
    tx: Tx,
    actor: Actor,
    proposal_id: UUID,
    *,
    adopted: bool,
    round_id: UUID,
    version: int | None = None,
) -> None:
    """Have a ballot round's result settle a proposal; the same round twice settles it once.

    Whoever calls has checked that the round is final and what came out.

    Args:
        tx: a write transaction inside the community.
        actor: who made the round final.
        proposal_id: the proposal that was voted on.
        adopted: whether the round adopted it.
        round_id: the round; anybody can follow it from the proposal.
        version: the version that was put to the vote; the newest unless it is named.

    Raises:
        Problem: 404; 409 ``proposal_not_ready`` unless it is ready to decide,
            ``proposal_reworded`` when its text is no longer the one that was voted on.
    """
    c = proposals.c
    asks = select(proposals).where(c.community_id == tx.community, c.id == proposal_id)
    proposal = await tx.row(asks.with_for_update())
    if proposal is None:
        raise not_found()
    if proposal["round_id"] == round_id:
        return
    if proposal["state"] != READY:
        raise Problem(409, "proposal_not_ready")
    if version not in {None, proposal["newest"]}:
        raise Problem(409, "proposal_reworded")
    move = ProposalMoveIn(id=new_id(), target="adopted" if adopted else "rejected")
    await take_move(tx, actor, proposal, move, round_id=round_id)
