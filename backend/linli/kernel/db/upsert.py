"""INSERT … ON CONFLICT, which both databases have but SQLAlchemy Core keeps per dialect."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from linli.kernel.db.transaction import Row, Tx


def insert_for(tx: Tx, target: Table) -> Any:
    """The insert construct of the database in use, with ``on_conflict_*``."""
    return postgres_insert(target) if tx.on_postgres else sqlite_insert(target)


async def upsert(tx: Tx, target: Table, keys: Sequence[str], rows: list[Row]) -> None:
    """Insert rows; where the key exists, overwrite all other given columns."""
    statement = insert_for(tx, target)
    changed = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    await tx.execute(statement.on_conflict_do_update(index_elements=keys, set_=changed), rows)


async def insert_new(tx: Tx, target: Table, keys: Sequence[str], row: Row) -> bool:
    """Insert unless the key is taken; waits for a parallel insert of the same key.

    Returns:
        Whether the row is new.
    """
    statement = insert_for(tx, target).values(row).on_conflict_do_nothing(index_elements=keys)
    return (await tx.execute(statement)).rowcount == 1
