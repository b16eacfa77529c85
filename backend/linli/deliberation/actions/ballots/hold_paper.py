from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.ballots.hold import hold_elector, hold_round
from linli.deliberation.actions.ballots.require_reach import require_elector_in_reach
from linli.deliberation.permissions.ballots import RECORD_PAPER
from linli.deliberation.queries.ballots.tables import ballots
from linli.deliberation.rules.ballots.round_mode import Way
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found


@dataclass(frozen=True, slots=True)
class HeldPaper:
    """A paper that nobody else touches until this transaction ends.

    Attributes:
        round: its round, held together with others.
        elector_id: whose it is, held alone.
        typed_by: who read it first.
    """

    round: Row
    elector_id: UUID
    typed_by: UUID


async def hold_paper(tx: Tx, actor: Actor, round_id: UUID, ballot_id: UUID) -> HeldPaper:
    """Hold a paper within the actor's reach.

    Raises:
        Problem: 404 ``not_found``.
    """
    round_ = await hold_round(tx, round_id, shared=True)
    b = ballots.c
    this = (b.community_id == tx.community, b.round_id == round_id, b.id == ballot_id)
    asks = select(b.elector_id, b.created_by).where(*this, b.way == str(Way.PAPER))
    paper = await tx.row(asks)
    if paper is None:
        raise not_found()
    await hold_elector(tx, round_id, paper["elector_id"])
    await require_elector_in_reach(tx, actor, paper["elector_id"], RECORD_PAPER)
    return HeldPaper(round_, paper["elector_id"], paper["created_by"])
