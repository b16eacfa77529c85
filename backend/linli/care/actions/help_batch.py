"""Telling which of a batch of assistance visits can be logged."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.care.actions.need_batch import diagnosis_faults, faulty
from linli.care.permissions.register import LOG_ASSISTANCE_VISIT
from linli.care.queries.homes import Home, homes_to_help, lock_homes
from linli.care.queries.known_help import known_help
from linli.care.queries.need_rows import needs_by_id
from linli.care.queries.task_rows import locked_tasks
from linli.care.schemas.assistance_visit import AssistanceVisitIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.creation import body_digest, differing_fields
from linli.kernel.problems import Problem, invalid, not_found
from linli.kernel.sync.items import SyncItem, Verdict


@dataclass
class HelpBatch:
    """Visits on their way to a verdict each."""

    tx: Tx
    actor: Actor
    items: Sequence[SyncItem]
    now: datetime = field(default_factory=clock.now)
    digests: dict[UUID, bytes] = field(default_factory=dict)
    homes: dict[UUID, Home] = field(default_factory=dict)
    tasks: dict[UUID, Row] = field(default_factory=dict)
    needs: dict[UUID, Row] = field(default_factory=dict)
    verdicts: dict[UUID, Verdict] = field(default_factory=dict)

    def waiting(self) -> Iterator[SyncItem]:
        """Items without a verdict, in the order of doing."""
        return (item for item in self.items if item.id not in self.verdicts)

    def active_need(self, item: SyncItem) -> Row | None:
        """The need that a visit served, while it is active."""
        task = self.tasks.get(item.payload.care_task_id)
        need = self.needs.get(task["need_id"]) if task else None
        return need if need and need["status"] == "active" else None


async def check_help(batch: HelpBatch) -> None:
    """Settle repeats, and what is not for this actor, this door or this note.

    Homes and tasks of what is left are locked, homes first, as everywhere.
    """
    batch.digests = {item.id: body_digest(batch.tx, item.payload) for item in batch.items}
    await recognise(batch, batch.items)
    waiting = list(batch.waiting())
    if not waiting:
        return
    await _fetch(batch, [item.payload for item in waiting])
    for item in waiting:
        problem = _problem(batch, item.payload)
        if problem is not None:
            batch.verdicts[item.id] = Verdict.rejected(problem)


async def recognise(batch: HelpBatch, items: Collection[SyncItem]) -> None:
    """What was stored once stays so, whatever has since become of task or door."""
    known = await known_help(batch.tx, [item.id for item in items])
    for item in items:
        row = known.get(item.id)
        if row is not None:
            batch.verdicts[item.id] = _repeated(row, batch.digests[item.id], item.payload)


def _repeated(row: Row, digest: bytes, payload: AssistanceVisitIn) -> Verdict:
    if row["body_digest"] == digest:
        return Verdict.duplicate()
    return Verdict.conflict(*(differing_fields(row, payload) or ["note"]))


async def _fetch(batch: HelpBatch, payloads: Sequence[AssistanceVisitIn]) -> None:
    tx = batch.tx
    homes = {payload.household_id for payload in payloads}
    batch.homes = await homes_to_help(tx, batch.actor, LOG_ASSISTANCE_VISIT, homes)
    await lock_homes(tx, batch.homes)
    task_ids = {payload.care_task_id for payload in payloads if payload.care_task_id}
    batch.tasks = await locked_tasks(tx, task_ids) if task_ids else {}
    need_ids = {task["need_id"] for task in batch.tasks.values() if task["need_id"]}
    batch.needs = await needs_by_id(tx, need_ids) if need_ids else {}


def _problem(batch: HelpBatch, visit: AssistanceVisitIn) -> Problem | None:
    if visit.household_id not in batch.homes:
        return not_found()
    if visit.care_task_id is not None:
        task = batch.tasks.get(visit.care_task_id)
        if task is None:
            return invalid("/care_task_id", "unknown_task")
        if task["household_id"] != visit.household_id:
            return invalid("/household_id", "other_household")
    faults = list(diagnosis_faults("/note", visit.note))
    return faulty(faults) if faults else None
