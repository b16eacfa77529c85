"""Striking out a paper that is nobody's: recorded for the wrong door, or never handed in.

A correction puts right what a paper says; here the paper itself stands at the wrong elector. One
person asks and says why, a second one agrees; both stay on record, and so does the paper.
"""

from uuid import UUID

from linli.deliberation.actions.ballots.hold_paper import hold_paper
from linli.deliberation.actions.ballots.record_paper import check_takes_paper
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.strike import BallotStrike
from linli.deliberation.queries.ballots.strikes import strike_of
from linli.deliberation.schemas.ballots.strikes import StrikeIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem


async def strike_paper(
    tx: Tx, actor: Actor, round_id: UUID, ballot_id: UUID, body: StrikeIn
) -> bool:
    """Ask to strike a paper out; whether it is new. It counts as before until somebody agrees.

    Raises:
        Problem: 404; 409 ``strike_asked_before``; as ``check_takes_paper``.
    """
    held = await hold_paper(tx, actor, round_id, ballot_id)
    known = await strike_of(tx, ballot_id)
    if known is not None and known["id"] != body.id:
        raise Problem(409, "strike_asked_before")
    if known is None:
        check_takes_paper(held.round)
    values = {"round_id": round_id, "ballot_id": ballot_id, "reason": body.reason}
    if not await create_once(tx, actor, BallotStrike, body, **values):
        return False
    public, private = {"round": round_id, "ballot": ballot_id}, {"reason": body.reason}
    record(tx, ledger_fact(actor, "ballot_strike.made", body.id, clock.now(), public, private))
    return True
