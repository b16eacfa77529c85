"""Putting work on the list, in the transaction that makes it necessary."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete

from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new, upsert
from linli.kernel.work.models import DueWork

KEYS = ("community_id", "kind", "subject_id")


async def schedule(tx: Tx, kind: str, subject_id: UUID, due_at: datetime) -> None:
    """Have ``kind`` done for a subject at ``due_at``; a waiting one of that kind is moved."""
    await schedule_many(tx, kind, [(subject_id, due_at)])


async def schedule_many(tx: Tx, kind: str, due: Iterable[tuple[UUID, datetime]]) -> None:
    """The same for many subjects, in one statement."""
    rows: list[Row] = [
        {
            "community_id": tx.community,
            "kind": kind,
            "subject_id": subject_id,
            "due_at": due_at,
            "attempts": 0,
            "last_error": None,
        }
        for subject_id, due_at in due
    ]
    if rows:
        await upsert(tx, table(DueWork), KEYS, rows)


async def schedule_unless_waiting(tx: Tx, kind: str, subject_id: UUID, due_at: datetime) -> None:
    """Have ``kind`` done for a subject at ``due_at``; one that waits already stays as it is."""
    row = {
        "community_id": tx.community,
        "kind": kind,
        "subject_id": subject_id,
        "due_at": due_at,
        "attempts": 0,
    }
    await insert_new(tx, table(DueWork), KEYS, row)


async def unschedule(tx: Tx, kind: str, subject_id: UUID) -> None:
    """Take it off the list; nothing happens when it is not there."""
    c = table(DueWork).c
    mine = (c.community_id == tx.community, c.kind == kind, c.subject_id == subject_id)
    await tx.execute(delete(table(DueWork)).where(*mine))
