"""Reminding of a mandate before its term is over, while there is time for an election."""

from datetime import date
from uuid import UUID

from linli.community.public import time_zone_of
from linli.deliberation.actions.representatives.work import REMIND_OF_TERM
from linli.deliberation.actions.sessions.action_work import morning_of
from linli.deliberation.facts.representatives import mandate_changed
from linli.deliberation.queries.representatives.mandates import acting_on, locked_mandate
from linli.deliberation.rules.representatives.mandate import reminded_on
from linli.kernel import clock
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule


async def plan_reminder(tx: Tx, mandate_id: UUID, from_on: date, until_on: date) -> None:
    """Have a mandate reminded of in the morning of the day that the rule names."""
    zone = await time_zone_of(tx, tx.community)
    due = morning_of(reminded_on(from_on, until_on), zone)
    await schedule(tx, REMIND_OF_TERM, mandate_id, due)


async def remind_of_term(tx: Tx, mandate_id: UUID) -> None:
    """Put on record that a mandate is about to end, if it is in force. Due work."""
    row: Row = await locked_mandate(tx, mandate_id)
    today = clock.today(await time_zone_of(tx, tx.community))
    if mandate_id in await acting_on(tx, today, {row["building_id"]}):
        about = {"building_id": row["building_id"], "until_on": row["until_on"]}
        record(tx, mandate_changed(None, "reminded", mandate_id, clock.now(), **about))
