"""PostgreSQL: every table by binary COPY in one snapshot, restored into an empty database.

For very large databases PostgreSQL's own base backups with archived logs are the better way; this
one needs nothing but the driver and works with any version.
"""

from collections.abc import Sequence
from pathlib import Path

import asyncpg

from linli.kernel.backup.files import sync
from linli.kernel.db.rows import metadata

FOLDER = "tables"
_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
_BYPASSES = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"


class BoundRoleError(Exception):
    """Row-level security hides rows from this role; a backup by it would be empty."""


class NotEmptyError(Exception):
    """There are tables where a backup should be restored to."""


async def copy_postgres(url: str, folder: Path) -> str:
    """Copy all tables into ``folder/tables``; the revision of the schema.

    Raises:
        BoundRoleError: for a role that row-level security binds.
    """
    (folder / FOLDER).mkdir(parents=True)
    connection = await asyncpg.connect(url)
    try:
        await _require_unbound(connection)
        async with connection.transaction(isolation="repeatable_read", readonly=True):
            for row in await connection.fetch(_TABLES):
                await _copy_out(connection, row["tablename"], folder / FOLDER)
            revision = await connection.fetchval("SELECT version_num FROM alembic_version")
    finally:
        await connection.close()
    return str(revision)


async def _require_unbound(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    if not await connection.fetchval(_BYPASSES):
        raise BoundRoleError("backups are taken and restored as the owner of the database")


async def _copy_out(
    connection: "asyncpg.Connection[asyncpg.Record]", table: str, folder: Path
) -> None:
    target = folder / f"{table}.copy"
    with target.open("wb") as file:
        await connection.copy_from_table(table, schema_name="public", output=file, format="binary")
    sync(target)


async def require_empty(url: str) -> None:
    """Make sure that a restore overwrites nothing.

    Raises:
        NotEmptyError: when the database has tables.
    """
    connection = await asyncpg.connect(url)
    try:
        if await connection.fetch(_TABLES):
            raise NotEmptyError("restore into a new, empty database")
    finally:
        await connection.close()


async def put_postgres(url: str, folder: Path) -> None:
    """Fill the migrated, empty tables, parents first, in one transaction."""
    connection = await asyncpg.connect(url)
    try:
        await _require_unbound(connection)
        async with connection.transaction():
            await connection.execute("TRUNCATE alembic_version")
            for table in _in_order(folder):
                with (folder / FOLDER / f"{table}.copy").open("rb") as file:
                    await connection.copy_to_table(
                        table, schema_name="public", source=file, format="binary"
                    )
    finally:
        await connection.close()


def _in_order(folder: Path) -> Sequence[str]:
    """The copied tables; those that others refer to come first."""
    copied = {path.stem for path in (folder / FOLDER).glob("*.copy")}
    known = [table.name for table in metadata.sorted_tables if table.name in copied]
    return [*known, *sorted(copied - set(known))]
