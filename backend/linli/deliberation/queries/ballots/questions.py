"""The questions of rounds, as the rules take them."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.tables import options, questions
from linli.deliberation.rules.ballots.question import Option, Question
from linli.kernel.db.transaction import Row, Tx


async def questions_of(tx: Tx, round_id: UUID) -> list[Question]:
    """The questions of a round, in their order."""
    return (await questions_of_rounds(tx, [round_id])).get(round_id, [])


async def questions_of_rounds(tx: Tx, round_ids: Collection[UUID]) -> dict[UUID, list[Question]]:
    """The questions of each round, in their order."""
    c, o = questions.c, options.c
    asks = select(questions).where(c.community_id == tx.community, c.round_id.in_(round_ids))
    listed: dict[UUID, list[Option]] = defaultdict(list)
    offered = select(options).where(o.community_id == tx.community, o.round_id.in_(round_ids))
    for row in await tx.rows(offered.order_by(o.question_id, o.position)):
        listed[row["question_id"]].append(_option(row))
    found: dict[UUID, list[Question]] = defaultdict(list)
    for row in await tx.rows(asks.order_by(c.round_id, c.position)):
        found[row["round_id"]].append(_question(row, tuple(listed[row["id"]])))
    return found


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
