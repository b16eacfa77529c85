import asyncio
import hashlib
from dataclasses import dataclass
from uuid import UUID

import orjson
from sqlalchemy import insert

from linli.community.actions.roster.await_plan import await_plan
from linli.community.facts import roster_read
from linli.community.files import UnreadableFileError, read_workbook
from linli.community.models import RosterContent, RosterImport
from linli.community.rules.packed_sheets import pack_sheets
from linli.community.rules.roster import Sheet
from linli.community.rules.sheet_mapping import SheetMapping, guess_mapping, samples_of
from linli.community.schemas.rosters import RosterIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem
from linli.kernel.vault.sealer import sealer_for


@dataclass(frozen=True)
class ReadRoster:
    """A file as it was read, before anything is written."""

    body: RosterIn
    mapping: list[SheetMapping]
    samples: bytes
    packed: bytes
    rows: int


async def read_roster(import_id: UUID, filename: str, content: bytes) -> ReadRoster:
    """Read a file in a thread, outside any transaction. Identity numbers end here.

    Raises:
        Problem: 422 with the reason why the file cannot be read.
    """
    try:
        return await asyncio.to_thread(_read, import_id, filename, content)
    except UnreadableFileError as error:
        raise Problem(422, error.problem.value, limit=error.limit or 0) from error


def _read(import_id: UUID, filename: str, content: bytes) -> ReadRoster:
    sheets = read_workbook(content, filename)
    mapping = guess_mapping(sheets)
    body = RosterIn(id=import_id, filename=filename, sha256=hashlib.sha256(content).hexdigest())
    samples = orjson.dumps(samples_of(sheets, mapping))
    return ReadRoster(body, mapping, samples, pack_sheets(sheets), _row_count(sheets))


def _row_count(sheets: tuple[Sheet, ...]) -> int:
    return sum(len(sheet.rows) for sheet in sheets)


async def receive_roster(tx: Tx, actor: Actor, roster: ReadRoster) -> bool:
    """Keep a roster that was read, sealed, and have it planned.

    Returns:
        Whether it is new; ``False`` when the same file was sent before under this id.

    Raises:
        Problem: 409 when the id belongs to another file.
    """
    import_id = roster.body.id
    values = {
        "filename": roster.body.filename,
        "status": "read",
        "sheets": roster.mapping,
        "summary": {},
        "done": 0,
        "total": roster.rows,
        "version": 1,
    }
    if not await create_once(tx, actor, RosterImport, roster.body, **values):
        return False
    await _keep(tx, roster)
    record(tx, roster_read(actor.account_id, import_id, clock.now(), roster.rows))
    return True


async def _keep(tx: Tx, roster: ReadRoster) -> None:
    import_id = roster.body.id
    sealer = await sealer_for(tx, import_id)
    content = {
        "community_id": tx.community,
        "id": import_id,
        "sealed": sealer.seal("roster_content", import_id, roster.packed),
    }
    await tx.execute(insert(table(RosterContent)).values(content))
    samples = sealer.seal("roster_import", import_id, roster.samples)
    await await_plan(tx, import_id, samples=samples)
