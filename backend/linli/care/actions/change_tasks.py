"""Storing what became of care tasks, with all that follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, insert, update

from linli.care.actions.need_work import CHECK_TASK
from linli.care.actions.raise_duties import Duty, raise_duties
from linli.care.actions.settle_duties import settle_duties
from linli.care.facts.register import task_fact
from linli.care.queries.need_rows import needs_by_id
from linli.care.queries.task_rows import state_of, steps, tasks
from linli.care.rules.task_state import WITH_SOCIAL_WORKER, TaskState, next_check
from linli.care.rules.task_words import TaskVerb
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.vault.many import disclose
from linli.kernel.vault.vault import Place, destroy_person_key
from linli.kernel.work.schedule import schedule_many, unschedule

CHANGEABLE = (
    "step",
    "assignee_id",
    "offered_at",
    "expected_by",
    "lateness",
    "late_at",
    "attempts",
)
"""What of a task's state can change; the columns have the same names."""


@dataclass(frozen=True)
class TaskChange:
    """What happened to a task, and what it is then.

    Attributes:
        row: as it was, locked.
        state: as it is now.
        verb: what happened.
        by: the account; ``None`` where time did it.
        at: when.
        to_account_id: to whom it went.
        reason: why, where somebody said.
    """

    row: Row
    state: TaskState
    verb: TaskVerb
    by: UUID | None
    at: datetime
    to_account_id: UUID | None = None
    reason: str | None = None

    @property
    def task_id(self) -> UUID:
        """The task."""
        task_id: UUID = self.row["id"]
        return task_id


def purpose_of(task_id: UUID) -> str:
    """Why a helper of a task knows its instruction, as the record of openings says."""
    return f"care_task:{task_id}"


async def change_tasks(tx: Tx, changes: Sequence[TaskChange]) -> None:
    """Store new states, what happened, the next checks; tell helpers and the social worker.

    Of several changes to one task the last has its final state.
    """
    if not changes:
        return
    last = {change.task_id: change for change in changes}
    await _update(tx, list(last.values()))
    await tx.execute(insert(steps), [_step(tx, change) for change in changes])
    for change in changes:
        record(tx, task_fact(change.verb, change.task_id, change.by, change.at, **_told(change)))
    await disclose_to_helpers(tx, [_after(change) for change in last.values()], _before(last))
    await _follow(tx, list(last.values()))


async def _update(tx: Tx, changes: Sequence[TaskChange]) -> None:
    c = tasks.c
    this = (c.community_id == tx.community, c.id == bindparam("task_id"))
    names = (*CHANGEABLE, "closed_at")
    values: Row = {name: bindparam(f"new_{name}") for name in names}
    rows = [
        {"task_id": change.task_id, **{f"new_{name}": _after(change)[name] for name in names}}
        for change in changes
    ]
    await tx.execute(update(tasks).where(*this).values(values | {"version": c.version + 1}), rows)


def _after(change: TaskChange) -> Row:
    """The row as it is now."""
    state = change.state
    return {
        **change.row,
        **{name: getattr(state, name) for name in CHANGEABLE},
        "closed_at": change.at if state.is_over else None,
    }


def _step(tx: Tx, change: TaskChange) -> Row:
    return {
        "community_id": tx.community,
        "id": new_id(),
        "task_id": change.task_id,
        "verb": change.verb,
        "at": change.at,
        "by": change.by,
        "to_account_id": change.to_account_id,
        "reason": change.reason,
    }


def _told(change: TaskChange) -> Row:
    told = {"to": change.to_account_id, "reason": change.reason}
    return {name: value for name, value in told.items() if value is not None}


def _before(changes: dict[UUID, TaskChange]) -> dict[UUID, UUID | None]:
    return {task_id: change.row["assignee_id"] for task_id, change in changes.items()}


async def disclose_to_helpers(tx: Tx, rows: Sequence[Row], before: dict[UUID, UUID | None]) -> None:
    """Record, for tasks that have a new helper, that the instruction is now in their hands.

    The record is the opening that the person concerned can see; without it nothing is readable.
    """
    fresh = [
        row
        for row in rows
        if row["assignee_id"] is not None and row["assignee_id"] != before.get(row["id"])
    ]
    needs = await needs_by_id(tx, {row["need_id"] for row in fresh if row["need_id"]})
    given = []
    for row in fresh:
        need = needs.get(row["need_id"])
        if need is not None and need["sealed"] is not None:
            place = Place("assistance_need", need["id"], need["person_id"])
            given.append((place, row["assignee_id"], purpose_of(row["id"])))
        elif row["sealed"] is not None:
            place = Place("care_task", row["id"], row["id"])
            given.append((place, row["assignee_id"], purpose_of(row["id"])))
    await disclose(tx, given)


async def _follow(tx: Tx, changes: Sequence[TaskChange]) -> None:
    checks = []
    for change in changes:
        check = next_check(change.state)
        if check is None:
            await unschedule(tx, CHECK_TASK, change.task_id)
        else:
            checks.append((change.task_id, check))
        await _forget_if_over(tx, change)
    await schedule_many(tx, CHECK_TASK, sorted(checks))
    late = [change for change in changes if change.state.lateness == WITH_SOCIAL_WORKER]
    open_late = [change for change in late if not change.state.is_over]
    await raise_duties(tx, [_duty(change) for change in open_late])
    settled = [change for change in changes if change not in open_late and _was_escalated(change)]
    for change in settled:
        await settle_duties(tx, [change.task_id], change.by, "task_escalated")


def _was_escalated(change: TaskChange) -> bool:
    return state_of(change.row).lateness == WITH_SOCIAL_WORKER


def _duty(change: TaskChange) -> Duty:
    return Duty("task_escalated", "care_task", change.task_id, change.row["household_id"])


async def _forget_if_over(tx: Tx, change: TaskChange) -> None:
    """What was told of a task made by hand is erased when it is over."""
    if change.state.is_over and change.row["sealed"] is not None:
        c = tasks.c
        this = (c.community_id == tx.community, c.id == change.task_id)
        await tx.execute(update(tasks).where(*this).values(sealed=None))
        await destroy_person_key(tx, change.task_id)
