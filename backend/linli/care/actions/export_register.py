from sqlalchemy import func, select

from linli.care.actions.need_batch import diagnosis_faults, faulty
from linli.care.facts.register import register_fact
from linli.care.models.register_duty import RegisterExport
from linli.care.queries.need_rows import needs
from linli.care.queries.register_export import purpose_of
from linli.care.schemas.register import ExportIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.vault.many import disclose
from linli.kernel.vault.vault import Place


async def export_register(tx: Tx, actor: Actor, body: ExportIn) -> bool:
    """Open the whole register to take it out as a file: each need's opening is recorded.

    The file itself is written when it is fetched, by the one who asked, within ten minutes.

    Returns:
        Whether the export is new.

    Raises:
        Problem: 409 ``conflict``; 422 when the purpose tells a diagnosis.
    """
    faults = list(diagnosis_faults("/purpose", body.purpose))
    if faults:
        raise faulty(faults)
    c = needs.c
    active = (c.community_id == tx.community, c.status == "active")
    count = await tx.scalar(select(func.count()).where(*active))
    if not await create_once(tx, actor, RegisterExport, body, purpose=body.purpose, needs=count):
        return False
    rows = await tx.rows(select(c.id, c.person_id).where(*active))
    purpose = purpose_of(body.id, body.purpose)
    places = [Place("assistance_need", row["id"], row["person_id"]) for row in rows]
    await disclose(tx, [(place, actor.account_id, purpose) for place in places])
    record(tx, register_fact("made", "register_export", body.id, actor.account_id, clock.now()))
    return True
