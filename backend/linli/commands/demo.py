"""``linli demo``."""

import asyncio

import typer
from fastapi import FastAPI

from linli.commands.migrate import bring_up
from linli.commands.parts import console
from linli.config import settings
from linli.demo.load import is_empty, load_demo, logins
from linli.demo.people import PASSWORD
from linli.main import create_app


def demo() -> None:
    """Fill an empty database with the made-up demo community; needs LINLI_DEMO=true."""
    if not settings().demo:
        console.print("[red]Demo accounts are only made where LINLI_DEMO=true is set.[/red]")
        raise typer.Exit(1)
    asyncio.run(_demo())


async def _demo() -> None:
    await bring_up()
    await fill_if_empty()


async def fill_if_empty() -> bool:
    """Load the demo into an empty database; whether there was anything to load."""
    app: FastAPI = create_app(settings().model_copy(update={"worker_in_process": True}))
    async with app.router.lifespan_context(app):
        if not await is_empty(app.state.database):
            return False
        with console.status("Loading the demo community …") as status:
            await load_demo(app, settings(), lambda step: status.update(f"Demo: {step} …"))
    return True


def tell_logins() -> None:
    """One line for each role."""
    console.print(f"Password of every demo account: [bold]{PASSWORD}[/bold]")
    for role, login in logins():
        console.print(f"  {role:<18} {login}")
