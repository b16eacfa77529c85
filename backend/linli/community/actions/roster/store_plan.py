from collections.abc import Iterable, Iterator
from uuid import UUID

from sqlalchemy import delete, insert, update

from linli.community.actions.roster.make_plan import MadePlan
from linli.community.actions.roster.writing.rows import write_rows
from linli.community.models import RosterImport, RosterPlanPage
from linli.community.queries.roster_imports import ROWS_A_PAGE, pack_rows
from linli.community.queries.roster_material import RosterMaterial
from linli.community.rules.plan_rows import PlanRow, rows_of, summary_of
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id
from linli.kernel.vault.sealer import Sealer
from linli.kernel.work.schedule import unschedule

PLAN = "community.roster.plan"
_import = table(RosterImport)
_page = table(RosterPlanPage)


def seal_pages(community_id: UUID, sealer: Sealer, made: MadePlan) -> list[Row]:
    """The rows of a plan in sealed pages of two hundred. Pure computation; runs in a thread."""
    return [
        {
            "community_id": community_id,
            "id": (page_id := new_id()),
            "import_id": sealer.person_id,
            "outcome": outcome,
            "page": number,
            "rows": len(rows),
            "sealed": pack_rows(sealer, page_id, rows),
        }
        for outcome, all_rows in rows_of(made.plan, made.snapshot.owners).items()
        for number, rows in enumerate(_pages(all_rows))
    ]


def _pages(rows: Iterable[PlanRow]) -> Iterator[list[PlanRow]]:
    page: list[PlanRow] = []
    for row in rows:
        page.append(row)
        if len(page) == ROWS_A_PAGE:
            yield page
            page = []
    if page:
        yield page


async def store_plan(tx: Tx, material: RosterMaterial, made: MadePlan, pages: list[Row]) -> bool:
    """Keep a plan for a person to look at.

    Returns:
        ``False`` when the import was changed or cancelled since the plan's material was read;
        then nothing is kept.
    """
    this = (_import.c.community_id == tx.community, _import.c.id == material.import_id)
    still = (_import.c.version == material.version, _import.c.status == material.status)
    planned = (
        update(_import)
        .where(*this, *still)
        .values(
            status="planned",
            summary=summary_of(made.plan),
            plan_digest=made.digest,
            failure=None,
            done=_import.c.total,
            version=_import.c.version + 1,
        )
    )
    if (await tx.execute(planned)).rowcount != 1:
        return False
    old = (_page.c.community_id == tx.community, _page.c.import_id == material.import_id)
    await tx.execute(delete(_page).where(*old))
    await write_rows(tx, insert(_page), pages)
    await unschedule(tx, PLAN, material.import_id)
    return True
