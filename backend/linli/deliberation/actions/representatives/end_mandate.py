"""Ending a mandate before its term; a substitute takes over at once."""

from datetime import date
from uuid import UUID

from sqlalchemy import update

from linli.community.public import time_zone_of
from linli.deliberation.actions.representatives.keep_mandates import keep_mandates
from linli.deliberation.facts.representatives import mandate_changed
from linli.deliberation.queries.representatives.tables import mandates
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem


async def today_in(tx: Tx) -> date:
    """The community's day."""
    return clock.today(await time_zone_of(tx, tx.community))


async def require_running(tx: Tx, mandate: Row) -> None:
    """Refuse to end what is over.

    Raises:
        Problem: 409 ``mandate_over``.
    """
    if mandate["ended_on"] is not None or await today_in(tx) > mandate["until_on"]:
        raise Problem(409, "mandate_over")


async def end_mandate(  # noqa: PLR0913 - an ending is all of this
    tx: Tx, actor: Actor, mandate: Row, how: str, because: str, *, recalled_by: UUID | None = None
) -> None:
    """End a locked mandate today; the number shown goes with it."""
    c = mandates.c
    this = update(mandates).where(c.community_id == tx.community, c.id == mandate["id"])
    ended = {"ended_on": await today_in(tx), "ended_how": how, "ended_because": because}
    shown = {"recalled_by": recalled_by, "phone": None, "version": c.version + 1}
    await tx.execute(this.values(**ended, **shown))
    verb = "recalled" if how == "recall" else "resigned"
    record(tx, mandate_changed(actor.account_id, verb, mandate["id"], clock.now()))
    await keep_mandates(tx, mandate["building_id"])
