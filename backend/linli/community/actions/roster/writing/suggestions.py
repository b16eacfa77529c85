"""Help that remarks suggest, sealed for the social worker's visit."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update

from linli.community.actions.roster.writing.rows import in_batches, write_rows
from linli.community.models import RosterSuggestion
from linli.community.queries.known_roster import MARK_BYTES, Id, help_mark
from linli.community.rules.roster import HelpKind, ImportPlan, Suggestion
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id
from linli.kernel.vault.many import seal_many
from linli.kernel.vault.sealer import blind_indexer
from linli.kernel.vault.vault import Place

_suggestion = table(RosterSuggestion)
_Index = Callable[[str], bytes]


async def write_suggestions(tx: Tx, plan: ImportPlan, household_ids: dict[str, Id]) -> None:
    """Suggest help at doors; what still waits at a door is joined, what was handled stays so."""
    if not plan.suggestions:
        return
    index = await blind_indexer(tx)
    waiting_kinds = {each.after.code: each.after.help_kinds for each in plan.change}
    for batch in in_batches(plan.suggestions):
        doors = {_uuid(household_ids[each.code]): each for each in batch}
        before = await _before(tx, list(doors))
        for household_id, row in before.items():
            if row["sealed"] is not None:
                code = doors[household_id].code
                doors[household_id] = Suggestion(code, waiting_kinds[code])
        await _write(tx, index, doors, before)


def _uuid(value: Id) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)


async def _before(tx: Tx, household_ids: Sequence[UUID]) -> dict[UUID, Row]:
    columns = ("id", "household_id", "sealed", "marks")
    asks = select(*(_suggestion.c[name] for name in columns)).where(
        _suggestion.c.community_id == tx.community,
        _suggestion.c.household_id.in_(household_ids),
    )
    return {row["household_id"]: row for row in await tx.rows(asks)}


async def _write(
    tx: Tx, index: _Index, doors: dict[UUID, Suggestion], before: dict[UUID, Row]
) -> None:
    ids = {door: before[door]["id"] if door in before else new_id() for door in doors}
    contents: list[tuple[Place, dict[str, Any]]] = [
        (Place("roster_suggestion", ids[door], ids[door]), {"kinds": list(each.help_kinds)})
        for door, each in doors.items()
    ]
    sealed = dict(zip(doors, await seal_many(tx, contents), strict=True))
    rows = [
        {
            "this": ids[door],
            "household_id": door,
            "sealed": sealed[door],
            "marks": _marks(index, door, each, before.get(door, {}).get("marks", b"")),
        }
        for door, each in doors.items()
    ]
    await _insert(tx, [row for row in rows if row["household_id"] not in before])
    await _update(tx, [row for row in rows if row["household_id"] in before])


def _marks(index: _Index, household_id: UUID, suggested: Suggestion, before: bytes) -> bytes:
    marks = [help_mark(index, household_id, HelpKind(kind)) for kind in suggested.help_kinds]
    known = {before[at : at + MARK_BYTES] for at in range(0, len(before), MARK_BYTES)}
    return before + b"".join(mark for mark in marks if mark not in known)


async def _insert(tx: Tx, rows: list[Row]) -> None:
    now = clock.now()
    new: list[Row] = [
        {
            "community_id": tx.community,
            "id": row["this"],
            "household_id": row["household_id"],
            "sealed": row["sealed"],
            "marks": row["marks"],
            "made_at": now,
        }
        for row in rows
    ]
    await write_rows(tx, insert(_suggestion), new)


async def _update(tx: Tx, rows: list[Row]) -> None:
    mine = (_suggestion.c.community_id == tx.community, _suggestion.c.id == bindparam("this"))
    values: dict[str, Any] = {
        "sealed": bindparam("sealed"),
        "marks": bindparam("marks"),
        "handled_at": None,
    }
    again = [{name: row[name] for name in ("this", "sealed", "marks")} for row in rows]
    await write_rows(tx, update(_suggestion).where(*mine).values(values), again)
