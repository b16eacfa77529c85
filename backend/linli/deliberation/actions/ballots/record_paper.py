"""Recording a paper ballot: one person reads it, a second one confirms it."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.ballots.answer_ballot import ballot_answer, new_answer
from linli.deliberation.actions.ballots.hold import hold_elector, hold_round
from linli.deliberation.actions.ballots.keep_ballot import (
    NewBallot,
    check_answers,
    keep_ballot,
    known_ballot,
)
from linli.deliberation.actions.ballots.require_reach import require_elector_in_reach
from linli.deliberation.actions.ballots.settle_counted import settle_counted
from linli.deliberation.facts.ballots import paper_recorded
from linli.deliberation.permissions.ballots import RECORD_PAPER
from linli.deliberation.queries.ballots.printed_code import is_printed
from linli.deliberation.queries.ballots.proxies import standing_of_proxies
from linli.deliberation.queries.ballots.tables import ballots, electors
from linli.deliberation.queries.ballots.written_documents import require_document
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.proxies import ProxyState
from linli.deliberation.rules.ballots.round_mode import RoundMode, Way
from linli.deliberation.rules.ballots.window import Window
from linli.deliberation.schemas.ballots.ledger import PaperBallotIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import append_facts, record
from linli.kernel.problems import Problem, invalid, not_found

DRIFT = timedelta(minutes=10)
"""How far a recorder's clock may be ahead before a time is taken for a mistake."""
TAKES_PAPER = frozenset({"open", "closed"})
"""What was handed in before the closing second may still be typed until it is counted."""


async def record_paper(
    tx: Tx, actor: Actor, round_id: UUID, body: PaperBallotIn
) -> tuple[Row, bool]:
    """Record a paper ballot; it counts once somebody else has read the same.

    Returns:
        The ballot with its receipt, and whether it is new.

    Raises:
        Problem: 404 for no such round, or no such elector within reach; 409 ``round_not_open``,
            ``round_is_over``, ``other_way_decides``, ``proxy_does_not_stand``,
            ``proxy_document_missing``; 422 for a time outside the window, a correction of nothing,
            or as ``check_answers``.
    """
    round_ = await hold_round(tx, round_id, shared=True)
    elector = await hold_elector(tx, round_id, await _elector_id(tx, round_id, body))
    await require_elector_in_reach(tx, actor, elector["id"], RECORD_PAPER)
    if await known_ballot(tx, body):
        settled = await settle_counted(tx, round_, elector["id"])
        return await ballot_answer(tx, body.id, settled), False
    check_takes_paper(round_)
    _check_time(round_, body.handed_in_at)
    await _check_correction(tx, elector["id"], body.corrects)
    await _check_proxy(tx, round_, elector["id"], body.proxy_id)
    given = await check_answers(tx, round_id, body.answers, on_paper=True)
    ways = (body.proxy_id, body.corrects)
    new = NewBallot(round_id, elector, Way.PAPER, body.handed_in_at, given, *ways)
    private = await keep_ballot(tx, actor, new, body)
    await declare_slots(tx, actor, "ballot", {body.id: body.attachments})
    settled = await settle_counted(tx, round_, elector["id"])
    fact = paper_recorded(actor, body.id, round_id, body.handed_in_at, private)
    recorded = record(tx, fact)
    await append_facts(tx)
    return new_answer(new, settled, recorded, body.id), True


async def _elector_id(tx: Tx, round_id: UUID, body: PaperBallotIn) -> UUID:
    if body.elector_id is not None:
        return body.elector_id
    e = electors.c
    mine = (e.community_id == tx.community, e.round_id == round_id)
    found: UUID | None = await tx.scalar(select(e.id).where(*mine, is_printed(body.code or "")))
    if found is None:
        raise not_found()
    return found


def check_takes_paper(round_: Row) -> None:
    """Refuse paper where another way decides, before the opening, and once it is counted.

    Raises:
        Problem: 409 ``other_way_decides``, ``round_not_open`` or ``round_is_over``.
    """
    if round_["mode"] == RoundMode.OFFICIAL_IMPORT:
        raise Problem(409, "other_way_decides")
    if round_["state"] == "noticed":
        raise Problem(409, "round_not_open")
    if round_["state"] not in TAKES_PAPER:
        raise Problem(409, "round_is_over")


def _check_time(round_: Row, handed_in_at: datetime) -> None:
    if handed_in_at > clock.now() + DRIFT:
        raise invalid("/handed_in_at", "later_than_now")
    if not Window(round_["opens_at"], round_["closes_at"]).takes(handed_in_at):
        raise invalid("/handed_in_at", "outside_window")


async def _check_correction(tx: Tx, elector_id: UUID, corrects: UUID | None) -> None:
    if corrects is None:
        return
    b = ballots.c
    mine = (b.community_id == tx.community, b.id == corrects, b.elector_id == elector_id)
    if await tx.scalar(select(b.way).where(*mine)) != Way.PAPER:
        raise invalid("/corrects", "nothing_to_correct")


async def _check_proxy(tx: Tx, round_: Row, elector_id: UUID, proxy_id: UUID | None) -> None:
    if proxy_id is None:
        return
    limit = profile_of(round_["profile"]).proxy_limit
    states = await standing_of_proxies(tx, round_["id"], elector_id, limit)
    if states.get(proxy_id) is not ProxyState.STANDS:
        raise Problem(409, "proxy_does_not_stand")
    await require_document(tx, proxy_id)
