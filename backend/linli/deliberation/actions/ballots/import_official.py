"""Bringing in the result of the official system."""

from uuid import UUID

from linli.deliberation.actions.ballots.close_round import close_if_over
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.outcome import OfficialResult
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.rules.ballots.ballot_state import BallotState
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.deliberation.rules.ballots.weight import Weight, total
from linli.deliberation.rules.canonical import digest
from linli.deliberation.schemas.ballots.result import OfficialQuestionIn, OfficialResultIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, invalid

OUTSIDE = (BallotState.UNRETURNED, BallotState.UNDELIVERED)


async def import_official(tx: Tx, actor: Actor, round_id: UUID, body: OfficialResultIn) -> bool:
    """Keep the official figures, by question and basis, with their document; whether they are new.

    The newest import before the count is the one that is counted; all are kept.

    Raises:
        Problem: 404; 409 ``not_official`` for a round of another mode, ``round_not_closed``;
            422 for a question or answer that the round does not have, a missing question, or
            figures that do not add up to the frozen electorate.
    """
    round_ = await hold_round(tx, round_id)
    counts = await _counts(tx, round_id, body)
    values = {"round_id": round_id, "system": body.system, "reference": body.reference}
    is_new = await create_once(tx, actor, OfficialResult, body, **values, counts=counts)
    if is_new:
        if round_["mode"] != RoundMode.OFFICIAL_IMPORT:
            raise Problem(409, "not_official")
        await close_if_over(tx, round_)
        if round_["state"] != "closed":
            raise Problem(409, "round_not_closed")
        _check_whole(round_, body)
        public = {"round": round_id, "figures": digest(counts)}
        kind = "official_result.imported"
        record(tx, ledger_fact(actor, kind, body.id, clock.now(), public))
    await declare_slots(tx, actor, "official_result", {body.id: body.attachments})
    return is_new


async def _counts(
    tx: Tx, round_id: UUID, body: OfficialResultIn
) -> dict[str, dict[str, dict[str, str]]]:
    asked = {question.id: question.answers for question in await questions_of(tx, round_id)}
    counts: dict[str, dict[str, dict[str, str]]] = {}
    for place, each in enumerate(body.questions):
        key = str(each.question_id)
        if key not in asked or key in counts:
            raise invalid(f"/questions/{place}/question_id", "unknown_question")
        counts[key] = _figures(place, each, (*asked[key], *OUTSIDE))
    if len(counts) != len(asked):
        raise invalid("/questions", "answer_missing", questions=len(asked))
    return counts


def _check_whole(round_: Row, body: OfficialResultIn) -> None:
    """Who took no part is the base too: left out, one vote would be a quorum (raises 422)."""
    frozen = Weight(round_["heads"], round_["area_dm2"])
    for place, each in enumerate(body.questions):
        told = total([Weight(one.heads, one.area_dm2) for one in each.counts.values()])
        if told != frozen:
            base = {"heads": frozen.heads, "area_dm2": frozen.area_dm2}
            raise invalid(f"/questions/{place}/counts", "not_the_electorate", **base)


def _figures(
    place: int, each: OfficialQuestionIn, taken: tuple[str, ...]
) -> dict[str, dict[str, str]]:
    if set(each.counts) - set(taken):
        raise invalid(f"/questions/{place}/counts", "unknown_answer")
    nothing = {"heads": "0", "area_dm2": "0"}
    return {
        str(answer): {
            name: str(figure) for name, figure in each.counts[answer].model_dump().items()
        }
        if answer in each.counts
        else nothing
        for answer in taken
    }
