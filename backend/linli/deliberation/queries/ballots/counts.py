"""Weights by answer, added up by the database: one pass, however many electors."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, bindparam, case, exists, func, select, true

from linli.deliberation.queries.ballots.tables import (
    answers,
    beside,
    counted,
    deliveries,
    electors,
)
from linli.deliberation.rules.ballots.ballot_state import BallotState, Counts
from linli.deliberation.rules.ballots.question import Question
from linli.deliberation.rules.ballots.weight import NOTHING, Weight
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

_COMMUNITY = bindparam("community_id", type_=Uuid)
_ROUND = bindparam("round_id", type_=Uuid)
_HEADS = func.count().label("heads")
_AREA = func.coalesce(func.sum(electors.c.area_dm2), 0).label("area_dm2")

_BY_ANSWER = Fast(
    select(answers.c.question_id, answers.c.answer, _HEADS, _AREA)
    .select_from(
        electors.join(
            counted, beside(counted, electors, counted.c.elector_id == electors.c.id)
        ).join(answers, beside(answers, counted, answers.c.ballot_id == counted.c.ballot_id))
    )
    .where(electors.c.community_id == _COMMUNITY, electors.c.round_id == _ROUND)
    .group_by(answers.c.question_id, answers.c.answer)
)
_IS_DELIVERED = exists().where(
    beside(deliveries, electors, deliveries.c.elector_id == electors.c.id),
    deliveries.c.proven == true(),
)
_STATE = case(
    (_IS_DELIVERED, str(BallotState.UNRETURNED)), else_=str(BallotState.UNDELIVERED)
).label("state")
_NOT_RETURNED = Fast(
    select(_STATE, _HEADS, _AREA)
    .select_from(
        electors.outerjoin(
            counted, beside(counted, electors, counted.c.elector_id == electors.c.id)
        )
    )
    .where(
        and_(
            electors.c.community_id == _COMMUNITY,
            electors.c.round_id == _ROUND,
            counted.c.id.is_(None),
        )
    )
    .group_by(_STATE)
)


async def counts_of(tx: Tx, round_id: UUID, questions: Sequence[Question]) -> dict[str, Counts]:
    """Question → weight by answer and state; every elector stands in each question once."""
    asked = {"community_id": tx.community, "round_id": round_id}
    missing = {row["state"]: _weight(row) for row in await tx.rows(_NOT_RETURNED, asked)}
    given: dict[str, dict[str, Weight]] = {question.id: {} for question in questions}
    for row in await tx.rows(_BY_ANSWER, asked):
        given[str(row["question_id"])][row["answer"]] = _weight(row)
    return {
        question.id: {
            **{answer: given[question.id].get(answer, NOTHING) for answer in question.answers},
            **{state: missing.get(state, NOTHING) for state in _STATES},
        }
        for question in questions
    }


_STATES = (BallotState.UNRETURNED, BallotState.UNDELIVERED)


def _weight(row: Row) -> Weight:
    return Weight(int(row["heads"]), int(row["area_dm2"]))
