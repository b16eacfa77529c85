"""``linli serve``."""

import asyncio
from typing import Annotated

import typer
import uvicorn

from linli.commands.addresses import tell_addresses
from linli.commands.demo import demo_in_own_process, tell_logins
from linli.commands.migrate import bring_up
from linli.commands.parts import console, serving_database
from linli.config import settings
from linli.identity.public import DemoAccountsError, refuse_demo_accounts

HANG_UP_AFTER = 10
"""Seconds that requests under way get when the server is told to stop."""


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on")] = None,
    *,
    migrate: Annotated[bool, typer.Option(help="Bring the database up first")] = True,
) -> None:
    """Serve phones and browsers, after bringing the database to the newest schema."""
    config = settings()
    if config.demo:
        demo_in_own_process()
    elif migrate:
        asyncio.run(bring_up())
    tell_addresses(host or config.host, port or config.port)
    if config.demo:
        tell_logins()
    asyncio.run(_refuse_demo_data(demo=config.demo))
    uvicorn.run(
        "linli.main:create_app",
        factory=True,
        host=host or config.host,
        port=port or config.port,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=True,  # whose to believe stands in FORWARDED_ALLOW_IPS; localhost by default
        timeout_graceful_shutdown=HANG_UP_AFTER,
    )


async def _refuse_demo_data(*, demo: bool) -> None:
    """The server would refuse as well; here the reason can be told in a sentence."""
    try:
        async with serving_database() as database:
            await refuse_demo_accounts(database, demo=demo)
    except DemoAccountsError as error:
        console.print(f"[red]Not started: {error}.[/red]")
        raise typer.Exit(1) from error
