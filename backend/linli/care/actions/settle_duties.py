from collections.abc import Collection
from uuid import UUID

from sqlalchemy import update

from linli.care.models.register_duty import RegisterDuty
from linli.care.rules.need_words import DutyKind
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx


async def settle_duties(
    tx: Tx, subject_ids: Collection[UUID], by: UUID | None, *kinds: DutyKind
) -> None:
    """Settle the open duties about these subjects, of these kinds or all."""
    duties = table(RegisterDuty)
    theirs = [
        duties.c.community_id == tx.community,
        duties.c.subject_id.in_(subject_ids),
        duties.c.settled_at.is_(None),
    ]
    if kinds:
        theirs.append(duties.c.kind.in_(kinds))
    settled = {"settled_at": clock.now(), "settled_by": by}
    await tx.execute(update(duties).where(*theirs).values(settled))
