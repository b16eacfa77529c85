from uuid import UUID

from linli.deliberation.actions.ballots.by_rule import by_rule
from linli.deliberation.actions.ballots.check_ready import check_ready
from linli.deliberation.actions.ballots.check_scope import check_scope
from linli.deliberation.actions.ballots.due import OPEN
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.actions.ballots.hold_subjects import hold_subjects
from linli.deliberation.actions.ballots.move_round import (
    check_move,
    move_round,
    was_sent_before,
)
from linli.deliberation.actions.ballots.pin_versions import pin_versions
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots.notice import noticed_document
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.round_rows import place_of, profile_in, scope_of
from linli.deliberation.rules.ballots.follow_majority import FollowMajorityClause
from linli.deliberation.rules.ballots.notice_document import profile_rows
from linli.deliberation.rules.ballots.procedure import Schedule, check_schedule
from linli.deliberation.rules.ballots.question import Question
from linli.deliberation.rules.ballots.window import window_of_days
from linli.deliberation.rules.canonical import digest
from linli.deliberation.schemas.ballots.round_in import RoundStepIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule


async def publish_notice(tx: Tx, actor: Actor, round_id: UUID, step: RoundStepIn) -> bool:
    """Put a round on notice: questions, rules, window and procedure no longer change.

    Returns:
        Whether it moved; ``False`` when the same was sent before.

    Raises:
        Problem: 404; 409 ``round_step_not_possible``, ``notice_too_short``, ``window_too_short``,
            ``window_too_long``, ``citation_needed``, ``subject_in_another_round``; as
            ``check_ready`` and ``check_scope``.
    """
    round_ = await hold_round(tx, round_id)
    if await was_sent_before(tx, round_, step, "noticed"):
        return False
    check_move(round_, "noticed")
    values = await _binding(tx, round_)
    await move_round(tx, actor, round_, "noticed", step, **values)
    await schedule(tx, OPEN, round_id, values["opens_at"])
    public = {
        "digest": values["notice_digest"],
        "opens_at": values["opens_at"],
        "closes_at": values["closes_at"],
    }
    record(tx, round_fact("noticed", actor.account_id, round_id, clock.now(), **public))
    return True


async def _binding(tx: Tx, round_: Row) -> Row:
    zone, city = await place_of(tx)
    profile = profile_in(round_, city)
    today = clock.today(zone.key)
    with by_rule():
        check_schedule(Schedule(today, round_["opens_on"], round_["closes_on"]), profile)
        if round_["follow_majority"] is not None:
            FollowMajorityClause(round_["follow_majority"])
    window = window_of_days(round_["opens_on"], round_["closes_on"], zone)
    questions = await _put_to_the_vote(tx, round_)
    document = noticed_document(round_, window, profile, questions)
    return {
        "profile": profile_rows(profile),
        "noticed_on": today,
        "notice_digest": digest(document),
        "noticed_questions": [question.digest for question in questions],
        "opens_at": window.opens_at,
        "closes_at": window.closes_at,
    }


async def _put_to_the_vote(tx: Tx, round_: Row) -> list[Question]:
    """Hold what is asked about, in the versions of now, if it may be decided here and now."""
    await hold_subjects(tx, round_["id"])
    await pin_versions(tx, round_["id"])
    questions = await questions_of(tx, round_["id"])
    await check_ready(tx, questions)
    await check_scope(tx, scope_of(round_), questions)
    return questions
