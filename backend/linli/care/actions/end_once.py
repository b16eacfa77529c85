from linli.care.actions.end_need import Ending, end_need
from linli.care.queries.homes import lock_homes
from linli.care.queries.need_rows import locked_need
from linli.care.queries.needs import read_ending
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem, not_found


async def end_once(tx: Tx, need: Row, ending: Ending) -> bool:
    """End a need, or recognise that it was ended just so.

    Returns:
        Whether it ended now.

    Raises:
        Problem: 409 ``need_over`` when it ended by another ending.
    """
    await lock_homes(tx, [need["household_id"]])
    current = await locked_need(tx, need["id"])
    if current is None:
        raise not_found()
    if current["status"] == "active":
        await end_need(tx, current, ending)
        return True
    before = await read_ending(tx, need["id"])
    mine = {"id": ending.id, "reason": ending.reason, "given_how": ending.given_how}
    if before is None or any(before[name] != value for name, value in mine.items()):
        raise Problem(409, "need_over")
    return False
