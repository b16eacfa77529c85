"""What a need has left in other tables."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from linli.care.models.care_task import AssistanceVisit, CareTask
from linli.care.rules.task_state import OVER
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx


@dataclass(frozen=True)
class Traces:
    """Tasks and visits of a need."""

    task_ids: list[UUID]
    open_task_ids: list[UUID]
    visit_ids: list[UUID]


async def traces_of(tx: Tx, need_id: UUID) -> Traces:
    """The tasks of a need and the visits logged against them."""
    tasks, visits = table(CareTask).c, table(AssistanceVisit).c
    of_need = (tasks.community_id == tx.community, tasks.need_id == need_id)
    rows = await tx.rows(select(tasks.id, tasks.step).where(*of_need))
    of_tasks = select(visits.id).where(
        visits.community_id == tx.community, visits.care_task_id.in_(row["id"] for row in rows)
    )
    return Traces(
        [row["id"] for row in rows],
        [row["id"] for row in rows if row["step"] not in OVER],
        [row["id"] for row in await tx.rows(of_tasks)],
    )
