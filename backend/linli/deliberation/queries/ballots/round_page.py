"""A round with all that its page shows."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.permissions.ballots import AGREE_ON_VOTER, MANAGE_ROUND
from linli.deliberation.queries.ballots.contested import papers_contested
from linli.deliberation.queries.ballots.objections import open_objections, until, upheld_objections
from linli.deliberation.queries.ballots.official import may_confirm
from linli.deliberation.queries.ballots.papers import papers_waiting
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.readiness import still_missing
from linli.deliberation.queries.ballots.round_rows import place_of, profile_in, round_row
from linli.deliberation.queries.ballots.tables import changes, results
from linli.deliberation.queries.ballots.turnout import NOTHING, returned_of
from linli.deliberation.queries.ballots.what_may_be_done import Waiting, may
from linli.deliberation.rules.ballots.matters import is_weaker
from linli.deliberation.rules.ballots.notice_document import profile_rows
from linli.deliberation.rules.ballots.procedure import earliest_opening, final_from
from linli.deliberation.rules.ballots.question import Question
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.identity.public import names_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found

RESULT_IS_OUT = frozenset({"on_notice", "final"})
_SAME = (
    "id",
    "title",
    "background",
    "project_id",
    "mode",
    "state",
    "version",
    "opens_on",
    "closes_on",
    "opens_at",
    "closes_at",
    "follow_majority",
    "run_off_of",
    "noticed_on",
    "notice_digest",
    "electorate_digest",
    "result_on",
)


async def read_round(tx: Tx, actor: Actor, round_id: UUID) -> Row:
    """One round, with what the actor may do with it now.

    Raises:
        Problem: 404 ``not_found``, also for a draft to those who neither manage it nor record
            agreements of co-owners.
    """
    round_ = await round_row(tx, round_id)
    if round_["state"] == "draft" and not (actor.may(MANAGE_ROUND) or actor.may(AGREE_ON_VOTER)):
        raise not_found()
    questions = await questions_of(tx, round_id)
    official = round_["mode"] == RoundMode.OFFICIAL_IMPORT
    waiting = Waiting(
        papers=await papers_waiting(tx, round_id),
        contested=await papers_contested(tx, round_id),
        figures=official and await may_confirm(tx, actor, round_id),
        upheld=await upheld_objections(tx, round_id),
    )
    return {
        **{name: round_[name] for name in _SAME},
        "scope": {
            "building_ids": round_["scope_buildings"],
            "stairwell_ids": round_["scope_stairwells"],
        },
        "server_time": clock.now(),
        **await _procedure(tx, round_),
        **await _turnout(tx, round_),
        "papers_waiting": waiting.papers,
        "papers_contested": waiting.contested,
        "open_objections": await open_objections(tx, round_id),
        "still_missing": await still_missing(tx, questions) if round_["state"] == "draft" else [],
        "questions": [shown_question(question) for question in questions],
        "outcomes": await _outcomes(tx, round_),
        "changes": await _changes(tx, round_id),
        "may": may(actor, round_, waiting),
    }


async def _procedure(tx: Tx, round_: Row) -> Row:
    zone, city = await place_of(tx)
    profile = profile_in(round_, city)
    noticed, published = round_["noticed_on"], round_["result_on"]
    return {
        "profile": profile_rows(profile),
        "earliest_opening": earliest_opening(noticed or clock.today(zone.key), profile),
        "objections_until": until(round_),
        "final_from": published and final_from(published, profile),
    }


async def _turnout(tx: Tx, round_: Row) -> Row:
    if round_["electorate_digest"] is None:
        return {"electorate": None, "returned": None}
    returned = await returned_of(tx, [round_["id"]])
    return {
        "electorate": {"heads": round_["heads"], "area_dm2": round_["area_dm2"]},
        "returned": returned.get(round_["id"], NOTHING),
    }


def shown_question(question: Question) -> Row:
    """A question as it is read."""
    return {
        "id": question.id,
        "kind": question.kind,
        "words": question.words,
        "explanation": question.explanation,
        "matter": question.matter,
        "preset": question.preset,
        "weaker_than_suggested": is_weaker(question.matter, question.preset),
        "rule": list(question.rule),
        "options": [
            {
                "key": option.key,
                "title": option.title,
                "explanation": option.explanation,
                "subject_id": option.subject,
            }
            for option in question.options
        ],
        "answers": list(question.answers),
        "subject": _subject(question),
    }


async def _outcomes(tx: Tx, round_: Row) -> list[Row]:
    if round_["state"] not in RESULT_IS_OUT:
        return []
    document = (await newest_result(tx, round_["id"]) or {"document": {"questions": []}})[
        "document"
    ]
    return [
        {
            "question_id": one["question"],
            "outcome": one["returned"]["outcome"],
            "passed": one["returned"].get("passed"),
            "run_off": one["returned"]["run_off"],
        }
        for one in document["questions"]
    ]


async def newest_result(tx: Tx, round_id: UUID) -> Row | None:
    """The last tally of a round as it was frozen."""
    r = results.c
    asks = (
        select(r.id, r.number, r.document, r.digest, r.created_at)
        .where(r.community_id == tx.community, r.round_id == round_id)
        .order_by(r.number.desc())
        .limit(1)
    )
    return await tx.row(asks)


async def _changes(tx: Tx, round_id: UUID) -> list[Row]:
    c = changes.c
    asks = (
        select(c.id, c.from_state, c.to_state, c.reason, c.created_by, c.created_at, c.by_clock)
        .where(c.community_id == tx.community, c.round_id == round_id)
        .order_by(c.created_at, c.id)
    )
    rows = await tx.rows(asks)
    names = await names_of(tx, _people(rows))
    return [
        {
            **{name: row[name] for name in ("id", "from_state", "to_state", "reason")},
            "by": None if row["by_clock"] else names.get(row["created_by"]),
            "at": row["created_at"],
        }
        for row in rows
    ]


def _people(rows: Iterable[dict[str, Any]]) -> set[UUID]:
    return {row["created_by"] for row in rows if not row["by_clock"]}


def _subject(question: Question) -> Row | None:
    if question.subject is None:
        return None
    kind, id_ = question.subject
    return {"kind": kind, "id": id_, "version": question.subject_version}
