"""Roster imports as a person follows them."""

import zlib
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Select, select

from linli.community.models import RosterDecision, RosterImport, RosterPlanPage
from linli.community.queries.roster_course import Course, courses_of
from linli.community.rules.plan_rows import PlanRow
from linli.community.rules.roster import Field
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of, read_cursor, write_cursor
from linli.kernel.problems import not_found
from linli.kernel.vault.sealer import Sealer, unsealer_for

ROWS_A_PAGE = 200
_import = table(RosterImport)
_page = table(RosterPlanPage)
_decision = table(RosterDecision)
_COLUMNS = (
    _import.c.id,
    _import.c.filename,
    _import.c.status,
    _import.c.sheets,
    _import.c.samples,
    _import.c.summary,
    _import.c.failure,
    _import.c.done,
    _import.c.total,
    _import.c.version,
    _import.c.created_at,
    _import.c.applying_since,
    _import.c.applied_at,
)
_FIELDS = [field.value for field in Field]


async def page_imports(tx: Tx, actor: Actor, page: PageAsked) -> Row:
    """One page of imports, the oldest first, without their sheets."""
    columns = [column for column in _COLUMNS if column.key not in {"sheets", "samples"}]
    asks = select(*columns).where(_import.c.community_id == actor.community_id)
    courses = courses_of(tx.community)
    found = await page_of(tx, asks, (_import.c.created_at, _import.c.id), page, "imports")
    found["items"] = [_with_progress(row, courses) for row in found["items"]]
    return found


async def read_import(tx: Tx, actor: Actor, import_id: UUID) -> Row:
    """One import with its sheets, a sample of each column, and what can be mapped.

    Raises:
        Problem: 404 ``not_found``.
    """
    courses = courses_of(tx.community)
    row = await tx.row(_this(actor.community_id, import_id))
    if row is None:
        raise not_found()
    samples = await _samples(tx, import_id, row.pop("samples"))
    for sheet in row["sheets"]:
        texts = samples.get(sheet["name"], [""] * len(sheet["columns"]))
        for column, text in zip(sheet["columns"], texts, strict=True):
            column["sample"] = text
    return {**_with_progress(row, courses), "fields": _FIELDS}


def _this(community_id: UUID, import_id: UUID) -> Select[Any]:
    mine = (_import.c.community_id == community_id, _import.c.id == import_id)
    return select(*_COLUMNS).where(*mine)


def _with_progress(row: Row, courses: dict[UUID, Course]) -> Row:
    """While it is written, what the writing process knows is newer than what is noted.

    Asked for before the row was read: a course that ended meanwhile is still further than the row.
    """
    done, total = row.pop("done"), row.pop("total")
    if row.pop("applying_since") is not None and row["status"] == "planned":
        row["status"] = "applying"
        course = courses.get(row["id"])
        if course is not None:
            done, total = course.done, course.total
    return {**row, "progress": {"done": done, "total": total}}


async def _samples(tx: Tx, import_id: UUID, sealed: bytes | None) -> dict[str, list[str]]:
    sealer = None if sealed is None else await unsealer_for(tx, import_id)
    if sealer is None or sealed is None:
        return {}
    found: dict[str, list[str]] = orjson.loads(sealer.unseal("roster_import", import_id, sealed))
    return found


async def page_plan_rows(
    tx: Tx, actor: Actor, import_id: UUID, outcome: str, page: PageAsked
) -> Row:
    """One page of the rows of a plan with one outcome, with what was decided about them.

    Raises:
        Problem: 404 without such an import, 422 ``bad_cursor``.
    """
    imported = await tx.row(_this(actor.community_id, import_id))
    if imported is None:
        raise not_found()
    about = ("plan rows", import_id, imported["version"], outcome)
    start = 0 if page.cursor is None else int(read_cursor(tx, page.cursor, about)[0])
    sealer = await unsealer_for(tx, import_id)
    rows: list[PlanRow] = []
    more = False
    if sealer is not None:
        rows, more = await _plan_rows(tx, sealer, outcome, start, page.limit)
        await _add_decisions(tx, sealer, rows)
    following = write_cursor(tx, [start + page.limit], about) if more else None
    return {"items": rows, "next": following}


async def _plan_rows(
    tx: Tx, sealer: Sealer, outcome: str, start: int, limit: int
) -> tuple[list[PlanRow], bool]:
    first, skip = divmod(start, ROWS_A_PAGE)
    last = (start + limit) // ROWS_A_PAGE
    rows = await _unsealed(tx, sealer, outcome, first, last)
    return rows[skip : skip + limit], len(rows) > skip + limit


async def _unsealed(tx: Tx, sealer: Sealer, outcome: str, first: int, last: int) -> list[PlanRow]:
    asks = (
        select(_page.c.id, _page.c.sealed)
        .where(_page.c.community_id == tx.community, _page.c.import_id == sealer.person_id)
        .where(_page.c.outcome == outcome, _page.c.page.between(first, last))
        .order_by(_page.c.page)
    )
    return [
        plan_row
        for row in await tx.rows(asks)
        for plan_row in unpack_rows(sealer, row["id"], row["sealed"])
    ]


def pack_rows(sealer: Sealer, page_id: UUID, rows: list[PlanRow]) -> bytes:
    """A page of plan rows, sealed."""
    return sealer.seal("roster_plan_page", page_id, zlib.compress(orjson.dumps(rows), 1))


def unpack_rows(sealer: Sealer, page_id: UUID, sealed: bytes) -> list[PlanRow]:
    """What ``pack_rows`` sealed."""
    packed = sealer.unseal("roster_plan_page", page_id, sealed)
    rows: list[PlanRow] = orjson.loads(zlib.decompress(packed))
    return rows


async def _add_decisions(tx: Tx, sealer: Sealer, rows: list[PlanRow]) -> None:
    decided = await read_decisions(tx, sealer)
    for row in rows:
        row["decision"] = decided.get(row["row_id"])


async def read_decisions(tx: Tx, sealer: Sealer) -> dict[str, Row]:
    """What was decided, by row: ``action``, ``fields`` and ``accept``."""
    asks = select(_decision.c.id, _decision.c.row_id, _decision.c.sealed).where(
        _decision.c.community_id == tx.community, _decision.c.import_id == sealer.person_id
    )
    return {
        row["row_id"]: orjson.loads(sealer.unseal("roster_decision", row["id"], row["sealed"]))
        for row in await tx.rows(asks)
    }


async def rows_to_review(tx: Tx, actor: Actor, import_id: UUID) -> tuple[str, list[PlanRow]]:
    """The file's name and all rows that wait for a person.

    Raises:
        Problem: 404 without such an import.
    """
    imported = await tx.row(_this(actor.community_id, import_id))
    if imported is None:
        raise not_found()
    sealer = await unsealer_for(tx, import_id)
    last = imported["summary"].get("review", 0) // ROWS_A_PAGE
    rows = [] if sealer is None else await _unsealed(tx, sealer, "review", 0, last)
    return imported["filename"], rows
