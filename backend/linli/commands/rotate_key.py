"""``linli rotate-key``."""

import os
from pathlib import Path

import typer

from linli.commands.parts import console, run, serving_database
from linli.config import settings
from linli.identity.actions.rewrap_logins import rewrap_logins
from linli.kernel.db.database import Database
from linli.kernel.vault.rotate import (
    begin_rotation,
    finish_rotation,
    rewrap_roots,
    wait_for_others,
)
from linli.kernel.vault.seal import BrokenSealError


def rotate_key() -> None:
    """Change the master key while servers work; give the command again if it is cut off."""
    if os.environ.get("LINLI_MASTER_KEY"):
        console.print(
            "[red]The master key comes from LINLI_MASTER_KEY; it is rotated where it is kept as a "
            "file (LINLI_MASTER_KEY_FILE).[/red]"
        )
        raise typer.Exit(1)
    path = settings().key_file
    if not path.exists():
        console.print(f"[red]There is no master key in {path}.[/red]")
        raise typer.Exit(1)
    run(_rotate(path))
    console.print("The master key is another one now; the old one opens nothing here any more.")
    console.print("Keep the old one with the backups taken until now, and a copy of the new one.")


async def _rotate(path: Path) -> None:
    fresh = begin_rotation(path)
    console.print("A new master key is in place." if fresh else "Going on with a rotation.")
    async with serving_database() as database:
        await rewrap_all(database)
    finish_rotation(path)


async def rewrap_all(database: Database) -> None:
    """Wrap everything under the master key of now, until nothing else is left.

    Raises:
        typer.Exit: when something opens with neither key, or somebody's transaction does not end.
    """
    try:
        await wait_for_others(database)
        while changed := await rewrap_roots(database) + await rewrap_logins(database):
            console.print(f"{changed} keys and logins wrapped anew.")
    except TimeoutError as error:
        console.print("[red]A transaction goes on and on; give the command again later.[/red]")
        raise typer.Exit(1) from error
    except BrokenSealError as error:
        console.print("[red]Neither master key opens what this database holds.[/red]")
        raise typer.Exit(1) from error
