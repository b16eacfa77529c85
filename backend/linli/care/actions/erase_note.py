from uuid import UUID

from sqlalchemy import update

from linli.care.facts.register import register_fact
from linli.care.queries.known_help import visits
from linli.kernel import clock
from linli.kernel.attachments.erase import erase_attachments
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.vault.vault import destroy_person_key


async def erase_note(tx: Tx, visit_id: UUID) -> None:
    """Erase note and files of a visit that served no active need. Due work."""
    this = (visits.c.community_id == tx.community, visits.c.id == visit_id)
    await tx.execute(update(visits).where(*this).values(sealed=None))
    await erase_attachments(tx, "assistance_visit", [visit_id])
    if await destroy_person_key(tx, visit_id):
        record(tx, register_fact("erased", "assistance_visit", visit_id, None, clock.now()))
