"""Ending a need: its content goes with it, and what served only it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert, update

from linli.care.actions.cancel_tasks import cancel_tasks
from linli.care.actions.need_work import KEEP_DATES, PLAN_TASKS
from linli.care.actions.settle_duties import settle_duties
from linli.care.facts.register import need_fact
from linli.care.models.care_task import AssistanceVisit, CareTaskStep
from linli.care.models.register import NeedEnding
from linli.care.queries.need_rows import active_needs_at, consents, needs, persons
from linli.care.queries.need_traces import Traces, traces_of
from linli.care.rules.need_words import EndReason, GivenHow
from linli.kernel import clock
from linli.kernel.attachments.erase import erase_attachments
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.erase import erase_private
from linli.kernel.facts.record import record
from linli.kernel.vault.vault import destroy_person_key, keep_erased
from linli.kernel.work.schedule import unschedule


@dataclass(frozen=True)
class Ending:
    """How a need ends.

    Attributes:
        id: of the ending itself.
        reason: in fixed words.
        by: the account; ``None`` where a date did it.
        given_how: how the person withdrew, of a withdrawal.
    """

    id: UUID
    reason: EndReason
    by: UUID | None
    given_how: GivenHow | None = None


async def end_need(tx: Tx, need: Row, ending: Ending, *, person_goes_on: bool = False) -> None:
    """End an active need and erase its content (PIPL 15, 47). Its home is locked.

    Erased are the sealed content, the notes and files of its visits, the reasons given at its
    tasks, and what facts said of it in private. The person's key is destroyed unless another need
    of theirs is active (or ``person_goes_on``: is about to be), and with it every copy of what it
    sealed.

    Args:
        tx: a write transaction; the need's home is locked in it.
        need: the row of an active need.
        ending: how it ends.
        person_goes_on: a need of the same person follows in this transaction.
    """
    now = clock.now()
    traces = await traces_of(tx, need["id"])
    await cancel_tasks(tx, traces.open_task_ids, ending.by, now)
    await _erase_content(tx, need, ending, traces)
    destroyed = not person_goes_on and await _release_person(tx, need)
    if not destroyed:
        await keep_erased(tx, need["id"])
    await _keep_ending(tx, need, ending, now, key_destroyed=destroyed)
    subjects = [need["id"], *traces.task_ids, *traces.visit_ids]
    await settle_duties(tx, subjects, ending.by)
    for kind in (PLAN_TASKS, KEEP_DATES):
        await unschedule(tx, kind, need["id"])


async def _erase_content(tx: Tx, need: Row, ending: Ending, traces: Traces) -> None:
    status = "withdrawn" if ending.reason == "withdrawn" else "ended"
    gone = {"sealed": None, "body_digest": b"", "status": status, "version": need["version"] + 1}
    mine = (needs.c.community_id == tx.community, needs.c.id == need["id"])
    await tx.execute(update(needs).where(*mine).values(gone))
    if need["consent_id"] is not None:
        theirs = (consents.c.community_id == tx.community, consents.c.id == need["consent_id"])
        await tx.execute(update(consents).where(*theirs).values(sealed=None))
    await _erase_traces(tx, traces)
    await erase_attachments(tx, "assistance_need", [need["id"]])
    await erase_private(tx, [need["id"], *traces.task_ids, *traces.visit_ids])


async def _erase_traces(tx: Tx, traces: Traces) -> None:
    steps, visits = table(CareTaskStep), table(AssistanceVisit)
    if traces.task_ids:
        of_tasks = (steps.c.community_id == tx.community, steps.c.task_id.in_(traces.task_ids))
        await tx.execute(update(steps).where(*of_tasks).values(reason=None))
    if traces.visit_ids:
        of_visits = (visits.c.community_id == tx.community, visits.c.id.in_(traces.visit_ids))
        await tx.execute(update(visits).where(*of_visits).values(sealed=None))
        await erase_attachments(tx, "assistance_visit", traces.visit_ids)


async def _release_person(tx: Tx, need: Row) -> bool:
    """Destroy the person's key, unless another need of theirs is active."""
    person_id = need["person_id"]
    others = await active_needs_at(tx, [need["household_id"]])
    if any(row["person_id"] == person_id for row in others):
        return False
    this = (persons.c.community_id == tx.community, persons.c.id == person_id)
    await tx.execute(delete(persons).where(*this))
    return await destroy_person_key(tx, person_id)


async def _keep_ending(
    tx: Tx, need: Row, ending: Ending, now: datetime, *, key_destroyed: bool
) -> None:
    row = {
        "community_id": tx.community,
        "id": ending.id,
        "need_id": need["id"],
        "reason": ending.reason,
        "given_how": ending.given_how,
        "ended_by": ending.by,
        "ended_at": now,
        "key_destroyed": key_destroyed,
    }
    await tx.execute(insert(table(NeedEnding)).values(row))
    verb = "withdrawn" if ending.reason == "withdrawn" else "ended"
    record(tx, need_fact(verb, need["id"], ending.by, now, reason=ending.reason))
    record(tx, need_fact("erased", need["id"], ending.by, now, key_destroyed=key_destroyed))
