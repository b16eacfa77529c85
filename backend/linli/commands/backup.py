"""``linli backup``."""

import shutil
from datetime import UTC
from pathlib import Path
from typing import Annotated

import typer

from linli.commands.parts import console, run
from linli.config import Settings, settings
from linli.kernel import clock
from linli.kernel.backup.files import copy_folders, sync
from linli.kernel.backup.manifest import Manifest, digests
from linli.kernel.backup.postgres_copy import copy_postgres
from linli.kernel.backup.sqlite_copy import copy_sqlite


def backup(
    folder: Annotated[Path, typer.Argument(help="Where backups are kept")] = Path("backups"),
) -> None:
    """Take a backup while the server works: database, files, signed heads; not the master key."""
    made = run(take(settings(), folder))
    console.print(f"Backup: {made}")
    console.print("The master key is not in it. Keep a copy of it elsewhere.")


async def take(config: Settings, folder: Path) -> Path:
    """Take a backup; it gets its name only when it is whole.

    Returns:
        The folder of the new backup, named by its time.
    """
    now = clock.now().astimezone(UTC)
    target = folder / now.strftime("linli-%Y%m%dT%H%M%SZ")
    unfinished = target.with_suffix(".unfinished")
    unfinished.mkdir(parents=True)
    try:
        kind, revision = await _copy_database(config, unfinished)
        copy_folders(config.data_folder, unfinished)
        Manifest(kind, revision, now.isoformat(), digests(unfinished)).write(unfinished)
        unfinished.rename(target)
        sync(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    return target


async def _copy_database(config: Settings, folder: Path) -> tuple[str, str]:
    address = config.migration_database
    if address.startswith("sqlite:///"):
        return "sqlite", copy_sqlite(address.removeprefix("sqlite:///"), folder)
    return "postgresql", await copy_postgres(address, folder)
