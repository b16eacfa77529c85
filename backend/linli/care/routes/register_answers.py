"""What routes of the register answer with."""

from typing import Any
from uuid import UUID

from fastapi import Response

from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.receipts import receipts_of
from linli.kernel.facts.record import append_facts
from linli.kernel.http.documented import refusals
from linli.kernel.sync.items import Verdict

READS = refusals(401, 404)
LISTS = refusals(401, 404, 422)
CHANGES = refusals(400, 401, 404, 409, 412, 422)
CREATES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The same was sent before"},
    **refusals(401, 403, 404, 409, 422),
}


def note_repeat(response: Response, *, is_new: bool) -> None:
    """Answer 200 instead of 201 to what was sent before."""
    if not is_new:
        response.status_code = 200


async def receipt_of(tx: Tx, kind: str, item_id: UUID, verdict: Verdict) -> Row:
    """The receipt of an item that was taken, now or before.

    Raises:
        Problem: why it was not taken.
    """
    if verdict.problem is not None:
        raise verdict.problem
    if verdict.recorded is None:
        return (await receipts_of(tx, kind, [item_id]))[item_id].as_json()
    await append_facts(tx)
    return verdict.recorded.receipt.as_json()
