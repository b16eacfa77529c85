from collections.abc import Sequence

from linli.deliberation.queries.ballots.readiness import still_missing
from linli.deliberation.rules.ballots.question import Question
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem


async def check_ready(tx: Tx, questions: Sequence[Question]) -> None:
    """Refuse a notice of what is not ready to be decided; hold the subjects first.

    Raises:
        Problem: 409 ``proposal_in_work``, ``plan_unpublished``, ``plan_settled`` or
            ``options_renamed``, with the number of the question.
    """
    for first in await still_missing(tx, questions):
        raise Problem(409, first["what"], question=first["question"])
