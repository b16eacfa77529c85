"""``linli check``."""

from pathlib import Path

import typer
from rich.table import Table

from linli.commands.parts import console, run, serving_database
from linli.config import settings
from linli.kernel.backup.integrity import Report, database_faults, examine
from linli.kernel.db.database import Database
from linli.kernel.vault.everywhere import communities


def check() -> None:
    """Check the database, every community's log from its first leaf, and every file."""
    print_findings(run(_check()))


async def _check() -> Report:
    async with serving_database() as database:
        return await examine_all(database, settings().data_folder)


async def examine_all(database: Database, folder: Path) -> Report:
    """Check everything there is."""
    faults = await database_faults(database)
    found = [await examine(database, folder, each) for each in await communities(database)]
    return Report(tuple(faults), tuple(found))


def print_findings(report: Report) -> None:
    """Show what was found; exit status 1 when something is wrong."""
    shown = Table("community", "facts", "files", "")
    for each in report.communities:
        words = "; ".join(each.faults) or "whole"
        shown.add_row(str(each.community_id), str(each.facts), str(each.files), words)
    console.print(shown)
    for fault in report.faults:
        console.print(f"[red]{fault}[/red]")
    if not report.whole:
        raise typer.Exit(1)
