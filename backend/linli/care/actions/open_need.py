from typing import Any
from uuid import UUID

from linli.care.actions.need_batch import diagnosis_faults, faulty
from linli.care.facts.register import need_fact
from linli.care.permissions.register import OPEN_NEED
from linli.care.queries.need_rows import needs_by_id
from linli.care.queries.needs import read_consent
from linli.care.schemas.need import OpeningIn
from linli.community.public import places_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Permission
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, not_found
from linli.kernel.vault.vault import Place, open_content


async def open_need(
    tx: Tx, actor: Actor, need_id: UUID, body: OpeningIn, right: Permission = OPEN_NEED
) -> dict[str, Any]:
    """Open a need's content for a purpose; who, when and why is recorded.

    The right is the social worker's, or the person's own. Each call is an opening of its own, also
    a repeated one: the content was given out again.

    Returns:
        The content as ``NeedContent`` shows it.

    Raises:
        Problem: 404 when there is no such need; 410 ``erased`` when it has ended; 422 when the
            purpose tells a diagnosis.
    """
    faults = list(diagnosis_faults("/purpose", body.purpose))
    if faults:
        raise faulty(faults)
    need = (await needs_by_id(tx, [need_id])).get(need_id)
    if need is None:
        raise not_found()
    if need["sealed"] is None:
        raise Problem(410, "erased")
    place = Place("assistance_need", need_id, need["person_id"])
    content = await open_content(tx, actor, right, place, need["sealed"], purpose=body.purpose)
    record(tx, need_fact("opened", need_id, actor.account_id, clock.now()))
    home = (await places_of(tx, [need["household_id"]]))[need["household_id"]]
    consent = await _consent(tx, actor, need, body.purpose, right)
    told = {"id": need_id, "household_code": home["code"], "kind": need["kind"]}
    return {**told, **content, "consent": consent}


async def _consent(tx: Tx, actor: Actor, need: Row, purpose: str, right: Permission) -> Row | None:
    if need["consent_id"] is None:
        return None
    consent = await read_consent(tx, need["consent_id"])
    place = Place("separate_consent", need["consent_id"], need["person_id"])
    content = await open_content(tx, actor, right, place, consent.pop("sealed"), purpose=purpose)
    return {**consent, **content}
