"""The pure rules of care tasks: their life, their plan, when they are current."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.care.rules import task_state
from linli.care.rules.recurrence import HelpPlan, Occurrence, occurrences, within
from linli.care.rules.task_current import AFTERWARDS, task_is_current
from linli.care.rules.task_plan import PlanChange, PlannedTask, plan_change
from linli.care.rules.task_state import TaskRefusal, TaskState
from linli.care.rules.task_windows import WINDOWS, window

ZONE = ZoneInfo("Asia/Shanghai")
START = datetime(2026, 11, 23, 0, tzinfo=UTC)
ANNA, BO, CAI = UUID(int=1), UUID(int=2), UUID(int=3)
PEOPLE = st.sampled_from([ANNA, BO, CAI])
OUTCOMES = ("done", "partly", "not_needed", "nobody_home", "refused")
FRESH = TaskState(START, START + timedelta(hours=4), START - timedelta(days=1))

VERBS = st.one_of(
    st.tuples(st.just("assign"), PEOPLE),
    st.tuples(st.just("accept"), PEOPLE),
    st.tuples(st.just("decline"), PEOPLE),
    st.tuples(st.just("hand_over"), PEOPLE, PEOPLE),
    st.tuples(st.just("visited"), st.sampled_from(OUTCOMES)),
    st.tuples(st.just("cancel")),
    st.tuples(st.just("time"), st.integers(0, 40)),
)


def happen(state: TaskState, verb: tuple, now: datetime) -> TaskState:
    name, *rest = verb
    if name == "time":
        grown = task_state.grow_late(state, now)
        return state if grown is None else grown[0]
    timed = name != "cancel"
    try:
        return getattr(task_state, name)(state, *rest, *([now] if timed else []))
    except TaskRefusal:
        return state


def play(verbs: list[tuple], start: TaskState = FRESH) -> list[tuple[TaskState, datetime]]:
    state, now, seen = start, START, []
    for verb in verbs:
        now += timedelta(hours=verb[1] if verb[0] == "time" else 0, minutes=7)
        state = happen(state, verb, now)
        seen.append((state, now))
    return seen


@given(verbs=st.lists(VERBS, max_size=30), urgent=st.booleans())
def test_a_task_is_never_in_a_state_that_says_two_things(
    verbs: list[tuple], *, urgent: bool
) -> None:
    for state, _ in play(verbs, replace(FRESH, urgent=urgent)):
        assert state.step != "offered" or state.assignee_id is None
        assert state.step not in {"assigned", "accepted"} or state.assignee_id is not None
        assert (state.lateness == 0) == (state.late_at is None)
        assert 0 <= state.lateness <= 3


@given(st.lists(VERBS, max_size=30))
def test_an_open_task_always_has_a_next_check_or_stands_with_the_social_worker(
    verbs: list[tuple],
) -> None:
    for state, _ in play(verbs):
        waits = task_state.next_check(state) is not None
        assert state.is_over or waits or state.lateness == task_state.WITH_SOCIAL_WORKER


@given(st.lists(VERBS, max_size=30), st.lists(VERBS, max_size=10))
def test_what_is_over_stays_as_it_is(before: list[tuple], after: list[tuple]) -> None:
    closing = [("visited", "done")]
    states = [state for state, _ in play([*before, *closing, *after])][len(before) :]
    assert all(state == states[0] and state.is_over for state in states)


@given(verbs=st.lists(VERBS, max_size=20), urgent=st.booleans())
def test_left_alone_every_task_reaches_the_social_worker_stage_by_stage(
    verbs: list[tuple], *, urgent: bool
) -> None:
    played = play(verbs, replace(FRESH, urgent=urgent))
    state, now = played[-1] if played else (replace(FRESH, urgent=urgent), START)
    stages = [state.lateness]
    while (check := task_state.next_check(state)) is not None:
        now = max(now, check)
        grown = task_state.grow_late(state, now)
        assert grown is not None
        state = grown[0]
        stages.append(state.lateness)
    assert state.is_over or stages[-1] == task_state.WITH_SOCIAL_WORKER
    assert stages == sorted(set(stages))


@given(st.lists(VERBS, max_size=20))
def test_nothing_grows_late_before_its_time(verbs: list[tuple]) -> None:
    for state, _ in play(verbs):
        check = task_state.next_check(state)
        if check is not None:
            assert task_state.grow_late(state, check - timedelta(seconds=1)) is None


def test_somebody_is_reminded_first_and_nobodys_task_goes_to_the_lead() -> None:
    taken = task_state.accept(FRESH, ANNA, START)
    later = taken.expected_by
    reminded, verb = task_state.grow_late(taken, later)
    assert (verb, reminded.status) == ("reminded", "overdue")
    unclaimed, verb = task_state.grow_late(FRESH, FRESH.due_from)
    assert (verb, unclaimed.status) == ("to_building_lead", "escalated")


@pytest.mark.parametrize(("urgent", "minutes"), [(True, 30), (False, 120)])
def test_what_is_offered_late_first_waits_a_little_for_somebody(
    *, urgent: bool, minutes: int
) -> None:
    now = START + timedelta(hours=2)
    offered = replace(FRESH, offered_at=now, urgent=urgent)
    assert task_state.next_check(offered) == now + timedelta(minutes=minutes)


@given(st.lists(VERBS, max_size=20), PEOPLE)
def test_doing_the_same_twice_is_doing_it_once(verbs: list[tuple], who: UUID) -> None:
    played = play(verbs)
    state, now = played[-1] if played else (FRESH, START)
    for verb in (("assign", who), ("accept", who), ("cancel",)):
        once = happen(state, verb, now)
        assert happen(once, verb, now) == once


def test_of_two_who_accept_the_second_is_told_that_it_is_taken() -> None:
    taken = task_state.accept(FRESH, ANNA, START)
    with pytest.raises(TaskRefusal) as refused:
        task_state.accept(taken, BO, START)
    assert refused.value.code == "task_taken"


def test_whoever_takes_a_late_task_on_gets_time_to_do_it() -> None:
    late = replace(FRESH, lateness=2, late_at=START + timedelta(hours=6))
    now = START + timedelta(hours=7)
    taken = task_state.accept(late, BO, now)
    assert taken.status == "accepted"
    assert taken.expected_by > now


def test_a_closed_door_keeps_the_task_open_and_the_third_tells_the_lead() -> None:
    state = task_state.accept(FRESH, ANNA, START)
    for attempt in (1, 2):
        state = task_state.visited(state, "nobody_home", START)
        assert (state.attempts, state.status) == (attempt, "accepted")
    assert task_state.visited(state, "nobody_home", START).status == "escalated"


@given(st.sampled_from(OUTCOMES))
def test_only_help_that_is_still_wanted_leaves_a_task_open(outcome: str) -> None:
    state = task_state.visited(task_state.accept(FRESH, ANNA, START), outcome, START)
    assert state.is_over == (outcome in {"done", "not_needed", "refused"})


DAYS = st.dates(date(2026, 11, 1), date(2026, 12, 15))
SPANS = st.lists(
    st.tuples(DAYS, st.none() | st.integers(0, 9)).map(
        lambda s: (s[0], None if s[1] is None else s[0] + timedelta(days=s[1]))
    ),
    max_size=3,
)


@st.composite
def plans(draw: st.DrawFn) -> HelpPlan:
    weekdays = draw(st.none() | st.frozensets(st.integers(1, 7), min_size=1))
    return HelpPlan(
        starts_on=draw(DAYS),
        ends_on=draw(st.none() | DAYS),
        weekdays=weekdays,
        part=None if weekdays is None else draw(st.sampled_from(["morning", "evening"])),
        pauses=draw(SPANS),
        stoppages=draw(SPANS),
    )


WINDOW = (date(2026, 11, 5), date(2026, 12, 5))


@given(plans(), st.frozensets(DAYS))
def test_help_comes_at_most_once_a_day_and_only_inside_its_dates(
    plan: HelpPlan, holidays: frozenset[date]
) -> None:
    planned = list(occurrences(plan, *WINDOW, holidays))
    assert len({each.day for each in planned}) == len(planned)
    for each in planned:
        if each.origin != "once":
            assert WINDOW[0] <= each.day <= WINDOW[1]
            assert plan.starts_on <= each.day
            assert plan.ends_on is None or each.day <= plan.ends_on


@given(plans(), st.frozensets(DAYS))
def test_every_day_in_the_window_has_help_exactly_when_the_rule_says_so(
    plan: HelpPlan, holidays: frozenset[date]
) -> None:
    planned = {each.day: each for each in occurrences(plan, *WINDOW, holidays)}
    days = [WINDOW[0] + timedelta(days=n) for n in range((WINDOW[1] - WINDOW[0]).days + 1)]
    for day in days:
        kept = plan.starts_on <= day and (plan.ends_on is None or day <= plan.ends_on)
        away = within(day, plan.pauses)
        recurs = plan.weekdays is not None and day.isoweekday() in plan.weekdays
        stopped = within(day, plan.stoppages)
        once = plan.weekdays is None and day == plan.starts_on
        wanted = once or (kept and not away and ((recurs and day not in holidays) or stopped))
        assert (day in planned) == wanted


@given(plans(), st.frozensets(DAYS))
def test_stairs_do_not_rest_on_holidays(plan: HelpPlan, holidays: frozenset[date]) -> None:
    always = replace(plan, stoppages=[(plan.starts_on, None)], pauses=(), ends_on=None)
    planned = {each.day for each in occurrences(always, *WINDOW, holidays)}
    first = max(plan.starts_on, WINDOW[0])
    assert planned >= {first + timedelta(days=n) for n in range((WINDOW[1] - first).days + 1)}


@given(plans(), plans(), st.integers(0, 40 * 24))
def test_replanning_twice_changes_nothing_more(old: HelpPlan, new: HelpPlan, hours: int) -> None:
    now = START - timedelta(days=20) + timedelta(hours=hours)
    existing = _carry_out([], plan_change(list(occurrences(old, *WINDOW, ())), [], now), now)
    planned = list(occurrences(new, *WINDOW, ()))
    changed = _carry_out(existing, plan_change(planned, existing, now), now)
    assert plan_change(planned, changed, now) == PlanChange((), (), ())
    begun = {task.id for task in existing if task.due_from <= now}
    assert not begun & {task.id for task in changed if task.taken_off_plan}
    back = plan_change(list(occurrences(old, *WINDOW, ())), changed, now)
    assert set(back.reopen) == {task.id for task in changed if task.taken_off_plan}


def _carry_out(tasks: list[PlannedTask], change: PlanChange, now: datetime) -> list[PlannedTask]:
    assert now.tzinfo
    kept = [
        replace(task, step="cancelled", taken_off_plan=True)
        if task.id in change.cancel
        else replace(task, step="offered", taken_off_plan=False)
        if task.id in change.reopen
        else task
        for task in tasks
    ]
    return kept + [
        PlannedTask(
            UUID(int=100_000 * (len(tasks) + 1) + n),
            each.day,
            each.part,
            "offered",
            window(each.day, each.part, ZONE)[0],
        )
        for n, each in enumerate(change.create)
    ]


def test_what_a_person_cancelled_stays_cancelled() -> None:
    day = date(2026, 11, 25)
    task = PlannedTask(ANNA, day, "morning", "cancelled", START)
    change = plan_change([Occurrence(day, "morning", "recurring")], [task], START)
    assert change == PlanChange((), (), ())


@pytest.mark.parametrize("part", list(WINDOWS))
def test_windows_are_local_hours(part: str) -> None:
    start, end = window(date(2026, 11, 25), part, ZONE)
    assert start < end
    assert start.astimezone(UTC).date() == date(2026, 11, 25)
    assert 8 <= start.hour < end.hour <= 21


def test_a_helper_knows_from_the_morning_of_the_day_until_it_is_done() -> None:
    start, end = window(date(2026, 11, 25), "evening", ZONE)
    task = TaskState(start, end, start, "accepted", ANNA)
    midnight = datetime(2026, 11, 25, tzinfo=ZONE)
    assert not task_is_current(task, midnight - timedelta(seconds=1), ZONE)
    assert task_is_current(task, midnight, ZONE)
    assert task_is_current(task, end + AFTERWARDS, ZONE)
    assert not task_is_current(task, end + AFTERWARDS + timedelta(seconds=1), ZONE)
    assert not task_is_current(replace(task, step="done"), start, ZONE)
