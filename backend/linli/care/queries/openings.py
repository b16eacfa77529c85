"""Who opened what is kept of a person, when and why: shown to that person."""

from uuid import UUID

from sqlalchemy import select

from linli.care.queries.need_rows import needs_by_id
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found
from linli.kernel.vault.models import VaultOpening

FOR_A_TASK = "care_task:"


async def list_openings(tx: Tx, _actor: Actor, need_id: UUID, page: PageAsked) -> Row:
    """All openings of the records of the need's person, also after they have been erased.

    Raises:
        Problem: 404 when there is no such need.
    """
    need = (await needs_by_id(tx, [need_id])).get(need_id)
    if need is None:
        raise not_found()
    openings = table(VaultOpening)
    c = openings.c
    asks = select(c.id, c.opened_at, c.actor_id, c.purpose, c.record_table.label("record")).where(
        c.community_id == tx.community, c.person_id == need["person_id"]
    )
    found = await page_of(tx, asks, [c.opened_at, c.id], page, "openings", need_id)
    names = await names_of(tx, {row["actor_id"] for row in found["items"]})
    found["items"] = [_shown(row, names) for row in found["items"]]
    return found


def _shown(row: Row, names: dict[UUID, str]) -> Row:
    purpose, task_id = row["purpose"], None
    if purpose.startswith(FOR_A_TASK):
        task_id, purpose = UUID(purpose.removeprefix(FOR_A_TASK)), "care_task"
    name = names.get(row["actor_id"], "")
    return {**row, "actor_name": name, "purpose": purpose, "care_task_id": task_id}
