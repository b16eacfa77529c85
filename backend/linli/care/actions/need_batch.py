"""Telling which of a batch of needs can be registered."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain
from uuid import UUID

from linli.care.permissions.register import RECORD_NEED
from linli.care.queries.homes import Home, homes_to_help, lock_homes
from linli.care.queries.need_rows import known_consents, needs_by_id
from linli.care.rules.consent_faults import ConsentGiven, consent_faults
from linli.care.rules.diagnosis_words import diagnosis_words
from linli.care.rules.faults import Fault
from linli.care.rules.need_dates import date_faults
from linli.care.schemas.need import NeedIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.creation import body_digest, differing_fields
from linli.kernel.problems import FieldError, Problem, conflict, not_found
from linli.kernel.sync.items import SyncItem, Verdict


@dataclass
class NeedBatch:
    """Needs on their way to a verdict each."""

    tx: Tx
    actor: Actor
    items: Sequence[SyncItem]
    now: datetime = field(default_factory=clock.now)
    digests: dict[UUID, bytes] = field(default_factory=dict)
    homes: dict[UUID, Home] = field(default_factory=dict)
    verdicts: dict[UUID, Verdict] = field(default_factory=dict)

    def waiting(self) -> Iterator[SyncItem]:
        """Items without a verdict, in the order of doing."""
        return (item for item in self.items if item.id not in self.verdicts)

    def reject(self, item: SyncItem, problem: Problem) -> None:
        """Have it not stored, and say why."""
        name = Verdict("conflict", problem=problem) if problem.code == "conflict" else None
        self.verdicts[item.id] = name or Verdict.rejected(problem)


async def check_needs(batch: NeedBatch) -> None:
    """Settle repeats, homes out of reach, and what the rules refuse.

    Raises:
        Problem: never; each refusal is an item's own verdict.
    """
    batch.digests = {item.id: body_digest(batch.tx, item.payload) for item in batch.items}
    await _recognise(batch)
    asked = {item.payload.household_id for item in batch.waiting()}
    batch.homes = await homes_to_help(batch.tx, batch.actor, RECORD_NEED, asked) if asked else {}
    if batch.homes:
        await lock_homes(batch.tx, batch.homes)
        await _recognise(batch)
    await _refuse(batch)


async def _recognise(batch: NeedBatch) -> None:
    """What was stored once stays so, and was received even where it has since been erased."""
    waiting = list(batch.waiting())
    known = await needs_by_id(batch.tx, [item.id for item in waiting]) if waiting else {}
    for item in waiting:
        row = known.get(item.id)
        if row is not None:
            batch.verdicts[item.id] = _repeated(row, batch.digests[item.id], item.payload)


def _repeated(row: Row, digest: bytes, payload: NeedIn) -> Verdict:
    if row["status"] != "active" or row["body_digest"] == digest:
        return Verdict.duplicate()
    return Verdict.conflict(*(differing_fields(row, payload) or ["id"]))


async def _refuse(batch: NeedBatch) -> None:
    named = [item.payload.consent.id for item in batch.waiting() if item.payload.consent]
    taken: set[UUID] = await known_consents(batch.tx, named) if named else set()
    for item in list(batch.waiting()):
        problem = _problem(batch, item.payload, taken)
        if problem is not None:
            batch.reject(item, problem)
        elif item.payload.consent is not None:
            taken.add(item.payload.consent.id)


def _problem(batch: NeedBatch, need: NeedIn, taken: Collection[UUID]) -> Problem | None:
    if need.household_id not in batch.homes:
        return not_found()
    faults = list(need_faults(need))
    if faults:
        return faulty(faults)
    if need.consent is not None and need.consent.id in taken:
        return conflict("consent/id")
    return None


def need_faults(need: NeedIn) -> Iterator[Fault]:
    """All that the rules find wrong with a need."""
    texts = {
        "/person_name": need.person_name,
        "/instruction": need.instruction,
        "/contact_name": need.contact_name,
        "/emergency/reason": need.emergency.reason if need.emergency else None,
    }
    yield from chain.from_iterable(diagnosis_faults(at, text) for at, text in texts.items())
    yield from date_faults(need.starts_on, need.review_on, need.ends_on)
    if need.consent is not None:
        given = need.consent
        consent = ConsentGiven(given.scope, given.given_by, given.guardian_name)
        yield from consent_faults(need.kind, consent, under_14=need.under_14, at="/consent")


def diagnosis_faults(pointer: str, text: str | None) -> Iterator[Fault]:
    """A fault where a text tells a diagnosis; there is no way to insist."""
    words = diagnosis_words(text or "")
    if words:
        yield Fault(pointer, "diagnosis_words", (("words", "、".join(words)),))


def faulty(faults: Sequence[Fault]) -> Problem:
    """The 422 that tells faults; one about a diagnosis says what to write instead."""
    code = "diagnosis_words" if faults[0].code == "diagnosis_words" else "invalid"
    errors = tuple(FieldError(fault.pointer, fault.code, fault.values) for fault in faults)
    return Problem(422, code, errors=errors)
