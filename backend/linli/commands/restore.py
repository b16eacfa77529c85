"""``linli restore``."""

import asyncio
import tempfile
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.exc import SQLAlchemyError

from linli.care.public import end_erased_needs
from linli.commands.check import examine_all, print_findings
from linli.commands.parts import console, run
from linli.config import Settings, settings
from linli.kernel import clock
from linli.kernel.backup.files import copy_folders
from linli.kernel.backup.integrity import Report
from linli.kernel.backup.manifest import BrokenBackupError, Manifest, read_manifest
from linli.kernel.backup.postgres_copy import (
    BoundRoleError,
    NotEmptyError,
    put_postgres,
    require_empty,
)
from linli.kernel.backup.restore import begin_epochs
from linli.kernel.backup.sqlite_copy import DatabaseInUseError, put_sqlite
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate
from linli.kernel.keyring import load_keyring
from linli.kernel.vault.erased import keep_erasures, read_erased
from linli.kernel.vault.everywhere import communities
from linli.kernel.vault.rotate import WrongKeyError, refuse_wrong_key

REFUSALS = (
    BrokenBackupError,
    BoundRoleError,
    NotEmptyError,
    DatabaseInUseError,
    WrongKeyError,
)
SQLITE = "sqlite:///"


def restore(
    folder: Annotated[Path, typer.Argument(help="One backup, as linli backup made it")],
    *,
    drill: Annotated[bool, typer.Option(help="Try it aside and throw it away")] = False,
    into: Annotated[str, typer.Option(help="For a drill: an empty PostgreSQL database")] = "",
) -> None:
    """Put a backup in place, check it, and begin a new epoch. Stop the server first."""
    config = settings()
    try:
        report = _drill(config, folder, into) if drill else run(put(config, folder))
    except REFUSALS as refused:
        console.print(f"[red]Not restored: {refused}[/red]")
        raise typer.Exit(1) from refused
    print_findings(report)


def _drill(config: Settings, folder: Path, into: str) -> Report:
    """Restore into a temporary folder, and for PostgreSQL into the database given for it."""
    with tempfile.TemporaryDirectory(prefix="linli-drill-") as name:
        aside = {
            "data_folder": Path(name),
            "database_url": into,
            "migration_database_url": into,
            "master_key_file": config.key_file,
        }
        return run(put(config.model_copy(update=aside), folder))


async def put(config: Settings, folder: Path) -> Report:
    """Put a backup in place; what the checks afterwards found.

    Raises:
        BrokenBackupError: when it is damaged, or of another kind of database.
        DatabaseInUseError: while a server uses the SQLite database.
        NotEmptyError: when the PostgreSQL database has tables.
        BoundRoleError: when the PostgreSQL role is not the owner's.
        WrongKeyError: when the master key is not the one it was taken under.
    """
    manifest = read_manifest(folder)
    await _note_erasures(config)
    await _put_database(config, manifest, folder)
    copy_folders(folder, config.data_folder)
    database = open_database(config.database, load_keyring(config.key_file))
    try:
        await refuse_wrong_key(database)
        await _erase_again(database)
        await begin_epochs(database, manifest.made_at)
        return await examine_all(database, config.data_folder)
    finally:
        await database.close()


def _is_there(address: str) -> bool:
    return address.startswith(SQLITE) and Path(address.removeprefix(SQLITE)).exists()


async def _note_erasures(config: Settings) -> None:
    """What the database that is replaced knows of erasures is noted before it goes."""
    if not await asyncio.to_thread(_is_there, config.migration_database):
        return
    database = open_database(config.database, load_keyring(config.key_file))
    try:
        await keep_erasures(database)
    except SQLAlchemyError as error:  # it may be broken: that is why one restores
        console.print(f"The database that was there cannot be read ({type(error).__name__}).")
    finally:
        await database.close()


async def _erase_again(database: Database) -> None:
    """Keys destroyed since the backup are destroyed again, and what was erased ends again."""
    again, ended = await keep_erasures(database), 0
    known = read_erased(database.keyring.folder) if database.keyring.folder else set()
    for community_id in await communities(database):
        mine = {each.person_id for each in known if each.community_id == community_id}
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            ended += await end_erased_needs(tx, mine)
    if again or ended:
        console.print(f"Erased again: the keys of {len(again)} persons; {ended} needs ended.")


async def _put_database(config: Settings, manifest: Manifest, folder: Path) -> None:
    address = config.migration_database
    kind = "sqlite" if address.startswith(SQLITE) else "postgresql"
    if manifest.kind != kind:
        raise BrokenBackupError(f"this backup is of {manifest.kind}, the database is {kind}")
    if kind == "sqlite":
        path = Path(address.removeprefix(SQLITE))
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = put_sqlite(folder, path, aside=clock.now().strftime("before-%Y%m%dT%H%M%SZ"))
        if aside is not None:
            console.print(f"The database that was there is now {aside}")
        await _migrate(config, "head")
        return
    await require_empty(address)
    await _migrate(config, manifest.revision)
    await put_postgres(address, folder)
    await _migrate(config, "head")


async def _migrate(config: Settings, revision: str) -> None:
    database = open_database(config.migration_database, load_keyring(config.key_file))
    try:
        await migrate(database.writer, config.migrations_folder, revision)
    finally:
        await database.close()
