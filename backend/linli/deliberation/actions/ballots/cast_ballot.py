"""Voting on the phone: the newest counts until the closing second, and all are kept."""

from datetime import datetime
from uuid import UUID

from linli.deliberation.actions.ballots.answer_ballot import ballot_answer, new_answer
from linli.deliberation.actions.ballots.hold import hold_elector, hold_round
from linli.deliberation.actions.ballots.keep_ballot import (
    NewBallot,
    check_answers,
    keep_ballot,
    known_ballot,
)
from linli.deliberation.actions.ballots.settle_counted import settle_counted
from linli.deliberation.facts.ballots import ballot_cast
from linli.deliberation.queries.ballots.standing import Standing, standings_of
from linli.deliberation.queries.ballots.written_documents import MISSING, require_document
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.round_mode import RoundMode, Way
from linli.deliberation.rules.ballots.window import Window
from linli.deliberation.schemas.ballots.voting import BallotIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import append_facts, record
from linli.kernel.problems import Problem, not_found


async def cast_ballot(tx: Tx, actor: Actor, round_id: UUID, body: BallotIn) -> tuple[Row, bool]:
    """Cast a ballot for an elector that the actor votes for, or holds a proxy of.

    Returns:
        The ballot with its receipt, and whether it is new.

    Raises:
        Problem: 404 for no such round or elector of the actor's; 409 ``round_not_open``,
            ``round_is_over``, ``other_way_decides``; 403 ``co_owners_have_no_voter``,
            ``another_co_owner_votes`` or ``proxy_does_not_stand``; 409
            ``proxy_document_missing``; 422 as ``check_answers``; 409 ``conflict``.
    """
    received = clock.now()
    round_ = await hold_round(tx, round_id, shared=True)
    elector = await hold_elector(tx, round_id, body.elector_id)
    standing = await _standing(tx, actor, round_, body.elector_id)
    if await known_ballot(tx, body):
        settled = await settle_counted(tx, round_, elector["id"])
        return await ballot_answer(tx, body.id, settled), False
    check_open(round_, received)
    await _check_may(tx, standing)
    given = await check_answers(tx, round_id, body.answers, on_paper=False)
    proxy_id = standing.proxy_id
    new = NewBallot(round_id, elector, Way.PHONE, received, given, proxy_id)
    private = await keep_ballot(tx, actor, new, body)
    settled = await settle_counted(tx, round_, elector["id"])
    recorded = record(tx, ballot_cast(body.id, round_id, received, private))
    await append_facts(tx)
    return new_answer(new, settled, recorded, body.id), True


async def _standing(tx: Tx, actor: Actor, round_: Row, elector_id: UUID) -> Standing:
    limit = profile_of(round_["profile"]).proxy_limit
    for standing in await standings_of(tx, actor, round_, limit):
        if standing.elector["id"] == elector_id:
            return standing
    raise not_found()


async def _check_may(tx: Tx, standing: Standing) -> None:
    if standing.why_not == MISSING and standing.proxy_id is not None:
        await require_document(tx, standing.proxy_id)
    elif standing.why_not is not None:
        raise Problem(403, standing.why_not)


def check_open(round_: Row, received: datetime) -> None:
    """Refuse a vote outside the window, by the server's clock and whatever the worker has done.

    Raises:
        Problem: 409 ``other_way_decides``, ``round_not_open`` or ``round_is_over``.
    """
    phone_binds = profile_of(round_["profile"]).phone_binds
    mode = RoundMode(round_["mode"])
    paper_only = mode is RoundMode.PAPER_LEDGER and not phone_binds
    if mode is RoundMode.OFFICIAL_IMPORT or paper_only:
        raise Problem(409, "other_way_decides")
    if received >= round_["closes_at"] or round_["state"] not in {"noticed", "open"}:
        raise Problem(409, "round_is_over")
    window = Window(round_["opens_at"], round_["closes_at"])
    if round_["state"] != "open" or not window.takes(received):
        raise Problem(409, "round_not_open")
