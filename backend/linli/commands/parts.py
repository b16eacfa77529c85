"""What commands have in common: the database, and how they speak."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, NoReturn, TypeVar

import segno
import typer
from rich.console import Console

import linli.tables  # noqa: F401 - every table, also where one command is loaded alone
from linli.config import settings
from linli.kernel.db.database import Database, open_database
from linli.kernel.http.answers import text_of
from linli.kernel.keyring import load_keyring
from linli.kernel.problems import Problem

T = TypeVar("T")

console = Console(highlight=False, soft_wrap=True)


@asynccontextmanager
async def serving_database() -> AsyncIterator[Database]:
    """The database, opened as the server opens it."""
    config = settings()
    database = open_database(config.database, load_keyring(config.key_file))
    try:
        yield database
    finally:
        await database.close()


def run(work: Coroutine[Any, Any, T]) -> T:
    """Do asynchronous work; a refusal becomes a sentence and exit status 1."""
    try:
        return asyncio.run(work)
    except Problem as problem:
        stop(problem)


def stop(problem: Problem) -> NoReturn:
    """End the command with what was refused and why."""
    console.print(f"[red]{text_of('en', f'{problem.code}.title', problem.values)}[/red]")
    for error in problem.errors:
        console.print(
            f"  {error.pointer}: {text_of('en', f'field.{error.code}', dict(error.values))}"
        )
    raise typer.Exit(1)


def short(longest: int) -> Callable[[str], str]:
    """Checks that a name has 1 to ``longest`` characters."""

    def check(name: str) -> str:
        if not 1 <= len(name.strip()) <= longest or not name.isprintable():
            raise typer.BadParameter(f"1 to {longest} characters")
        return name.strip()

    return check


def address_of_invitation(token: str) -> str:
    """The link that accepts an invitation."""
    return f"{settings().public_url.rstrip('/')}/#/invite/{token}"


def show_link(link: str) -> None:
    """A link as text and as a QR code to scan off the screen."""
    console.print(link)
    segno.make(link, error="m", micro=False).terminal(compact=True)
