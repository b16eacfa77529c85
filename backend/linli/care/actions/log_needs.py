"""Registering help that people need, up to a sync's whole batch at once."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import insert

from linli.care.actions.end_need import Ending, end_need
from linli.care.actions.keep_consents import keep_consents
from linli.care.actions.need_batch import NeedBatch, check_needs
from linli.care.actions.need_book import NeedBook, open_book
from linli.care.actions.need_work import KEEP_DATES, PLAN_TASKS
from linli.care.facts.register import need_fact
from linli.care.queries.need_rows import locked_need, needs, persons
from linli.care.schemas.need import NeedIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.sync.items import SyncItem, Verdict
from linli.kernel.vault.many import seal_many
from linli.kernel.vault.vault import Place
from linli.kernel.work.schedule import schedule_many

KIND = "assistance_need"


async def log_needs(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Register needs in the order of doing.

    Args:
        tx: a write transaction inside the actor's community.
        actor: who took them down.
        items: each id once; payloads are ``NeedIn``.

    Returns:
        A verdict for each item, in its place. A need is rejected with ``not_found`` when the door
        is not the actor's to help; 422 ``invalid`` or ``diagnosis_words`` when the rules refuse
        it; 409 ``need_exists`` when the same help is registered for this door and the item says
        neither which need it replaces nor beside which it stands; ``forbidden`` when it replaces
        what only its author or a social worker may.
    """
    batch = NeedBatch(tx, actor, items)
    await check_needs(batch)
    for chunk in _chunks(list(batch.waiting())):
        book = await open_book(batch)
        for item in chunk:
            problem = book.enter(item)
            if problem is not None:
                batch.reject(item, problem)
        await _keep(batch, book, [item for item in chunk if item.id in book.person_of])
    return [batch.verdicts[item.id] for item in items]


def _chunks(items: Sequence[SyncItem]) -> Iterator[list[SyncItem]]:
    """Items to store together: one that replaces another need begins a new chunk."""
    chunk: list[SyncItem] = []
    for item in items:
        if chunk and item.payload.replaces is not None:
            yield chunk
            chunk = []
        chunk.append(item)
    if chunk:
        yield chunk


async def _keep(batch: NeedBatch, book: NeedBook, kept: Sequence[SyncItem]) -> None:
    if not kept:
        return
    await _end_replaced(batch, book, kept[0])
    if book.new_persons:
        mine = {"community_id": batch.tx.community, "made_at": batch.now}
        await batch.tx.execute(insert(persons), [{**mine, **row} for row in book.new_persons])
    await keep_consents(
        batch.tx,
        batch.actor,
        [(i.payload.consent, book.person_of[i.id], i.id) for i in kept if i.payload.consent],
    )
    await _insert_needs(batch, book, kept)
    for item in kept:
        drafted = need_fact("registered", item.id, batch.actor.account_id, batch.now, _told(item))
        batch.verdicts[item.id] = Verdict.accepted(record(batch.tx, drafted))
    due = [(item.id, batch.now) for item in kept]
    await schedule_many(batch.tx, PLAN_TASKS, due)
    await schedule_many(batch.tx, KEEP_DATES, due)


async def _end_replaced(batch: NeedBatch, book: NeedBook, item: SyncItem) -> None:
    replaced = item.payload.replaces
    need = None if replaced is None else await locked_need(batch.tx, replaced)
    if need is not None:
        ending = Ending(new_id(), "replaced", batch.actor.account_id)
        goes_on = need["person_id"] == book.person_of[item.id]
        await end_need(batch.tx, need, ending, person_goes_on=goes_on)


async def _insert_needs(batch: NeedBatch, book: NeedBook, kept: Sequence[SyncItem]) -> None:
    places = [Place(KIND, item.id, book.person_of[item.id]) for item in kept]
    contents = [_content(item.payload) for item in kept]
    sealed = await seal_many(batch.tx, list(zip(places, contents, strict=True)))
    rows = [
        {**_need_row(batch, item), "person_id": place.person_id, "sealed": content}
        for item, place, content in zip(kept, places, sealed, strict=True)
    ]
    await batch.tx.execute(insert(needs), rows)


def _content(need: NeedIn) -> dict[str, Any]:
    return {
        "person_name": need.person_name,
        "under_14": need.under_14,
        "instruction": need.instruction,
        "contact_name": need.contact_name,
        "contact_phone": need.contact_phone,
        "emergency_reason": need.emergency.reason if need.emergency else None,
    }


def _need_row(batch: NeedBatch, item: SyncItem) -> Row:
    need: NeedIn = item.payload
    recurrence = need.recurrence
    return {
        "community_id": batch.tx.community,
        "id": item.id,
        "household_id": need.household_id,
        "kind": need.kind,
        "urgency": need.urgency,
        "basis": "consent" if need.consent else "emergency",
        "consent_id": need.consent and need.consent.id,
        "starts_on": need.starts_on,
        "review_on": need.review_on,
        "ends_on": need.ends_on,
        "weekdays": sorted(recurrence.weekdays) if recurrence else None,
        "part": recurrence and recurrence.part,
        "status": "active",
        "replaces_id": need.replaces,
        "version": 1,
        "body_digest": batch.digests[item.id],
        "created_by": batch.actor.account_id,
        "created_at": batch.now,
    }


def _told(item: SyncItem) -> Row:
    need: NeedIn = item.payload
    basis = "consent" if need.consent else "emergency"
    consent_id = need.consent.id if need.consent else None
    return {
        "household_id": need.household_id,
        "kind": need.kind,
        "urgency": need.urgency,
        "basis": basis,
        "consent": consent_id,
    }
