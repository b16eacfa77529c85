import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import orjson

from linli.community.actions.roster.await_plan import await_plan
from linli.community.facts import roster_mapped
from linli.community.queries.roster_material import hold_import, read_cells
from linli.community.rules.packed_sheets import unpack_sheets
from linli.community.rules.roster import Sheet
from linli.community.rules.sheet_mapping import SheetMapping, correct_sheet, samples_of
from linli.community.schemas.rosters import MappingIn, SheetIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import FieldError, Problem
from linli.kernel.vault.sealer import Sealer


@dataclass(frozen=True)
class _Mapped:
    mapping: list[SheetMapping]
    samples: bytes


async def map_roster(tx: Tx, actor: Actor, import_id: UUID, body: MappingIn, expected: int) -> None:
    """Correct how a roster is read; it is planned anew.

    Raises:
        Problem: 404 without such an import, 412 when somebody else was faster, 409
            ``import_is_over``, 422 for a sheet or row that is not there.
    """
    before = await hold_import(tx, import_id)
    if before["version"] != expected:
        raise changed_meanwhile()
    sealer, sealed = await read_cells(tx, before)
    mapped = await asyncio.to_thread(_map, sealer, import_id, sealed, before["sheets"], body)
    samples = sealer.seal("roster_import", import_id, mapped.samples)
    changes = {"sheets": mapped.mapping, "samples": samples, "version": expected + 1}
    await await_plan(tx, import_id, **changes)
    record(tx, roster_mapped(actor, import_id, clock.now(), expected + 1))


def _map(
    sealer: Sealer, import_id: UUID, sealed: bytes, before: list[SheetMapping], body: MappingIn
) -> _Mapped:
    """Pure computation; runs in a thread."""
    sheets = unpack_sheets(sealer.unseal("roster_content", import_id, sealed))
    _check(sheets, body.sheets)
    wanted = {told.name: told for told in body.sheets}
    by_name = {sheet.name: sheet for sheet in sheets}
    mapping = [_corrected(by_name[told["name"]], told, wanted) for told in before]
    return _Mapped(mapping, orjson.dumps(samples_of(sheets, mapping)))


def _corrected(sheet: Sheet, before: SheetMapping, wanted: dict[str, SheetIn]) -> SheetMapping:
    told = wanted.get(sheet.name)
    return before if told is None else correct_sheet(sheet, before, told.correction())


def _check(sheets: Sequence[Sheet], wanted: Sequence[SheetIn]) -> None:
    rows = {sheet.name: len(sheet.rows) for sheet in sheets}
    errors = [
        FieldError(f"/sheets/{at}/name", "unknown_sheet")
        for at, told in enumerate(wanted)
        if told.name not in rows
    ]
    errors += [
        FieldError(f"/sheets/{at}/header_row", "unknown_row")
        for at, told in enumerate(wanted)
        if told.header_row is not None and told.header_row > rows.get(told.name, told.header_row)
    ]
    if errors:
        raise Problem(422, "invalid", errors=tuple(errors))
