from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import update

from linli.community.public import CommunityHomes, time_zone_of
from linli.deliberation.actions.representatives.pass_on_messages import pass_on_messages
from linli.deliberation.actions.representatives.work import KEEP_MANDATES
from linli.deliberation.facts.representatives import mandate_changed
from linli.deliberation.queries.representatives.mandates import (
    lock_mandates_of,
    mandates_of,
    ruled,
)
from linli.deliberation.queries.representatives.tables import mandates
from linli.deliberation.rules.representatives.mandate import speaking_for
from linli.identity.public import hold_role, release_role, roles
from linli.kernel import clock
from linli.kernel.access.actor import Grant, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule


async def keep_mandates(tx: Tx, building_id: UUID) -> None:
    """Have exactly those hold the role who speak for a building today. Due work.

    What their predecessors left unanswered is theirs from then on.
    It comes back when that changes next, and is done whenever a mandate is given or ends.
    """
    await lock_mandates_of(tx, building_id)
    zone = await time_zone_of(tx, tx.community)
    today, rows = clock.today(zone), await mandates_of(tx, building_id)
    speaking = speaking_for(str(building_id), [ruled(row) for row in rows], today)
    acting = {mandate.id for mandate in speaking}
    for row in rows:
        if str(row["id"]) in acting and row["grant_id"] is None:
            await _begin(tx, row)
    still = {row["grant_id"] for row in rows if str(row["id"]) in acting}
    for row in rows:
        over = row["grant_id"] is not None and row["released_at"] is None
        if over and str(row["id"]) not in acting:
            await _end(tx, row, releases=row["grant_id"] not in still)
    await pass_on_messages(tx, rows, today)
    turns = {day for row in rows for day in (row["from_on"], row["until_on"] + timedelta(days=1))}
    following = min((day for day in turns if day > today), default=None)
    if following is not None:
        due = datetime.combine(following, time(), ZoneInfo(zone))
        await schedule(tx, KEEP_MANDATES, building_id, due)


async def _begin(tx: Tx, row: Row) -> None:
    held = Grant(roles.REPRESENTATIVE, Scope.BUILDING, row["building_id"])
    row["grant_id"] = await hold_role(tx, row["account_id"], held, by=None)
    await _change(tx, row["id"], "begun", grant_id=row["grant_id"])


async def _end(tx: Tx, row: Row, *, releases: bool) -> None:
    """The role goes with the mandate, unless another mandate of the same person holds it."""
    if releases:
        left = await release_role(tx, row["grant_id"], row["ended_how"] or "term", by=None)
        if left:
            await CommunityHomes().move_out(tx, left, left)
    await _change(tx, row["id"], "ended", released_at=clock.now())


async def _change(tx: Tx, mandate_id: UUID, verb: str, **values: object) -> None:
    c = mandates.c
    this = update(mandates).where(c.community_id == tx.community, c.id == mandate_id)
    await tx.execute(this.values(**values))
    record(tx, mandate_changed(None, verb, mandate_id, clock.now()))
