"""Applying an import: planned outside the transaction, written inside one."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, update

from linli.community.actions.roster.make_plan import MadePlan, make_plan
from linli.community.actions.roster.store_plan import seal_pages, store_plan
from linli.community.actions.roster.write_plan import write_plan
from linli.community.actions.touch_roster import hold_roster
from linli.community.facts import roster_applied
from linli.community.models import RosterContent, RosterImport
from linli.community.queries.roster_course import Course
from linli.community.queries.roster_material import RosterMaterial, read_material
from linli.community.rules.plan_rows import rows_to_write, summary_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem
from linli.kernel.work.schedule import schedule

ERASE = "community.roster.erase"
KEEP_ROWS = timedelta(days=30)
"""How long the rows of an applied import can be looked at: refused ones are yet to be put right."""
_import = table(RosterImport)
_content = table(RosterContent)


@dataclass(frozen=True)
class PreparedImport:
    """A plan made again from the same cells, which says the same as the one a person saw."""

    material: RosterMaterial
    made: MadePlan
    course: Course


async def prepare_import(
    database: Database, actor: Actor, import_id: UUID
) -> PreparedImport | None:
    """Make the plan again, without holding anything meanwhile.

    Returns:
        ``None`` when the import has been applied before.

    Raises:
        Problem: 404 without such an import; 409 ``import_being_planned`` while rows that were
            decided are being worked in, ``import_not_planned`` or ``import_being_applied``; 409
            ``plan_changed`` when the roster has been edited since: the new plan is stored, to
            be looked at first.
    """
    async with database.transaction(write=False) as tx:
        await tx.enter(actor.community_id)
        material = await read_material(tx, import_id)
    if material.status == "applied":
        return None
    if material.status in {"read", "planning"}:
        raise Problem(409, "import_being_planned")
    if material.status != "planned":
        raise Problem(409, "import_not_planned")
    if material.applying:
        raise Problem(409, "import_being_applied")
    made = await asyncio.to_thread(make_plan, material, database.keyring, _unreported)
    if made.digest != material.plan_digest:
        await _store_again(database, actor, material, made)
        raise Problem(409, "plan_changed")
    return PreparedImport(material, made, Course(total=rows_to_write(made.plan)))


def _unreported(_done: int, _total: int) -> None:
    """An application shows no progress: it is either done or not."""


async def _store_again(
    database: Database, actor: Actor, material: RosterMaterial, made: MadePlan
) -> None:
    if material.sealer is None:
        raise ValueError("a plan without a key cannot have been made")
    pages = await asyncio.to_thread(seal_pages, actor.community_id, material.sealer, made)
    async with database.transaction(write=True) as tx:
        await tx.enter(actor.community_id)
        await store_plan(tx, material, made, pages)


async def apply_import(
    tx: Tx, actor: Actor, import_id: UUID, prepared: PreparedImport | None
) -> None:
    """Write what was planned, all of it or nothing; applying again changes nothing.

    Raises:
        Problem: 409 ``plan_changed`` when the roster was changed in between, ``import_stopped``
            when the import was given up or changed meanwhile.
    """
    if prepared is None:
        return
    if await hold_roster(tx) != prepared.material.known.revision:
        raise Problem(409, "plan_changed")
    plan = prepared.made.plan
    tx.buffer(Course, lambda: prepared.course)
    await write_plan(tx, plan, prepared.material.known, actor.account_id)
    await _finish(tx, import_id, prepared)
    counts = summary_of(plan)
    fact = roster_applied(actor.account_id, import_id, clock.now(), counts, prepared.made.digest)
    record(tx, fact)


async def _finish(tx: Tx, import_id: UUID, prepared: PreparedImport) -> None:
    """Note that it is done and forget the cells; the rows of the plan stay for a while.

    Until here the row was free, so that it could be given up.
    """
    now, version = clock.now(), prepared.material.version
    this = (_import.c.community_id == tx.community, _import.c.id == import_id)
    still = (_import.c.version == version, _import.c.status == "planned")
    done = {"status": "applied", "applied_at": now, "applying_since": None, "samples": None}
    values = {**done, "done": _import.c.total, "version": version + 1}
    noted = await tx.execute(update(_import).where(*this, *still).values(values))
    if noted.rowcount != 1 or prepared.course.stopped:
        raise Problem(409, "import_stopped")
    mine = (_content.c.community_id == tx.community, _content.c.id == import_id)
    await tx.execute(delete(_content).where(*mine))
    await schedule(tx, ERASE, import_id, now + KEEP_ROWS)
