"""Striking out a paper that is nobody's: recorded for the wrong door, or never handed in.

A correction puts right what a paper says; here the paper itself stands at the wrong elector. One
person asks and says why, a second one agrees; both stay on record, and so does the paper.
"""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.ballots.hold import hold_elector, hold_round
from linli.deliberation.actions.ballots.record_paper import check_takes_paper
from linli.deliberation.actions.ballots.require_reach import require_elector_in_reach
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.strike import BallotStrike
from linli.deliberation.permissions.ballots import RECORD_PAPER
from linli.deliberation.queries.ballots.strikes import strike_of
from linli.deliberation.queries.ballots.tables import ballots
from linli.deliberation.rules.ballots.round_mode import Way
from linli.deliberation.schemas.ballots.strikes import StrikeIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, not_found


async def strike_paper(
    tx: Tx, actor: Actor, round_id: UUID, ballot_id: UUID, body: StrikeIn
) -> bool:
    """Ask to strike a paper out; whether it is new. It counts as before until somebody agrees.

    Raises:
        Problem: 404; 409 ``strike_asked_before``; as ``check_takes_paper``.
    """
    round_, _ = await hold_paper(tx, actor, round_id, ballot_id)
    known = await strike_of(tx, ballot_id)
    if known is not None and known["id"] != body.id:
        raise Problem(409, "strike_asked_before")
    if known is None:
        check_takes_paper(round_)
    values = {"round_id": round_id, "ballot_id": ballot_id, "reason": body.reason}
    if not await create_once(tx, actor, BallotStrike, body, **values):
        return False
    public, private = {"round": round_id, "ballot": ballot_id}, {"reason": body.reason}
    record(tx, ledger_fact(actor, "ballot_strike.made", body.id, clock.now(), public, private))
    return True


async def hold_paper(tx: Tx, actor: Actor, round_id: UUID, ballot_id: UUID) -> tuple[Row, UUID]:
    """The round, and whose paper it is; both held until this transaction ends."""
    round_ = await hold_round(tx, round_id, shared=True)
    b = ballots.c
    this = (b.community_id == tx.community, b.round_id == round_id, b.id == ballot_id)
    elector_id = await tx.scalar(select(b.elector_id).where(*this, b.way == str(Way.PAPER)))
    if elector_id is None:
        raise not_found()
    await hold_elector(tx, round_id, elector_id)
    await require_elector_in_reach(tx, actor, elector_id, RECORD_PAPER)
    return round_, elector_id
