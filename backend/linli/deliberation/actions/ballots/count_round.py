"""Counting a round: the tally is taken once, frozen, and its digest recorded."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select

from linli.deliberation.actions.ballots.by_rule import by_rule
from linli.deliberation.actions.ballots.close_round import close_if_over
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.actions.ballots.move_round import (
    check_move,
    move_round,
    was_sent_before,
)
from linli.deliberation.facts.ballots import round_counted
from linli.deliberation.queries.ballots.contested import papers_contested
from linli.deliberation.queries.ballots.counts import counts_of
from linli.deliberation.queries.ballots.frozen import frozen_document
from linli.deliberation.queries.ballots.late_papers import late_papers
from linli.deliberation.queries.ballots.official import official_counts, require_confirmed
from linli.deliberation.queries.ballots.papers import papers_waiting
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.tables import ballots, counted, results
from linli.deliberation.queries.ballots.unreturned import unreturned_document, unreturned_now
from linli.deliberation.rules.ballots.follow_majority import FollowMajorityClause
from linli.deliberation.rules.ballots.frozen_electorate import frozen_digest
from linli.deliberation.rules.ballots.procedure import refuse_unnoticed
from linli.deliberation.rules.ballots.question import Question
from linli.deliberation.rules.ballots.result_document import result_document
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.deliberation.rules.canonical import digest
from linli.deliberation.schemas.ballots.round_in import RoundStepIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem


@dataclass(frozen=True)
class Taken:
    """A tally, and the ballots it was taken of."""

    document: dict[str, Any]
    ballots: int
    ballots_digest: str
    unreturned: list[str] | None


async def count_round(tx: Tx, actor: Actor, round_id: UUID, step: RoundStepIn) -> bool:
    """Take the tally of a round that is over.

    Returns:
        Whether it was counted; ``False`` when the same was sent before.

    Raises:
        Problem: 404; as ``require_confirmed``; 409 ``round_step_not_possible``, ``papers_wait``,
            ``papers_contested``, ``electorate_changed`` or ``not_in_notice`` when what was frozen
            is no longer so.
    """
    round_ = await hold_round(tx, round_id)
    if await was_sent_before(tx, round_, step, "counted"):
        return False
    await close_if_over(tx, round_)
    check_move(round_, "counted")
    waiting = await papers_waiting(tx, round_id)
    if waiting:
        raise Problem(409, "papers_wait", waiting=waiting)
    contested = await papers_contested(tx, round_id)
    if contested:
        raise Problem(409, "papers_contested", contested=contested)
    if round_["mode"] == RoundMode.OFFICIAL_IMPORT:
        await require_confirmed(tx, actor, round_id)
    taken = await _tally(tx, round_)
    await move_round(tx, actor, round_, "counted", step)
    await _keep(tx, actor, round_id, step, taken)
    return True


async def _tally(tx: Tx, round_: Row) -> Taken:
    questions = await questions_of(tx, round_["id"])
    await _check_frozen(tx, round_, questions)
    unreturned = await unreturned_now(tx, round_["id"])
    official = round_["mode"] == RoundMode.OFFICIAL_IMPORT
    if official:
        counts = await official_counts(tx, round_["id"])
    else:
        counts = await counts_of(tx, round_, questions, unreturned.weight)
    clause = FollowMajorityClause(round_["follow_majority"]) if round_["follow_majority"] else None
    about = {
        "round": str(round_["id"]),
        "mode": str(round_["mode"]),
        "source": "official" if official else "ballots",
        "electorate": round_["electorate_digest"],
        "ballots": str(await _counted(tx, round_["id"])),
    }
    late = await late_papers(tx, round_["id"])
    if late:
        about["late_papers"] = str(late)
    kept = await _ballot_ids(tx, round_["id"])
    with by_rule():
        document = result_document(about, questions, counts, clause)
    return Taken(document, len(kept), digest(kept), unreturned.codes)


async def _check_frozen(tx: Tx, round_: Row, questions: list[Question]) -> None:
    """The alarm for what no route can do: something frozen was changed in the database."""
    with by_rule():
        noticed = set(round_["noticed_questions"])
        refuse_unnoticed([question.digest for question in questions], noticed)
    now = frozen_digest(await frozen_document(tx, round_, questions))
    if now != round_["electorate_digest"]:
        raise Problem(409, "electorate_changed")


async def _counted(tx: Tx, round_id: UUID) -> int:
    c = counted.c
    mine = (c.community_id == tx.community, c.round_id == round_id)
    return int(await tx.scalar(select(func.count()).select_from(counted).where(*mine)) or 0)


async def _ballot_ids(tx: Tx, round_id: UUID) -> list[str]:
    b = ballots.c
    mine = (b.community_id == tx.community, b.round_id == round_id)
    return sorted(str(row["id"]) for row in await tx.rows(select(b.id).where(*mine)))


async def _keep(tx: Tx, actor: Actor, round_id: UUID, step: RoundStepIn, taken: Taken) -> None:
    r = results.c
    mine = (r.community_id == tx.community, r.round_id == round_id)
    number = int(await tx.scalar(select(func.max(r.number)).where(*mine)) or 0) + 1
    now, found, result_id = clock.now(), digest(taken.document), new_id()
    row = {
        "community_id": tx.community,
        "id": result_id,
        "body_digest": body_digest(tx, step),
        "created_by": actor.account_id,
        "created_at": now,
        "round_id": round_id,
        "number": number,
        "document": taken.document,
        "digest": found,
        "unreturned": taken.unreturned,
    }
    await tx.execute(insert(results).values(row))
    public = {
        "number": number,
        "result": found,
        "ballots": taken.ballots,
        "ballots_digest": taken.ballots_digest,
    }
    if taken.unreturned is not None:
        public["unreturned"] = digest(unreturned_document(taken.unreturned))
    record(tx, round_counted(actor, result_id, round_id, now, public))
