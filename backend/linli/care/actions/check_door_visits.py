"""Telling which of a batch of door visits can be logged."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.care.queries.doors_to_log import DoorKey, DoorToLog, doors_to_log
from linli.care.queries.known_visits import known_visits, stored_visit
from linli.care.rules.clock_drift import counted_at
from linli.community.public import known_documents
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.http.creation import differing_fields
from linli.kernel.problems import Problem, invalid, not_found
from linli.kernel.sync.items import SyncItem, Verdict


@dataclass
class Batch:
    """Items on their way to a verdict each."""

    tx: Tx
    now: datetime
    items: Sequence[SyncItem]
    actors: dict[UUID, Actor]
    """Who brought each item."""
    digests: dict[UUID, bytes]
    doors: dict[DoorKey, DoorToLog] = field(default_factory=dict)
    verdicts: dict[UUID, Verdict] = field(default_factory=dict)

    def waiting(self) -> Iterator[SyncItem]:
        """Items without a verdict, in the order of doing."""
        return (item for item in self.items if item.id not in self.verdicts)

    def reject(self, item: SyncItem, problem: Problem) -> None:
        """Have it not stored, and say why."""
        self.verdicts[item.id] = Verdict.rejected(problem)


def door_of(item: SyncItem) -> DoorKey:
    """Which door of which canvass a visit was at."""
    return item.payload.canvass_id, item.payload.household_id


async def recognise(batch: Batch, items: Collection[SyncItem]) -> None:
    """What was stored once stays so, whatever has since become of door or canvass."""
    known = await known_visits(batch.tx, [item.id for item in items])
    for item in items:
        digest = known.get(item.id)
        if digest == batch.digests[item.id]:
            batch.verdicts[item.id] = Verdict.duplicate()
        elif digest is not None:
            fields = differing_fields(await stored_visit(batch.tx, item.id), item.payload)
            batch.verdicts[item.id] = Verdict.conflict(*(fields or ["id"]))


async def check_door_visits(batch: Batch) -> None:
    """Settle repeats, and what is not for this actor, this canvass or this community."""
    await recognise(batch, batch.items)
    waiting = list(batch.waiting())
    if not waiting:
        return
    accounts = {actor.account_id for actor in batch.actors.values()}
    batch.doors = await doors_to_log(batch.tx, accounts, {door_of(item) for item in waiting})
    named = {document for item in waiting for document in item.payload.explained}
    missing = named - await known_documents(batch.tx, named) if named else set()
    for item in waiting:
        problem = _problem(batch, item, missing)
        if problem is not None:
            batch.reject(item, problem)


def _problem(batch: Batch, item: SyncItem, missing: set[UUID]) -> Problem | None:
    visit, door = item.payload, batch.doors.get(door_of(item))
    counted = counted_at(visit.happened_at, batch.now)
    if door is None or not door.is_for(batch.actors[item.id], counted, batch.now):
        return not_found()
    if not door.is_open(counted, batch.now):
        return Problem(409, "canvass_not_open", starts_on=door.starts_on, ends_on=door.ends_on)
    if not missing.isdisjoint(visit.explained):
        return invalid("/explained", "unknown_document")
    return None
