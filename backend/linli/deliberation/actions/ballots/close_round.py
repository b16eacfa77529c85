"""Closing a round when its window is over."""

from uuid import UUID

from linli.deliberation.actions.ballots.due import CLOSE
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.actions.ballots.move_round import move_by_clock
from linli.deliberation.facts.ballots import round_fact
from linli.kernel import clock
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule


async def close_when_due(tx: Tx, round_id: UUID) -> None:
    """Close a round (due work). Votes read the clock themselves, so coming late changes nothing."""
    round_ = await hold_round(tx, round_id)
    if round_["state"] == "open" and not await close_if_over(tx, round_):
        await schedule(tx, CLOSE, round_id, round_["closes_at"])


async def close_if_over(tx: Tx, round_: Row) -> bool:
    """Close a held open round if its last moment has passed; whether it did.

    The due work of the closing stays on the list: a worker that has taken it up waits for the
    round that is held here, and then finds it closed.
    """
    if round_["state"] != "open" or clock.now() < round_["closes_at"]:
        return False
    await move_by_clock(tx, round_, "closed")
    record(tx, round_fact("closed", None, round_["id"], clock.now()))
    return True
