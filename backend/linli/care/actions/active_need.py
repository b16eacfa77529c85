from uuid import UUID

from linli.care.queries.need_rows import locked_need
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem, not_found


async def active_need(tx: Tx, need_id: UUID) -> Row:
    """An active need's row, held until the transaction ends.

    Raises:
        Problem: 404 when there is none; 409 ``need_over`` when it has ended.
    """
    need = await locked_need(tx, need_id)
    if need is None:
        raise not_found()
    if need["status"] != "active":
        raise Problem(409, "need_over")
    return need
