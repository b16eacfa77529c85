"""Weights by answer, added up by the database: one pass, however many electors."""

from collections.abc import Iterator, Sequence

from sqlalchemy import bindparam, func, select

from linli.deliberation.queries.ballots.tables import (
    answers,
    beside,
    counted,
    electors,
)
from linli.deliberation.rules.ballots.ballot_state import BallotState, Counts
from linli.deliberation.rules.ballots.question import Question
from linli.deliberation.rules.ballots.weight import NOTHING, Weight, total
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


async def counts_of(
    tx: Tx, round_: Row, questions: Sequence[Question], unreturned: Weight
) -> dict[str, Counts]:
    """Question → weight by answer and state; every elector stands in each question once.

    Args:
        tx: the open transaction.
        round_: ``id`` and the frozen ``heads`` and ``area_dm2``, which the caller has checked.
        questions: of the round.
        unreturned: brought with proof; who else is missing is what is left of the frozen base.
    """
    asked = {"community_id": tx.community, "round_id": round_["id"]}
    given: dict[str, dict[str, Weight]] = {question.id: {} for question in questions}
    for row in await tx.rows(_BY_ANSWER, asked):
        given[str(row["question_id"])][row["answer"]] = _weight(row)
    return {
        key: _whole(answered, unreturned, round_) for key, answered in _filled(given, questions)
    }


def _filled(
    given: dict[str, dict[str, Weight]], questions: Sequence[Question]
) -> Iterator[tuple[str, dict[str, Weight]]]:
    for question in questions:
        answered = given[question.id]
        yield question.id, {one: answered.get(one, NOTHING) for one in question.answers}


def _whole(answered: dict[str, Weight], unreturned: Weight, round_: Row) -> Counts:
    came = total([*answered.values(), unreturned])
    rest = Weight(round_["heads"] - came.heads, round_["area_dm2"] - came.area_dm2)
    return {
        **answered,
        BallotState.UNRETURNED: unreturned,
        BallotState.UNDELIVERED: rest,
    }


def _weight(row: Row) -> Weight:
    return Weight(int(row["heads"]), int(row["area_dm2"]))
