"""``linli close-account``."""

from typing import Annotated

import typer

from linli.commands.parts import console, run, serving_database
from linli.identity.public import close_account as close


def close_account(
    login: Annotated[str, typer.Argument(help="The login whose account is closed")],
) -> None:
    """Close an account for good: nobody signs in with it, its devices are signed out."""
    run(_close(login))
    console.print("The account is closed.")


async def _close(login: str) -> None:
    async with serving_database() as database, database.transaction(write=True) as tx:
        await close(tx, login)
