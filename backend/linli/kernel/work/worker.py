"""The worker: does what is due, one piece a transaction.

The piece is claimed, done and taken off the list in the same transaction, so a worker killed at
any moment has done it entirely or not at all. On PostgreSQL many workers share the list
(``FOR UPDATE SKIP LOCKED``); the row lock is the lease and dies with its connection.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import delete, select, update

from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.work.models import DueWork

Handler = Callable[[Tx, UUID], Awaitable[None]]
"""Does one kind of work for a subject; the transaction is inside the subject's community."""

LOOK_SECONDS = 2.0
RETRY_BASE = timedelta(seconds=30)
RETRY_LONGEST = timedelta(hours=6)

log = structlog.get_logger("linli.worker")


async def run_worker(
    database: Database, handlers: Mapping[str, Handler], stop: asyncio.Event
) -> None:
    """Work until ``stop`` is set."""
    while not stop.is_set():
        try:
            busy = await do_one(database, handlers)
        except Exception:
            log.exception("worker.failed")
            busy = False
        if not busy:
            await _rest(stop)


async def _rest(stop: asyncio.Event) -> None:
    try:
        await asyncio.wait_for(stop.wait(), LOOK_SECONDS)
    except TimeoutError:
        return


async def do_all(database: Database, handlers: Mapping[str, Handler]) -> int:
    """Do everything that is due now; how many pieces were tried."""
    done = 0
    while await do_one(database, handlers):
        done += 1
    return done


async def do_one(database: Database, handlers: Mapping[str, Handler]) -> bool:
    """Do the piece that has been due longest; ``False`` when nothing is due.

    SQLite readers do not wait for writers, so the list is looked at before the write lock is
    taken: an idle worker never holds up anybody.
    """
    async with database.transaction(write=False) as tx:
        if await _next_due(tx, handlers, lock=False) is None:
            return False
    async with database.transaction(write=True) as tx:
        work = await _next_due(tx, handlers, lock=True)
        if work is not None:
            await _do(tx, handlers[work["kind"]], work)
    return work is not None


async def _next_due(tx: Tx, handlers: Mapping[str, Handler], *, lock: bool) -> Row | None:
    due = table(DueWork)
    asks = (
        select(due)
        .where(due.c.due_at <= clock.now(), due.c.kind.in_(list(handlers)))
        .order_by(due.c.due_at)
        .limit(1)
    )
    return await tx.row(asks.with_for_update(skip_locked=True) if lock else asks)


async def _do(tx: Tx, handle: Handler, work: Row) -> None:
    await tx.enter(work["community_id"])
    due = table(DueWork)
    this = [due.c[name] == work[name] for name in ("community_id", "kind", "subject_id")]
    try:
        async with tx.savepoint():
            await tx.execute(delete(due).where(*this))
            await handle(tx, work["subject_id"])
    except Exception as error:  # noqa: BLE001 - any failure is retried later, never lost
        log.warning("work.failed", kind=work["kind"], error=type(error).__name__)
        later = {
            "due_at": retry_at(clock.now(), work["attempts"]),
            "attempts": work["attempts"] + 1,
            "last_error": type(error).__name__,
        }
        await tx.execute(update(due).where(*this).values(later))


def retry_at(now: datetime, attempts: int) -> datetime:
    """When to try again after ``attempts`` earlier failures: doubling, six hours at most."""
    doubled: timedelta = RETRY_BASE * 2 ** min(attempts, 20)
    return now + min(doubled, RETRY_LONGEST)
