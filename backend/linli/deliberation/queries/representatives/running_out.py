"""Mandates that are nearly over, for those who see to what comes next."""

from linli.community.public import time_zone_of
from linli.deliberation.permissions.representatives import MINUTE_ASSEMBLY
from linli.deliberation.queries.representatives.mandates import last_mandates
from linli.deliberation.rules.representatives.mandate import REMINDED_BEFORE
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx


async def mandates_running_out(tx: Tx, actor: Actor, limit: int) -> list[Row]:
    """One's own mandates that end soon; for who holds elections and minutes, all of them."""
    today = clock.today(await time_zone_of(tx, tx.community))
    rows = await last_mandates(tx, actor, today, today + REMINDED_BEFORE, limit)
    return [row for row in rows if row["is_me"] or actor.may(MINUTE_ASSEMBLY)]
