from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from linli.care.facts.register import register_fact
from linli.care.models.register_duty import RegisterDuty
from linli.care.rules.need_words import DutyKind
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id


@dataclass(frozen=True)
class Duty:
    """Something that only a social worker can settle."""

    kind: DutyKind
    subject_kind: Literal["assistance_need", "care_task", "assistance_visit"]
    subject_id: UUID
    household_id: UUID


async def raise_duties(tx: Tx, raised: Sequence[Duty]) -> None:
    """Put duties on the social worker's list; one that is there already stays as it is."""
    duties, now = table(RegisterDuty), clock.now()
    rows: list[Row] = [
        {"community_id": tx.community, "id": new_id(), "raised_at": now, **vars(each)}
        for each in dict.fromkeys(raised)
    ]
    if not rows:
        return
    new = insert_for(tx, duties).on_conflict_do_nothing(
        index_elements=("community_id", "kind", "subject_id"),
        index_where=duties.c.settled_at.is_(None),
    )
    result = await tx.execute(new.returning(duties.c.id), rows)
    for duty_id in result.scalars():
        record(tx, register_fact("raised", "register_duty", duty_id, None, now))
