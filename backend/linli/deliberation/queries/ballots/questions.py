"""The questions of rounds, as the rules take them."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import bindparam, select

from linli.deliberation.queries.ballots.tables import options, questions
from linli.deliberation.rules.ballots.question import Option, Question, QuestionKind
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

_q, _o = questions.c, options.c
_COMMUNITY, _ROUND = bindparam("community_id", type_=Uuid), bindparam("round_id", type_=Uuid)
_QUESTIONS = (
    select(questions)
    .where(_q.community_id == _COMMUNITY, _q.round_id == _ROUND)
    .order_by(_q.position)
)
"""Not ``Fast``: PostgreSQL's bare driver gives the rule, a JSON column, as text."""
_OPTIONS = Fast(
    select(options)
    .where(_o.community_id == _COMMUNITY, _o.round_id == _ROUND)
    .order_by(_o.question_id, _o.position)
)


async def questions_of(tx: Tx, round_id: UUID) -> list[Question]:
    """The questions of a round, in their order."""
    asked = {"community_id": tx.community, "round_id": round_id}
    offered: defaultdict[UUID, list[Option]] = defaultdict(list)
    rows = await tx.rows(_QUESTIONS, asked)
    if any(row["kind"] == QuestionKind.CHOICE for row in rows):
        for row in await tx.rows(_OPTIONS, asked):
            offered[row["question_id"]].append(_option(row))
    return [_question(row, tuple(offered[row["id"]])) for row in rows]


def _option(row: Row) -> Option:
    subject = row["subject_id"]
    return Option(
        key=row["key"],
        title=row["title"],
        explanation=row["explanation"],
        subject=subject and str(subject),
        subject_version=row["subject_version"],
    )


def _question(row: Row, offered: tuple[Option, ...]) -> Question:
    subject = (row["subject_kind"], str(row["subject_id"])) if row["subject_kind"] else None
    return Question(
        id=str(row["id"]),
        kind=row["kind"],
        words=row["words"],
        explanation=row["explanation"],
        matter=row["matter"],
        preset=row["preset"],
        rule=tuple(row["rule"]),
        options=offered,
        subject=subject,
        subject_version=row["subject_version"],
    )
