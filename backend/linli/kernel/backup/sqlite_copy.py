"""SQLite: the online backup API copies a consistent state while others read and write."""

import contextlib
import sqlite3
from pathlib import Path

from linli.kernel.backup.files import copy_durably, sync

FILE = "linli.db"
PAGES_AT_ONCE = 2_000
"""Between two portions writers get their turn."""


class DatabaseInUseError(Exception):
    """Somebody else has the database open for writing."""


def copy_sqlite(path: str, folder: Path) -> str:
    """Copy a database into a folder; the revision of its schema."""
    target = folder / FILE
    with (
        contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy, pages=PAGES_AT_ONCE)
        (revision,) = copy.execute("SELECT version_num FROM alembic_version").fetchone()
    sync(target)
    return str(revision)


def put_sqlite(folder: Path, path: Path, *, aside: str) -> Path | None:
    """Put a copied database in place; what was there is kept beside it under another name.

    Returns:
        Where the replaced database is, or ``None`` when there was none.

    Raises:
        DatabaseInUseError: while a server has it open.
    """
    kept = None
    if path.exists():
        _require_unused(path)
        kept = path.with_name(f"{path.name}.{aside}")
        path.rename(kept)
    for leftover in (f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(leftover).unlink(missing_ok=True)
    copy_durably(folder / FILE, path)
    return kept


def _require_unused(path: Path) -> None:
    """Fold the write-ahead log in and make sure that nobody reads or writes."""
    with contextlib.closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as own:
        try:
            own.execute("PRAGMA locking_mode=EXCLUSIVE")
            busy, *_ = own.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            own.execute("BEGIN EXCLUSIVE")
            own.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            raise DatabaseInUseError(str(path)) from error
        if busy:
            raise DatabaseInUseError(str(path))
