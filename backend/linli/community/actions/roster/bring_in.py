"""A roster in one go, for the operator: read, plan, and if wanted apply."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import insert, select

from linli.community.actions.roster.make_plan import MadePlan, plan_sheets
from linli.community.actions.roster.write_plan import write_plan
from linli.community.actions.touch_roster import hold_roster
from linli.community.facts import roster_applied
from linli.community.files import UnreadableFileError, read_workbook
from linli.community.models import Community, RosterImport
from linli.community.queries.known_roster import KnownRoster, read_known
from linli.community.queries.roster_course import Course
from linli.community.rules.plan_rows import rows_to_write, summary_of
from linli.community.rules.roster import ImportPlan, Sheet
from linli.community.rules.sheet_mapping import SheetMapping, guess_mapping
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, not_found

OPERATOR = UUID(int=0)
"""Stands for whoever works on the server itself and needs no account."""
Steps = Callable[[str, int, int], None]
"""Called with a step (``reading``, ``planning``, ``writing``), rows done, rows in all (0: not known
yet). Steps of the computation come from another thread."""


@dataclass(frozen=True)
class BroughtIn:
    """What a roster would do, and whether it was done."""

    plan: ImportPlan
    summary: dict[str, int]
    applied: bool


@dataclass(frozen=True)
class _File:
    name: str
    sheets: tuple[Sheet, ...]
    mapping: list[SheetMapping]


async def bring_in(  # noqa: PLR0913 - a file, where to, and whether to
    database: Database,
    community_id: UUID,
    filename: str,
    content: bytes,
    steps: Steps,
    *,
    apply: bool,
    course: Course | None = None,
) -> BroughtIn:
    """Plan a roster as it is guessed to be laid out, and apply it if wanted.

    Whoever sets ``course.stopped`` has nothing written, however far it was.

    Raises:
        Problem: 404 without such a community, 422 when the file cannot be read, 409
            ``plan_changed`` when the roster was edited in that very moment, ``import_stopped``.
    """
    file = await asyncio.to_thread(_read, filename, content, steps)
    async with database.transaction(write=False) as tx:
        known = await _known(tx, community_id)
    made = await asyncio.to_thread(_plan, database, file, known, steps)
    if apply:
        course = course or Course()
        course.total = rows_to_write(made.plan)
        course.report = lambda done, total: steps("writing", done, total)
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            tx.buffer(Course, lambda: course)
            await _write(tx, file, made, known)
            course.step(0)
    return BroughtIn(made.plan, summary_of(made.plan), apply)


def _read(filename: str, content: bytes, steps: Steps) -> _File:
    try:
        sheets = read_workbook(content, filename, steps)
    except UnreadableFileError as error:
        raise Problem(422, error.problem.value, limit=error.limit or 0) from error
    return _File(filename, sheets, guess_mapping(sheets))


async def _known(tx: Tx, community_id: UUID) -> KnownRoster:
    communities = table(Community)
    this = select(communities.c.id).where(communities.c.id == community_id)
    if await tx.scalar(this) is None:
        raise not_found()
    await tx.enter(community_id)
    return await read_known(tx)


def _plan(database: Database, file: _File, known: KnownRoster, steps: Steps) -> MadePlan:
    def report(done: int, total: int) -> None:
        steps("planning", done, total)

    return plan_sheets(file.sheets, file.mapping, known.snapshot(), database.keyring, report)


async def _write(tx: Tx, file: _File, made: MadePlan, known: KnownRoster) -> None:
    if await hold_roster(tx) != known.revision:
        raise Problem(409, "plan_changed")
    await write_plan(tx, made.plan, known, OPERATOR)
    import_id, now = new_id(), clock.now()
    rows = sum(len(sheet.rows) for sheet in file.sheets)
    summary = summary_of(made.plan)
    applied = {
        "community_id": tx.community,
        "id": import_id,
        "body_digest": made.digest,
        "created_by": OPERATOR,
        "created_at": now,
        "filename": file.name[:200],
        "status": "applied",
        "sheets": file.mapping,
        "summary": summary,
        "plan_digest": made.digest,
        "done": rows,
        "total": rows,
        "applied_at": now,
        "version": 1,
    }
    await tx.execute(insert(table(RosterImport)).values(applied))
    record(tx, roster_applied(None, import_id, now, summary, made.digest))
