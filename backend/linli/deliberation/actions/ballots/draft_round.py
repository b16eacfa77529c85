"""Drafting a round: everything may still change."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from linli.community.public import BUILDINGS, PROJECTS, STAIRWELLS
from linli.deliberation.actions.ballots.by_rule import by_rule
from linli.deliberation.actions.ballots.check_run_off import check_run_off
from linli.deliberation.actions.ballots.check_scope import check_scope
from linli.deliberation.actions.ballots.check_subjects import check_subjects, require
from linli.deliberation.facts.ballots import round_fact, round_series
from linli.deliberation.models.ballots.ballot_round import BallotRound
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.round_rows import scope_of
from linli.deliberation.queries.ballots.tables import options, questions, rounds
from linli.deliberation.rules.ballots.counting import answers_of_choice
from linli.deliberation.rules.ballots.decision_rule import PRESETS, Preset, rows_of
from linli.deliberation.rules.ballots.matters import SUGGESTED, refuse_below_the_law
from linli.deliberation.rules.ballots.round_mode import RoundMode, refuse_decision_by_survey
from linli.deliberation.schemas.ballots.round_in import BallotQuestionIn, RoundDraft, RoundIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.facts.record import record
from linli.kernel.facts.series import open_series
from linli.kernel.http.creation import create_once
from linli.kernel.ids import new_id


async def draft_round(tx: Tx, actor: Actor, body: RoundIn) -> bool:
    """Draft a round with its questions; whether it is new.

    Raises:
        Problem: 422 for a project, building, stairwell or earlier round that is not there;
            409 ``survey_cannot_decide``, ``option_twice``, ``option_key_reserved`` or
            ``preset_below_the_law``;
            as ``check_run_off`` and ``check_scope``; 409 as ``create_once``.
    """
    await check_draft(tx, body)
    values = draft_values(body)
    empty = dict.fromkeys(
        ("profile", "noticed_on", "notice_digest", "noticed_questions", "opens_at", "closes_at")
    )
    state = {"state": "draft", "version": 1, "electorate_digest": None, "result_on": None}
    if not await create_once(tx, actor, BallotRound, body, **values, **empty, **state):
        return False
    await put_questions(tx, body.id, body.mode, body.questions)
    await check_scope(tx, scope_of(values), await questions_of(tx, body.id))
    await open_series(tx, round_series(body.id))
    record(tx, round_fact("drafted", actor.account_id, body.id, clock.now(), mode=body.mode))
    return True


def draft_values(body: RoundDraft) -> Row:
    """The columns that a draft sets."""
    values = body.model_dump(exclude={"id", "scope", "questions"})
    scope = body.scope
    return {
        **values,
        "scope_buildings": sorted(str(each) for each in set(scope.building_ids)),
        "scope_stairwells": sorted(str(each) for each in set(scope.stairwell_ids)),
    }


async def check_draft(tx: Tx, body: RoundDraft) -> None:
    """Refuse what names things that are not there, or contradicts itself (as ``draft_round``)."""
    with by_rule():
        refuse_decision_by_survey(body.mode, [_preset(each, body.mode) for each in body.questions])
        for question in body.questions:
            refuse_below_the_law(question.matter, _preset(question, body.mode))
            answers_of_choice(option.key for option in question.options)
    named: Sequence[tuple[str, Any, Sequence[UUID | None]]] = (
        ("project_id", PROJECTS, [body.project_id]),
        ("scope/building_ids", BUILDINGS, body.scope.building_ids),
        ("scope/stairwell_ids", STAIRWELLS, body.scope.stairwell_ids),
        ("run_off_of", rounds, [body.run_off_of]),
    )
    for field, among, ids in named:
        await require(tx, field, among, {each for each in ids if each is not None})
    await check_run_off(tx, body)
    await check_subjects(tx, body.questions)


def _preset(question: BallotQuestionIn, mode: RoundMode) -> Preset:
    if question.preset is not None:
        return question.preset
    return Preset.SURVEY if mode is RoundMode.SURVEY else SUGGESTED[question.matter]


async def put_questions(
    tx: Tx, round_id: UUID, mode: RoundMode, asked: Sequence[BallotQuestionIn]
) -> None:
    """Store the questions of a round that has none."""
    place = {"community_id": tx.community, "round_id": round_id}
    rows = [
        {**place, "position": number, **_question(question, mode)}
        for number, question in enumerate(asked, start=1)
    ]
    offered = [
        {
            **place,
            "id": new_id(),
            "question_id": question.id,
            "position": number,
            **option.model_dump(),
        }
        for question in asked
        for number, option in enumerate(question.options, start=1)
    ]
    await insert_rows(tx, questions, rows)
    await insert_rows(tx, options, offered)


def _question(question: BallotQuestionIn, mode: RoundMode) -> Row:
    preset = _preset(question, mode)
    subject = question.subject
    return {
        "id": question.id,
        "kind": str(question.kind),
        "words": question.words,
        "explanation": question.explanation,
        "matter": str(question.matter),
        "preset": str(preset),
        "rule": rows_of(PRESETS[preset]),
        "subject_kind": subject and str(subject.kind),
        "subject_id": subject and subject.id,
    }
