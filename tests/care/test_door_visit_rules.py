"""The pure rules of a door: when to come again, and the fold of what happened there."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from uuid import UUID
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from linli.care.rules.clock_drift import TOLERATED, counted_at, seconds_ahead
from linli.care.rules.day_parts import STARTS, another_part, next_start, part_of
from linli.care.rules.door_events import Event, Reopening, Visit, moment_key
from linli.care.rules.door_state import TRIES_BEFORE_LEAD, UNTOUCHED, DoorState, fold
from linli.care.rules.next_try import ASK_AGAIN_AFTER, next_try

WUHAN = ZoneInfo("Asia/Shanghai")
ZONES = st.sampled_from(
    [WUHAN, ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Kathmandu")]
)
PARTS = st.sampled_from(["morning", "afternoon", "evening"])
MOMENTS = st.timedeltas(timedelta(0), timedelta(days=700)).map(
    lambda passed: datetime(2026, 1, 1, tzinfo=UTC) + passed
)
CLOSE_MOMENTS = st.integers(0, 8).map(lambda n: datetime(2026, 11, 1, 8 + n, tzinfo=UTC))
IDS = st.integers(1, 2**100).map(lambda n: UUID(int=n))


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    at = draw(CLOSE_MOMENTS)
    return Visit(
        draw(IDS),
        at,
        draw(st.sampled_from(["talked", "nobody_home", "refused", "moved", "ask_again"])),
        draw(st.sampled_from([None, "support", "undecided", "oppose"])),
        draw(st.sampled_from([False, False, False, True])),
        draw(st.none() | st.just(at + timedelta(days=1))),
        draw(st.none() | PARTS),
    )


EVENTS = st.lists(
    visits() | st.builds(Reopening, IDS, CLOSE_MOMENTS), max_size=9, unique_by=lambda e: e.id
)


def knock(hour: int, outcome: str = "nobody_home", **more: object) -> Visit:
    moment = datetime(2026, 11, 1, hour, tzinfo=WUHAN)
    return Visit(UUID(int=hour), moment, outcome, **more)


@given(EVENTS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(events: list[Event], random: object) -> None:
    arrived = list(events)
    random.shuffle(arrived)
    assert fold(arrived, WUHAN) == fold(events, WUHAN)


@given(EVENTS, st.integers(0, 9))
def test_going_on_from_a_kept_state_equals_folding_from_the_beginning(
    events: list[Event], cut: int
) -> None:
    ordered = sorted(events, key=moment_key)
    kept = fold(ordered[:cut], WUHAN)
    assert all(kept.is_before(event) for event in ordered[cut:])
    assert fold(ordered[cut:], WUHAN, kept) == fold(events, WUHAN)


@given(EVENTS)
def test_an_event_already_folded_is_never_taken_for_a_later_one(events: list[Event]) -> None:
    door = fold(events, WUHAN)
    assert not any(door.is_before(event) for event in events)


@given(EVENTS)
def test_a_late_delivery_leaves_the_door_as_if_it_had_been_refused_in_time(
    events: list[Event],
) -> None:
    """A visit made after "leave us alone" is refused in time, or kept without effect when late."""
    taken: list[Event] = []
    for event in sorted(events, key=moment_key):
        door = fold(taken, WUHAN)
        if isinstance(event, Reopening) or not door.refuses(event.at):
            taken.append(event)
    assert seen(fold(taken, WUHAN)) == seen(fold(events, WUHAN))


def seen(door: DoorState) -> dict[str, object]:
    return {k: v for k, v in vars(door).items() if not k.startswith("last_")}


@given(EVENTS)
def test_the_latest_stance_given_is_the_stance(events: list[Event]) -> None:
    heard = None
    alone = False
    for event in sorted(events, key=moment_key):
        if isinstance(event, Reopening):
            alone = False
        elif not alone:
            heard = event.stance or heard
            alone = event.leave_alone
    assert fold(events, WUHAN).stance == heard


@given(EVENTS)
def test_a_door_left_alone_or_with_the_lead_is_not_due(events: list[Event]) -> None:
    door = fold(events, WUHAN)
    if door.state in {"left_alone", "escalated"}:
        assert door.due_at is None
    assert (door.left_alone_at is not None) == (door.state == "left_alone")


def test_three_tries_in_a_row_go_to_the_lead_and_two_do_not() -> None:
    tries = [knock(9), knock(14), knock(19)]
    assert fold(tries[:2], WUHAN).state == "tried"
    assert fold(tries, WUHAN).state == "escalated"
    assert len(tries) == TRIES_BEFORE_LEAD


def test_a_talk_between_tries_starts_the_count_again() -> None:
    door = fold([knock(9), knock(10), knock(11, "talked"), knock(12), knock(13)], WUHAN)
    assert (door.state, door.attempts, door.visits) == ("tried", 2, 5)
    assert door.done_at == knock(11).at


def test_an_earlier_try_that_arrives_late_can_send_the_door_to_the_lead() -> None:
    assert fold([knock(14), knock(19)], WUHAN).state == "tried"
    assert fold([knock(14), knock(19), knock(9)], WUHAN).state == "escalated"


def test_leave_us_alone_holds_until_the_lead_opens_the_door_again() -> None:
    alone = [knock(9, "talked", leave_alone=True), knock(10)]
    assert fold(alone, WUHAN).state == "left_alone"
    again = fold([*alone, Reopening(UUID(int=99), knock(11).at)], WUHAN)
    assert (again.state, again.due_at, again.done_at) == ("reopened", knock(11).at, None)
    assert fold([knock(12)], WUHAN, again).attempts == 1


def test_an_untouched_door_refuses_nobody() -> None:
    assert not UNTOUCHED.refuses(knock(9).at)


@given(PARTS, MOMENTS, ZONES)
def test_the_next_part_of_the_day_begins_two_hours_later_or_more_and_within_two_days(
    part: str, after: datetime, zone: ZoneInfo
) -> None:
    start = next_start(part, after, zone)
    assert timedelta(hours=2) <= start - after <= timedelta(hours=27)
    assert start.astimezone(zone).time() == STARTS[part]
    assert part_of(start, zone) == part


@given(MOMENTS, ZONES)
def test_nobody_home_proposes_another_part_of_the_day_and_three_tries_meet_all_parts(
    moment: datetime, zone: ZoneInfo
) -> None:
    met = [part_of(moment, zone)]
    for number in range(2):
        due_at, due_part = next_try(Visit(UUID(int=number), moment, "nobody_home"), zone)
        assert due_at is not None
        assert part_of(due_at, zone) == due_part
        met.append(part_of(due_at, zone))
        moment = due_at
    assert len(set(met)) == 3
    assert all(another_part(one) == other for one, other in pairwise(met))


@given(MOMENTS, ZONES)
def test_ask_again_comes_back_in_the_same_part_of_the_day_after_days(
    moment: datetime, zone: ZoneInfo
) -> None:
    due_at, due_part = next_try(Visit(UUID(int=1), moment, "ask_again"), zone)
    assert due_at is not None
    assert due_at - moment > ASK_AGAIN_AFTER
    assert due_part == part_of(moment, zone)


@given(MOMENTS, PARTS)
def test_what_the_neighbour_said_goes_before_what_the_rule_would_propose(
    moment: datetime, part: str
) -> None:
    asked = moment + timedelta(days=5)
    visit = Visit(UUID(int=1), moment, "nobody_home", next_at=asked)
    assert next_try(visit, WUHAN) == (asked, part_of(asked, WUHAN))
    only_part = Visit(UUID(int=1), moment, "talked", next_part=part)
    due_at, due_part = next_try(only_part, WUHAN)
    assert due_part == part
    assert due_at is not None
    assert due_at > moment


def test_the_day_is_the_communitys_and_not_the_servers() -> None:
    moment = datetime(2026, 11, 1, 23, 30, tzinfo=UTC)  # 07:30 the next morning in Wuhan
    assert part_of(moment, WUHAN) == "morning"
    assert part_of(moment, UTC) == "evening"


@given(MOMENTS, st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_a_clock_ahead_is_marked_and_does_not_rule_and_one_behind_is_believed(
    received: datetime, ahead: timedelta
) -> None:
    happened = received + ahead
    marked = seconds_ahead(happened, received)
    assert (marked is not None) == (ahead > TOLERATED)
    assert counted_at(happened, received) == (received if marked else happened)
