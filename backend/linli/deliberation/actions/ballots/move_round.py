"""Moving a round on: the step is a row with who, when and why."""

from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from linli.deliberation.models.ballots.ballot_round import BallotRoundChange
from linli.deliberation.queries.ballots.tables import changes, rounds
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.lifecycles.ballot_round import BALLOT_ROUND
from linli.deliberation.schemas.ballots.round_in import ReasonedRoundStepIn, RoundStepIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.creation import body_digest, create_once
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, conflict


async def was_sent_before(tx: Tx, round_: Row, step: RoundStepIn, target: str) -> bool:
    """Whether this very step was taken already.

    Raises:
        Problem: 409 ``conflict`` when its id belongs to another step or to another reason.
    """
    this = (changes.c.community_id == tx.community, changes.c.id == step.id)
    c = changes.c
    found = await tx.row(select(c.round_id, c.to_state, c.body_digest).where(*this))
    if found is None:
        return False
    sent = (round_["id"], target, body_digest(tx, step))
    if (found["round_id"], found["to_state"], found["body_digest"]) != sent:
        raise conflict("id")
    return True


def check_move(round_: Row, target: str, reason: str = "") -> None:
    """Refuse a step that does not lead on from here.

    Raises:
        Problem: 409 ``round_step_not_possible``.
    """
    try:
        BALLOT_ROUND.check(round_["state"], target, reason)
    except RuleBrokenError as broken:
        raise Problem(409, "round_step_not_possible", state=round_["state"]) from broken


async def move_round(
    tx: Tx, actor: Actor, round_: Row, target: str, step: RoundStepIn, **values: Any
) -> None:
    """Take a step that somebody asked for; the round must be held.

    Args:
        tx: the open transaction.
        actor: who asked.
        round_: the held round; its ``state`` is changed along.
        target: where to.
        step: with the reason, where there is one.
        values: further columns of the round.

    Raises:
        Problem: as ``check_move``; 409 ``conflict`` when the step's id is taken.
    """
    reason = step.reason if isinstance(step, ReasonedRoundStepIn) else None
    check_move(round_, target, reason or "")
    about = {"round_id": round_["id"], "from_state": round_["state"], "to_state": target}
    await create_once(tx, actor, BallotRoundChange, step, **about, reason=reason, by_clock=False)
    await _put(tx, round_, target, values)


async def move_by_clock(tx: Tx, round_: Row, target: str, **values: Any) -> None:
    """Take a step whose time has come; the round must be held."""
    check_move(round_, target)
    row = {
        "community_id": tx.community,
        "id": new_id(),
        "body_digest": b"",
        "created_by": round_["created_by"],
        "created_at": clock.now(),
        "round_id": round_["id"],
        "from_state": round_["state"],
        "to_state": target,
        "by_clock": True,
    }
    await tx.execute(insert(changes).values(row))
    await _put(tx, round_, target, values)


async def _put(tx: Tx, round_: Row, target: str, values: dict[str, Any]) -> None:
    await change_round(tx, round_["id"], state=target, **values)
    round_.update(values, state=target)


async def change_round(tx: Tx, round_id: UUID, **values: Any) -> None:
    """Change columns of a held round, and with them its version."""
    this = (rounds.c.community_id == tx.community, rounds.c.id == round_id)
    changed = {**values, "version": rounds.c.version + 1}
    await tx.execute(update(rounds).where(*this).values(changed))
