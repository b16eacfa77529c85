"""Planning an import while the person watches, and again should the process have died."""

import asyncio
from dataclasses import dataclass
from uuid import UUID

import structlog
from sqlalchemy import update

from linli.community.actions.roster.make_plan import MadePlan, make_plan
from linli.community.actions.roster.store_plan import seal_pages, store_plan
from linli.community.models import RosterImport
from linli.community.queries.roster_material import RosterMaterial, read_material
from linli.community.rules.roster.collector import cycles_not_searched
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.keyring import Keyring

NOTE_SECONDS = 0.5
"""How often progress is written down while a plan is made."""
_import = table(RosterImport)
log = structlog.get_logger("linli.roster")


@dataclass
class _Progress:
    """Written by the planning thread, read by the loop."""

    done: int = 0
    total: int = 0

    def report(self, done: int, total: int) -> None:
        self.done, self.total = done, total


async def plan_in_background(database: Database, community_id: UUID, import_id: UUID) -> None:
    """Plan an import that is waiting for it. Its outcome, also a failure, is in the import."""
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        material = await read_material(tx, import_id)
    if material.status != "planning":
        return
    try:
        made, pages = await _watched(database, community_id, material)
    except Exception as error:
        log.exception("roster.plan.failed", error=type(error).__name__)
        await _fail(database, community_id, material)
        return
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await store_plan(tx, material, made, pages)


async def plan_waiting(tx: Tx, import_id: UUID) -> None:
    """Due work: plan an import whose planning was cut short, inside this transaction."""
    material = await read_material(tx, import_id)
    if material.status == "planning":
        made, pages = await asyncio.to_thread(
            _make, tx.community, material, tx.keyring, _Progress()
        )
        await store_plan(tx, material, made, pages)


def _make(
    community_id: UUID, material: RosterMaterial, keyring: Keyring, progress: _Progress
) -> tuple[MadePlan, list[Row]]:
    with cycles_not_searched():
        made = make_plan(material, keyring, progress.report)
        if material.sealer is None:
            raise ValueError("a plan without a key cannot have been made")
        return made, seal_pages(community_id, material.sealer, made)


async def _watched(
    database: Database, community_id: UUID, material: RosterMaterial
) -> tuple[MadePlan, list[Row]]:
    progress = _Progress()
    work = asyncio.to_thread(_make, community_id, material, database.keyring, progress)
    making = asyncio.ensure_future(work)
    while not (await asyncio.wait({making}, timeout=NOTE_SECONDS))[0]:
        await _note(database, community_id, material, progress)
    return making.result()


async def _note(
    database: Database, community_id: UUID, material: RosterMaterial, progress: _Progress
) -> None:
    figures = {"done": progress.done, "total": progress.total}
    await _change(database, community_id, material, figures)


async def _fail(database: Database, community_id: UUID, material: RosterMaterial) -> None:
    failed = {"status": "failed", "failure": "planning_failed", "version": material.version + 1}
    await _change(database, community_id, material, failed)


async def _change(
    database: Database, community_id: UUID, material: RosterMaterial, values: Row
) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        this = (_import.c.community_id == community_id, _import.c.id == material.import_id)
        still = (_import.c.version == material.version, _import.c.status == "planning")
        await tx.execute(update(_import).where(*this, *still).values(values))
