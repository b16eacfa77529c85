"""That a run-off follows the result it names."""

from linli.deliberation.queries.ballots.left_open import left_open
from linli.deliberation.rules.ballots.run_off import may_ask_again
from linli.deliberation.schemas.ballots.round_in import RoundDraft
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem, invalid


async def check_run_off(tx: Tx, body: RoundDraft) -> None:
    """Refuse a run-off of a round that has none, or between others than those who led.

    Raises:
        Problem: 409 ``no_run_off``; 422 ``not_the_leading_options``.
    """
    if body.run_off_of is None:
        return
    found = await left_open(tx, body.run_off_of)
    if not found:
        raise Problem(409, "no_run_off")
    for place, question in enumerate(body.questions):
        if not may_ask_again({each.key: each.title for each in question.options}, found):
            raise invalid(f"/questions/{place}/options", "not_the_leading_options")
