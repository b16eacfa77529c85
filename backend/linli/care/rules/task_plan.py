"""Comparing the help that is planned with the tasks that exist."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from linli.care.rules.recurrence import Occurrence
from linli.care.rules.task_words import Part, Step

Slot = tuple[date, Part]
"""A day and a part of it: what makes a need's task one and the same."""


@dataclass(frozen=True)
class PlannedTask:
    """A task of a need as it stands."""

    id: UUID
    day: date
    part: Part
    step: Step
    due_from: datetime
    taken_off_plan: bool = False
    """Cancelled because it was no longer planned, not by a person."""

    @property
    def slot(self) -> Slot:
        """What it is for."""
        return self.day, self.part


@dataclass(frozen=True)
class PlanChange:
    """What makes the tasks those that are planned."""

    create: tuple[Occurrence, ...]
    reopen: tuple[UUID, ...]
    cancel: tuple[UUID, ...]


def plan_change(
    planned: Collection[Occurrence], existing: Collection[PlannedTask], now: datetime
) -> PlanChange:
    """Create what is missing, reopen what was taken off the plan, cancel what is off it now.

    What has begun is left alone: somebody may be on the way. Doing it twice changes nothing.
    """
    wanted = {(each.day, each.part): each for each in planned}
    there = {task.slot: task for task in existing}
    return PlanChange(
        create=tuple(each for slot, each in wanted.items() if slot not in there),
        reopen=tuple(
            task.id for slot, task in there.items() if slot in wanted and task.taken_off_plan
        ),
        cancel=tuple(
            task.id
            for slot, task in there.items()
            if slot not in wanted and task.step not in {"done", "cancelled"} and task.due_from > now
        ),
    )
