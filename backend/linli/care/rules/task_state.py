"""The life of a care task. Nothing ends silently: an open task always has a next check."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from linli.care.rules.task_words import HelpOutcome, Step, TaskStatus, TaskVerb

OVER: frozenset[Step] = frozenset({"done", "cancelled"})
ON_TIME, REMINDED, WITH_LEAD, WITH_SOCIAL_WORKER = range(4)
FRUITLESS = 3
"""So many times nobody home, and the building lead must know."""

_PATIENCE = {True: timedelta(hours=2), False: timedelta(hours=12)}
"""How long each stage of lateness may last, by whether the need is urgent."""

_TO_CLAIM = {True: timedelta(minutes=30), False: timedelta(hours=2)}
"""How long what is offered may wait for somebody, even when it should have begun already."""

LateVerb = Literal["reminded", "to_building_lead", "to_social_worker"]
_LATE_VERBS: dict[int, LateVerb] = {
    REMINDED: "reminded",
    WITH_LEAD: "to_building_lead",
    WITH_SOCIAL_WORKER: "to_social_worker",
}


class TaskRefusal(Exception):  # noqa: N818 - a rule's no, told to the caller as a problem
    """A verb that the task's state does not allow; ``code`` says why."""

    def __init__(self, code: str) -> None:
        """Name the reason."""
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class TaskState:
    """Where a task stands.

    Attributes:
        due_from: when help may begin.
        expected_by: when it should be done.
        offered_at: since when it waits for somebody, if it does.
        step: lateness apart.
        assignee_id: whose it is.
        lateness: 0 on time, 1 reminded, 2 with the building lead, 3 with the social worker.
        late_at: since when it is that late.
        attempts: how often nobody was home.
        urgent: whether lateness must not last.
    """

    due_from: datetime
    expected_by: datetime
    offered_at: datetime
    step: Step = "offered"
    assignee_id: UUID | None = None
    lateness: int = ON_TIME
    late_at: datetime | None = None
    attempts: int = 0
    urgent: bool = False

    @property
    def is_over(self) -> bool:
        """Whether nothing more is to be done."""
        return self.step in OVER

    @property
    def status(self) -> TaskStatus:
        """The word that the API tells."""
        if self.is_over or self.lateness == ON_TIME:
            return self.step
        return "overdue" if self.lateness == REMINDED else "escalated"


def assign(state: TaskState, account_id: UUID, now: datetime) -> TaskState:
    """Give it to somebody, who is asked to accept. Giving it to whose it is changes nothing.

    Raises:
        TaskRefusal: ``task_over``.
    """
    _refuse_over(state)
    if state.assignee_id == account_id:
        return state
    return _taken(replace(state, step="assigned", assignee_id=account_id), now)


def accept(state: TaskState, account_id: UUID, now: datetime) -> TaskState:
    """Take it on. Accepting again changes nothing.

    Raises:
        TaskRefusal: ``task_over``; ``task_taken`` when it is somebody else's.
    """
    _refuse_over(state)
    if state.assignee_id not in {None, account_id}:
        raise TaskRefusal("task_taken")
    if state.step == "accepted":
        return state
    return _taken(replace(state, step="accepted", assignee_id=account_id), now)


def decline(state: TaskState, account_id: UUID, now: datetime) -> TaskState:
    """Give it back to whoever takes it; its lateness stays.

    Raises:
        TaskRefusal: ``task_over``; ``task_not_yours``.
    """
    _refuse_not_theirs(state, account_id)
    return replace(state, step="offered", assignee_id=None, offered_at=now)


def hand_over(state: TaskState, account_id: UUID, to: UUID, now: datetime) -> TaskState:
    """Pass it on to somebody, who is asked to accept.

    Raises:
        TaskRefusal: ``task_over``; ``task_not_yours``; ``task_to_yourself``.
    """
    _refuse_not_theirs(state, account_id)
    if to == account_id:
        raise TaskRefusal("task_to_yourself")
    return assign(state, to, now)


def visited(state: TaskState, outcome: HelpOutcome, now: datetime) -> TaskState:
    """What a visit makes of it. Help that came after all closes it, however late.

    Nobody home or only partly done leaves it open for another try; after three tries at a closed
    door the building lead gets it. A visit to a task that is over changes nothing.
    """
    if state.is_over:
        return state
    if outcome not in {"nobody_home", "partly"}:
        return replace(state, step="done")
    attempts = state.attempts + (outcome == "nobody_home")
    tried = replace(state, attempts=attempts)
    if attempts >= FRUITLESS and state.lateness < WITH_LEAD:
        return replace(tried, lateness=WITH_LEAD, late_at=now)
    return tried


def cancel(state: TaskState) -> TaskState:
    """Take it off for good."""
    return state if state.is_over else replace(state, step="cancelled")


def reopen(state: TaskState, now: datetime) -> TaskState:
    """Offer again what had been taken off the plan."""
    fresh = TaskState(state.due_from, state.expected_by, now, urgent=state.urgent)
    return replace(fresh, attempts=state.attempts)


def next_check(state: TaskState) -> datetime | None:
    """When time changes something; ``None`` when it is over or stands with the social worker.

    What nobody has taken goes to the building lead when it should begin, or a little after it was
    offered; what is somebody's is first reminded of when it should be done.
    """
    if state.is_over or state.lateness == WITH_SOCIAL_WORKER:
        return None
    if state.step == "offered" and state.lateness < WITH_LEAD:
        return max(state.due_from, state.offered_at + _TO_CLAIM[state.urgent])
    if state.lateness == ON_TIME:
        return state.expected_by
    assert state.late_at is not None  # noqa: S101 - late since some moment, by construction
    return state.late_at + _PATIENCE[state.urgent]


def grow_late(state: TaskState, now: datetime) -> tuple[TaskState, LateVerb] | None:
    """The next stage of lateness, if it is time for it; one stage at a time."""
    check = next_check(state)
    if check is None or check > now:
        return None
    unclaimed = state.step == "offered" and state.lateness < WITH_LEAD
    lateness = WITH_LEAD if unclaimed else state.lateness + 1
    return replace(state, lateness=lateness, late_at=now), _LATE_VERBS[lateness]


def verb_of(outcome: HelpOutcome) -> TaskVerb:
    """What a visit with this outcome is called among a task's steps."""
    return "visited" if outcome in {"nobody_home", "partly"} else "done"


def _taken(state: TaskState, now: datetime) -> TaskState:
    """Whoever takes on a late task gets a little time before it counts as late again."""
    if state.lateness == ON_TIME:
        return state
    expected_by = max(state.expected_by, now + _PATIENCE[state.urgent])
    return replace(state, lateness=ON_TIME, late_at=None, expected_by=expected_by)


def _refuse_over(state: TaskState) -> None:
    if state.is_over:
        raise TaskRefusal("task_over")


def _refuse_not_theirs(state: TaskState, account_id: UUID) -> None:
    _refuse_over(state)
    if state.assignee_id != account_id:
        raise TaskRefusal("task_not_yours")
