"""What the routes of this part answer alike."""

from typing import Any
from uuid import UUID

from fastapi import Response

from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.receipts import receipts_of
from linli.kernel.facts.record import append_facts
from linli.kernel.http.documented import refusals
from linli.kernel.sync.items import Verdict

CREATES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The same was sent before"},
    **refusals(401, 403, 404, 409, 422),
}
READS = refusals(401, 403, 404)
LISTS = refusals(401, 403, 404, 422)
CHANGES = refusals(401, 403, 404, 409, 422)


def note_repeat(response: Response, *, is_new: bool) -> None:
    """200 instead of 201 for what was sent before."""
    if not is_new:
        response.status_code = 200


async def taken(tx: Tx, kind: str, item_id: UUID, verdict: Verdict) -> Row:
    """A batch of one as its own answer.

    Raises:
        Problem: what the verdict says.
    """
    if verdict.problem is not None:
        raise verdict.problem
    if verdict.recorded is not None:
        await append_facts(tx)
        return {"id": item_id, "receipt": verdict.recorded.receipt.as_json()}
    found = await receipts_of(tx, kind, {item_id})
    return {"id": item_id, "receipt": found[item_id].as_json()}
