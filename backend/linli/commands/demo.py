"""``linli demo``."""

import asyncio
import sys
from multiprocessing import get_context

import typer
from fastapi import FastAPI

from linli.commands.migrate import bring_up
from linli.commands.parts import console
from linli.config import settings
from linli.demo.people import PASSWORD, logins
from linli.main import create_app, parts


def demo() -> None:
    """Fill an empty database with the made-up demo community; needs LINLI_DEMO=true.

    A database that has a community already is left as it is.
    """
    if not settings().demo:
        console.print("[red]Demo accounts are only made where LINLI_DEMO=true is set.[/red]")
        raise typer.Exit(1)
    asyncio.run(_fill_if_empty())


def demo_in_own_process() -> None:
    """Migrate and fill the database before serving; the memory goes back with the process.

    It is forked where that is safe, which spares it importing everything again.

    Raises:
        typer.Exit: when loading failed or was interrupted.
    """
    forks = sys.platform == "linux"
    start = get_context("fork") if forks else get_context("spawn")
    loading = start.Process(target=_fill)
    loading.start()
    try:
        loading.join()
    except KeyboardInterrupt:  # the other process was told as well
        loading.join()
    if loading.exitcode:
        console.print(
            "[red]The demo was not loaded. Where it had begun, it is not whole: "
            "empty its database before the next try.[/red]"
        )
        raise typer.Exit(1)


def _fill() -> None:
    try:
        asyncio.run(_fill_if_empty())
    except KeyboardInterrupt:
        sys.exit(1)


async def _fill_if_empty() -> None:
    from linli.demo.load import is_empty, load_demo  # noqa: PLC0415 - a server never needs it

    await bring_up()
    quiet = {"worker_in_process": True, "log_level": "WARNING"}
    app: FastAPI = create_app(settings().model_copy(update=quiet))
    async with app.router.lifespan_context(app):
        if not await is_empty(app.state.database):
            return
        with console.status("Loading the demo community …") as status:
            await load_demo(
                app,
                settings(),
                parts().handlers,
                lambda step: status.update(f"Demo: {step} …"),
            )


def tell_logins() -> None:
    """One line for each role."""
    console.print(f"Every demo account has the password [bold]{PASSWORD}[/bold]:")
    for role, login in logins():
        console.print(f"  {role:<18} {login}")
