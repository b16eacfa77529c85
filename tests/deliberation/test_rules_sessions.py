"""Who speaks next, who must be there, what may be decided."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.sessions.agenda import (
    AgendaChanges,
    Said,
    agenda_changes,
    earliest_session,
    why_not_opened,
    why_undecidable,
)
from linli.deliberation.rules.sessions.attendance import (
    Party,
    SessionKind,
    absent_parties,
    attendance,
    signing_parties,
)
from linli.deliberation.rules.sessions.show_of_hands import (
    Hands,
    MotionOutcome,
    decide_motion,
    refuse_count,
)
from linli.deliberation.rules.sessions.speaking_order import Request, Side, speaking_order

FOR, AGAINST, NEUTRAL = Side


def names(requests: list[Request]) -> list[str]:
    return [request.speaker for request in requests]


def test_first_time_speakers_come_first_and_sides_alternate() -> None:
    raised = [
        Request("wang", FOR, 1, times_spoken=2),
        Request("li", FOR, 2),
        Request("zhao", FOR, 3),
        Request("chen", AGAINST, 4),
        Request("sun", AGAINST, 5, times_spoken=1),
    ]
    assert names(speaking_order(raised)) == ["li", "chen", "zhao", "sun", "wang"]


def test_the_side_that_spoke_last_waits() -> None:
    raised = [Request("li", FOR, 1), Request("chen", AGAINST, 2)]
    assert names(speaking_order(raised, heard=[FOR])) == ["chen", "li"]


def test_the_side_heard_least_goes_before_others() -> None:
    raised = [Request("li", FOR, 1), Request("chen", NEUTRAL, 2)]
    assert names(speaking_order(raised, heard=[FOR, AGAINST])) == ["chen", "li"]


def test_a_hand_raised_twice_speaks_once() -> None:
    raised = [Request("li", FOR, 1), Request("chen", FOR, 2), Request("li", AGAINST, 3)]
    assert [(r.speaker, r.sequence) for r in speaking_order(raised)] == [("li", 1), ("chen", 2)]


hands = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(Side), st.integers(0, 2)), max_size=12
).map(lambda drawn: [Request(who, side, n, times) for n, (who, side, times) in enumerate(drawn)])


@given(hands, st.lists(st.sampled_from(Side), max_size=4), st.randoms(use_true_random=False))
def test_the_order_is_the_same_for_everyone_and_nobody_is_left_out(
    raised: list[Request], heard: list[Side], random: Random
) -> None:
    order = speaking_order(raised, heard)
    random.shuffle(raised)
    assert speaking_order(raised, heard) == order
    assert sorted(names(order)) == sorted({request.speaker for request in raised})


@given(hands, st.lists(st.sampled_from(Side), max_size=4))
def test_who_spoke_less_goes_first_and_a_side_repeats_only_when_no_other_waits(
    raised: list[Request], heard: list[Side]
) -> None:
    order = speaking_order(raised, heard)
    for place, (one, following) in enumerate(pairwise(order), 1):
        assert one.times_spoken <= following.times_spoken
        waiting = [r for r in order[place:] if r.times_spoken == following.times_spoken]
        if one.side == following.side:
            assert {request.side for request in waiting} == {one.side}


@pytest.mark.parametrize(("present", "quorate"), [(5, False), (6, True)])
def test_a_council_needs_more_than_half_of_the_mandates(present: int, *, quorate: bool) -> None:
    found = attendance(SessionKind.COUNCIL, present, 10, [Party.RESIDENTS])
    assert (found.quorate, found.least) == (quorate, 6)


def test_a_three_party_session_needs_all_three() -> None:
    found = attendance(SessionKind.THREE_PARTY, 4, 10, [Party.RESIDENTS, Party.CONTRACTOR])
    assert not found.quorate
    assert (found.missing_parties, found.least) == ((Party.PROPERTY_MANAGER,), 0)
    assert attendance(SessionKind.THREE_PARTY, 1, 10, Party).quorate


def test_minutes_wait_for_the_signature_of_every_party() -> None:
    missing = absent_parties(SessionKind.THREE_PARTY, [Party.CONTRACTOR])
    assert missing == (Party.RESIDENTS, Party.PROPERTY_MANAGER)
    assert absent_parties(SessionKind.WEEKLY, [Party.RESIDENTS]) == ()


@pytest.mark.parametrize("kind", SessionKind)
def test_whoever_was_present_signs_and_the_residents_always(kind: SessionKind) -> None:
    signing = signing_parties(kind, [Party.CONTRACTOR])
    assert {Party.RESIDENTS, Party.CONTRACTOR} <= set(signing)
    assert (Party.PROPERTY_MANAGER in signing) == (kind is SessionKind.THREE_PARTY)


counts = st.builds(Hands, st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))


@given(counts, counts, st.integers(0, 9))
def test_a_count_that_is_taken_holds_every_tap_and_nobody_who_is_not_there(
    counted: Hands, tapped: Hands, abstained: int
) -> None:
    try:
        refuse_count(counted, tapped, abstained)
    except RuleBrokenError:
        return
    assert counted.agree >= tapped.agree
    assert counted.oppose >= tapped.oppose
    assert counted.agree + counted.oppose + abstained <= tapped.present
    assert counted.present <= tapped.present


@pytest.mark.parametrize(
    ("counted", "code"),
    [
        (Hands(1, 1, 4), "more_than_roll"),
        (Hands(0, 1, 3), "fewer_than_tapped"),
        (Hands(1, 0, 3), "fewer_than_tapped"),
        (Hands(2, 1, 3), "more_hands_than_present"),
    ],
)
def test_a_count_says_what_is_wrong_with_it(counted: Hands, code: str) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        refuse_count(counted, Hands(1, 1, 3), 1)


def test_a_council_without_mandates_can_not_decide() -> None:
    assert not attendance(SessionKind.COUNCIL, 0, 0, [Party.RESIDENTS]).quorate


@pytest.mark.parametrize(
    ("hands_up", "outcome"),
    [
        (Hands(6, 5, 11), MotionOutcome.CARRIED),
        (Hands(5, 5, 10), MotionOutcome.LOST),
        (Hands(5, 0, 10), MotionOutcome.LOST),
        (Hands(0, 0, 0), MotionOutcome.LOST),
    ],
)
def test_a_motion_needs_more_than_half_of_those_present(
    hands_up: Hands, outcome: MotionOutcome
) -> None:
    assert decide_motion(SessionKind.COUNCIL, hands_up, quorate=True) is outcome


def test_a_motion_without_a_quorum_is_neither_carried_nor_lost() -> None:
    outcome = decide_motion(SessionKind.COUNCIL, Hands(9, 0, 9), quorate=False)
    assert outcome is MotionOutcome.NO_QUORUM


@pytest.mark.parametrize(
    ("hands_up", "code"),
    [(Hands(6, 5, 10), "more_hands_than_present"), (Hands(-1, 0, 10), "negative_count")],
)
def test_more_hands_than_people_are_refused(hands_up: Hands, code: str) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        decide_motion(SessionKind.COUNCIL, hands_up, quorate=True)


NOTICED = {"lift": "d1", "noise": "d2", "fund": "d3"}


def test_changes_of_an_agenda_after_its_notice_are_told() -> None:
    now = {"lift": "d1", "noise": "d9", "brand": "d4"}
    assert agenda_changes(NOTICED, now) == AgendaChanges(("brand",), ("noise",), ("fund",))


def test_only_what_was_noticed_and_unchanged_can_be_decided() -> None:
    for noticed, now, why in (
        (Said("d1"), Said("d1"), None),
        (Said("d1", "s1"), Said("d1", "s1"), None),
        (None, Said("d1"), "not_in_notice"),
        (Said("d1", "s1"), Said("d2", "s1"), "changed_after_notice"),
        (Said("d1", "s1"), Said("d1", "s2"), "subject_changed_after_notice"),
        (Said("d1"), Said("d1", "s2"), None),
    ):
        assert why_undecidable(noticed, now) == why


STARTS = datetime(2026, 11, 10, 11, tzinfo=UTC)


@pytest.mark.parametrize(
    ("minutes", "why"),
    [(-61, "session_not_yet"), (-60, None), (0, None), (5 * 60 - 1, None)],
)
def test_a_session_opens_an_hour_before_its_time_at_the_earliest(
    minutes: int, why: str | None
) -> None:
    now, hour = STARTS + timedelta(minutes=minutes), timedelta(hours=1)
    assert why_not_opened(STARTS, STARTS.date(), now, STARTS.date(), hour) == why


def test_a_session_opens_on_no_other_day() -> None:
    day, hour = STARTS.date(), timedelta(hours=1)
    for off, why in ((-1, "session_not_yet"), (1, "session_day_over")):
        now = STARTS + timedelta(days=off)
        assert why_not_opened(STARTS, day, now, now.date(), hour) == why
    midnight = datetime(2026, 11, 9, 16, 20, tzinfo=UTC)
    early = why_not_opened(midnight, day, midnight - hour, day - timedelta(days=1), hour)
    assert early == "session_not_yet"


def test_a_session_is_held_after_its_days_of_notice() -> None:
    assert earliest_session(date(2026, 2, 27), 3) == date(2026, 3, 2)
