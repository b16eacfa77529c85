from typing import Any
from uuid import UUID

from linli.care.actions.need_batch import diagnosis_faults, faulty
from linli.care.permissions.register import OPEN_NEED
from linli.care.queries.known_help import known_help
from linli.care.schemas.need import OpeningIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem, not_found
from linli.kernel.vault.vault import Place, open_content


async def open_note(tx: Tx, actor: Actor, visit_id: UUID, body: OpeningIn) -> dict[str, Any]:
    """Open the note of a visit for a purpose; who, when and why is recorded.

    Returns:
        ``{"id", "note"}``.

    Raises:
        Problem: 404 when there is no such visit or it has no note; 410 ``erased``; 422 when the
            purpose tells a diagnosis.
    """
    faults = list(diagnosis_faults("/purpose", body.purpose))
    if faults:
        raise faulty(faults)
    visit = (await known_help(tx, [visit_id])).get(visit_id)
    if visit is None or visit["person_id"] is None:
        raise not_found()
    if visit["sealed"] is None:
        raise Problem(410, "erased")
    place = Place("assistance_visit", visit_id, visit["person_id"])
    content = await open_content(tx, actor, OPEN_NEED, place, visit["sealed"], purpose=body.purpose)
    return {"id": visit_id, "note": content["note"]}
