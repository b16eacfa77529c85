"""Nobody decides over others' heads: who votes are all those whom the matter concerns."""

from collections.abc import Sequence

from linli.deliberation.queries.ballots.concerned import reaches_out
from linli.deliberation.rules.ballots.question import Question, SubjectKind
from linli.deliberation.rules.ballots.unit_scope import UnitScope
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem

OUTSIDE = {
    SubjectKind.PROPOSAL: "proposal_outside_scope",
    SubjectKind.SCHEME: "scheme_outside_scope",
}


async def check_scope(tx: Tx, scope: UnitScope, questions: Sequence[Question]) -> None:
    """Refuse a proposal or scheme that binds homes outside the round's scope.

    Raises:
        Problem: 409 ``proposal_outside_scope`` or ``scheme_outside_scope``, with the number of the
            question.
    """
    for number, question in enumerate(questions, start=1):
        for subject in question.subjects:
            if await reaches_out(tx, subject, scope):
                raise Problem(409, OUTSIDE[subject.kind], question=number)
