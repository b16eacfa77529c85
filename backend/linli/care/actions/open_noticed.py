from typing import Any
from uuid import UUID

from linli.care.actions.need_batch import diagnosis_faults, faulty
from linli.care.permissions.register import HANDLE_SUGGESTIONS
from linli.care.queries.suggestions import locked_suggestion
from linli.care.schemas.need import OpeningIn
from linli.community.public import open_suggestion
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem
from linli.kernel.vault.vault import Place, open_content


async def open_noticed(
    tx: Tx, actor: Actor, suggestion_id: UUID, body: OpeningIn
) -> dict[str, Any]:
    """Read what a suggestion says, to ask about it at the door; the opening is recorded.

    Returns:
        ``{"id", "household_id", "kinds", "note"}``.

    Raises:
        Problem: 404 when there is none waiting; 410 ``erased`` when it was handled; 422 when the
            purpose tells a diagnosis.
    """
    faults = list(diagnosis_faults("/purpose", body.purpose))
    if faults:
        raise faulty(faults)
    row = await locked_suggestion(tx, suggestion_id)
    if row is None:
        home, kinds = await open_suggestion(tx, actor, HANDLE_SUGGESTIONS, suggestion_id)
        return {"id": suggestion_id, "household_id": home, "kinds": kinds, "note": None}
    if row["sealed"] is None:
        raise Problem(410, "erased")
    place = Place("need_suggestion", suggestion_id, suggestion_id)
    content = await open_content(
        tx, actor, HANDLE_SUGGESTIONS, place, row["sealed"], purpose=body.purpose
    )
    return {"id": suggestion_id, "household_id": row["household_id"], **content}
