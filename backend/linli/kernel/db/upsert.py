"""INSERT … ON CONFLICT, which both databases have but SQLAlchemy Core keeps per dialect."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Table, insert
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx


def insert_for(tx: Tx, target: Table) -> Any:
    """The insert construct of the database in use, with ``on_conflict_*``."""
    return _dialect_insert(target, on_postgres=tx.on_postgres)


def _dialect_insert(target: Table, *, on_postgres: bool) -> Any:
    return postgres_insert(target) if on_postgres else sqlite_insert(target)


@lru_cache(maxsize=512)
def _insert(target: Table, columns: tuple[str, ...]) -> Fast:
    return Fast(insert(target).inline(), columns)


@lru_cache(maxsize=512)
def _insert_new(
    target: Table, columns: tuple[str, ...], keys: tuple[str, ...], *, on_postgres: bool
) -> Fast:
    statement = _dialect_insert(target, on_postgres=on_postgres).inline()
    return Fast(statement.on_conflict_do_nothing(index_elements=keys), columns)


@lru_cache(maxsize=512)
def _upsert(
    target: Table, columns: tuple[str, ...], keys: tuple[str, ...], *, on_postgres: bool
) -> Fast:
    statement = _dialect_insert(target, on_postgres=on_postgres).inline()
    changed = {name: statement.excluded[name] for name in columns if name not in keys}
    return Fast(statement.on_conflict_do_update(index_elements=keys, set_=changed), columns)


async def insert_rows(tx: Tx, target: Table, rows: Sequence[Row]) -> None:
    """Insert rows, all with the same columns; statements are compiled once for the process.

    Columns that are not given must have a default in the database.

    Raises:
        IntegrityError: when a constraint refuses one; then none is inserted.
    """
    if rows:
        await tx.run_many(_insert(target, tuple(rows[0])), rows)


async def upsert(tx: Tx, target: Table, keys: Sequence[str], rows: list[Row]) -> None:
    """Insert rows; where the key exists, overwrite all other given columns."""
    if rows:
        fast = _upsert(target, tuple(rows[0]), tuple(keys), on_postgres=tx.on_postgres)
        await tx.run_many(fast, rows)


async def insert_new(tx: Tx, target: Table, keys: Sequence[str], row: Row) -> bool:
    """Insert unless the key is taken; waits for a parallel insert of the same key.

    Returns:
        Whether the row is new.
    """
    fast = _insert_new(target, tuple(row), tuple(keys), on_postgres=tx.on_postgres)
    return await tx.run(fast, row) == 1
