"""Around the application of an import: it is claimed, followed, and released when it fails."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, update

from linli.community.actions.roster.apply import PreparedImport, prepare_import
from linli.community.actions.touch_roster import hold_roster
from linli.community.models import RosterImport
from linli.community.queries.roster_course import under_way
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import Problem
from linli.kernel.work.schedule import schedule

RELEASE = "community.roster.release"
GRACE = timedelta(minutes=1)
"""After this the worker looks whether whoever claimed an import still lives."""
FOLLOW_SECONDS = 0.5
_import = table(RosterImport)


@asynccontextmanager
async def applying(
    database: Database, actor: Actor, import_id: UUID, seen: int
) -> AsyncIterator[PreparedImport | None]:
    """Claim an import for the transaction that will write it; it is released should that fail.

    Args:
        database: where.
        actor: who applies it.
        import_id: which.
        seen: the version whose plan a person looked at.

    Yields:
        ``None`` when it has been applied before.

    Raises:
        Problem: as ``prepare_import``; 412 ``changed_meanwhile`` when somebody mapped or decided
            it anew since; 409 ``import_being_applied``.
    """
    prepared = await prepare_import(database, actor, import_id)
    if prepared is None:
        yield None
        return
    if prepared.material.version != seen:
        raise changed_meanwhile()
    claim = await _claim(database, actor.community_id, prepared)
    with under_way(actor.community_id, import_id, prepared.course):
        try:
            async with _followed(database, actor.community_id, prepared, claim):
                yield prepared
        except BaseException:
            await _release(database, actor.community_id, import_id, claim)
            raise


async def _claim(database: Database, community_id: UUID, prepared: PreparedImport) -> datetime:
    now, import_id = clock.now(), prepared.material.import_id
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        free = (_import.c.applying_since.is_(None), _import.c.status == "planned")
        same = _import.c.version == prepared.material.version
        if not await _change(tx, import_id, {"applying_since": now, "done": 0}, same, *free):
            raise Problem(409, "import_being_applied")
        await schedule(tx, RELEASE, import_id, now + GRACE)
    return now


@asynccontextmanager
async def _followed(
    database: Database, community_id: UUID, prepared: PreparedImport, claim: datetime
) -> AsyncIterator[None]:
    """On PostgreSQL other processes see how far it is, and may give it up."""
    if not database.on_postgres:
        yield
        return
    following = asyncio.create_task(_follow(database, community_id, prepared, claim))
    try:
        yield
    finally:
        following.cancel()
        with suppress(asyncio.CancelledError):
            await following


async def _follow(
    database: Database, community_id: UUID, prepared: PreparedImport, claim: datetime
) -> None:
    course, import_id = prepared.course, prepared.material.import_id
    while not course.stopped:
        await asyncio.sleep(FOLLOW_SECONDS)
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            held = (_import.c.applying_since == claim, _import.c.status == "planned")
            course.stopped = not await _change(tx, import_id, {"done": course.done}, *held)


async def _release(
    database: Database, community_id: UUID, import_id: UUID, claim: datetime
) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        free = {"applying_since": None, "done": _import.c.total}
        await _change(tx, import_id, free, _import.c.applying_since == claim)


async def release_abandoned(tx: Tx, import_id: UUID) -> None:
    """Due work: an import whose process died while writing it can be applied again.

    Whoever writes a roster holds it; once it is ours, nobody does.
    """
    await hold_roster(tx)
    free = {"applying_since": None, "done": _import.c.total}
    await _change(tx, import_id, free, _import.c.applying_since < clock.now() - GRACE)


async def _change(tx: Tx, import_id: UUID, values: Row, *where: ColumnElement[bool]) -> bool:
    this = (_import.c.community_id == tx.community, _import.c.id == import_id)
    return (await tx.execute(update(_import).where(*this, *where).values(values))).rowcount == 1
