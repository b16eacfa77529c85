"""``linli worker``."""

import asyncio
import signal
from datetime import timedelta
from typing import Annotated

import typer
from sqlalchemy import func, select

from linli.commands.parts import console, run, serving_database
from linli.config import settings
from linli.kernel import clock
from linli.kernel.db.database import refuse_unsafe_role
from linli.kernel.db.rows import table
from linli.kernel.logs import set_up_logs
from linli.kernel.server import all_handlers
from linli.kernel.work.models import DueWork
from linli.kernel.work.worker import run_worker
from linli.main import parts

LATE = timedelta(minutes=5)


def worker(
    *,
    check: Annotated[bool, typer.Option(help="Only tell whether work is being done")] = False,
) -> None:
    """Do what is due, as a process of its own; several may share one PostgreSQL database."""
    run(_check() if check else _work())


async def _work() -> None:
    config = settings()
    set_up_logs(config.log_level)
    stop = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    async with serving_database() as database:
        await refuse_unsafe_role(database)
        await run_worker(database, all_handlers(config, parts()), stop)


async def _check() -> None:
    """Exit status 1 when something that never failed has been due for more than five minutes."""
    due = table(DueWork).c
    late = select(func.count()).where(due.due_at < clock.now() - LATE, due.attempts == 0)
    async with serving_database() as database, database.transaction(write=False) as tx:
        waiting = await tx.scalar(late)
    if waiting:
        console.print(f"{waiting} pieces of work are late")
        raise typer.Exit(1)
