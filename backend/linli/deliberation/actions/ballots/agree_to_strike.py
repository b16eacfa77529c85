from uuid import UUID

from linli.deliberation.actions.ballots.hold_paper import hold_paper
from linli.deliberation.actions.ballots.record_paper import check_takes_paper
from linli.deliberation.actions.ballots.settle_counted import settle_counted
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.strike import BallotStrikeAgreement
from linli.deliberation.queries.ballots.strikes import strike_of
from linli.deliberation.schemas.ballots.strikes import StrikeAgreementIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, not_found


async def agree_to_strike(
    tx: Tx, actor: Actor, round_id: UUID, ballot_id: UUID, body: StrikeAgreementIn
) -> bool:
    """Strike a paper out, as the second person; whether it is new. From then on it never counts.

    Raises:
        Problem: 404, also where nobody asked; 403 ``second_person_needed`` for whoever asked; 409
            ``already_struck``; as ``check_takes_paper``.
    """
    held = await hold_paper(tx, actor, round_id, ballot_id)
    strike = await strike_of(tx, ballot_id)
    if strike is None:
        raise not_found()
    if strike["agreement_id"] not in {None, body.id}:
        raise Problem(409, "already_struck")
    if strike["agreement_id"] is None:
        check_takes_paper(held.round)
        if strike["created_by"] == actor.account_id:
            raise Problem(403, "second_person_needed")
    values = {"strike_id": strike["id"], "asked_by": strike["created_by"]}
    values |= {"round_id": round_id, "ballot_id": ballot_id}
    if not await create_once(tx, actor, BallotStrikeAgreement, body, **values):
        return False
    await settle_counted(tx, held.round, held.elector_id)
    public, kind = {"round": round_id, "ballot": ballot_id}, "ballot_strike_agreement.made"
    record(tx, ledger_fact(actor, kind, body.id, clock.now(), public))
    return True
