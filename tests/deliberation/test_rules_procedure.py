"""Dates of a round, and proxies within their limit."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.ballots.city_profile import DEFAULT, PROFILES, CityProfile
from linli.deliberation.rules.ballots.procedure import (
    Schedule,
    check_final,
    check_schedule,
    earliest_opening,
    final_from,
    objections_until,
    refuse_unnoticed,
    undeliverable_notice_by,
)
from linli.deliberation.rules.ballots.proxies import (
    ProxyAuthorization,
    ProxyState,
    proxy_states,
)
from linli.deliberation.rules.broken import RuleBrokenError

NOTICE = date(2026, 3, 1)
OPENS = date(2026, 3, 16)


def schedule(opens_on: date = OPENS, days: int = 10) -> Schedule:
    return Schedule(NOTICE, opens_on, opens_on + timedelta(days=days - 1))


def test_the_default_profile_is_the_one_of_the_rules() -> None:
    assert PROFILES["default"] == CityProfile(
        notice_days=15,
        window_min_days=5,
        window_max_days=60,
        result_notice_days=15,
        proxy_limit=3,
        undeliverable_notice_days=7,
    )


def test_a_round_opens_fifteen_days_after_its_notice_at_the_earliest() -> None:
    assert earliest_opening(NOTICE, DEFAULT) == OPENS
    check_schedule(schedule(), DEFAULT)
    with pytest.raises(RuleBrokenError, match="notice_too_short"):
        check_schedule(schedule(OPENS - timedelta(days=1)), DEFAULT)


@pytest.mark.parametrize(
    ("days", "code"), [(4, "window_too_short"), (5, ""), (60, ""), (61, "window_too_long")]
)
def test_a_window_is_as_long_as_the_profile_says(days: int, code: str) -> None:
    assert schedule(days=days).window_days == days
    if not code:
        check_schedule(schedule(days=days), DEFAULT)
        return
    with pytest.raises(RuleBrokenError, match=code):
        check_schedule(schedule(days=days), DEFAULT)


def test_a_result_is_final_when_fifteen_whole_days_of_notice_are_over() -> None:
    assert objections_until(NOTICE, DEFAULT) == date(2026, 3, 16)
    assert final_from(NOTICE, DEFAULT) == date(2026, 3, 17)
    check_final(NOTICE, date(2026, 3, 17), 0, DEFAULT)
    with pytest.raises(RuleBrokenError, match="result_notice_running"):
        check_final(NOTICE, date(2026, 3, 16), 0, DEFAULT)


def test_a_result_with_an_unanswered_objection_is_not_final() -> None:
    with pytest.raises(RuleBrokenError, match="objections_open"):
        check_final(NOTICE, date(2026, 4, 1), 1, DEFAULT)


def test_undeliverable_ballots_are_on_notice_seven_days_before_closing() -> None:
    assert undeliverable_notice_by(date(2026, 3, 25), DEFAULT) == date(2026, 3, 18)


def test_only_what_was_noticed_can_be_decided() -> None:
    refuse_unnoticed(["q1"], {"q1", "q2"})
    with pytest.raises(RuleBrokenError, match="not_in_notice") as refused:
        refuse_unnoticed(["q1", "q3"], {"q1", "q2"})
    assert refused.value.values == {"questions": ["q3"]}


def proxy(number: int, elector: str, holder: str = "h", **more: bool) -> ProxyAuthorization:
    return ProxyAuthorization(f"a{number}", elector, holder, number, **more)


def test_the_fourth_proxy_of_one_holder_is_over_the_limit() -> None:
    states = proxy_states([proxy(n, f"e{n}") for n in range(1, 6)], limit=3)
    assert list(states.values()) == [ProxyState.STANDS] * 3 + [ProxyState.OVER_LIMIT] * 2


def test_a_revoked_proxy_makes_room_for_another() -> None:
    given_ones = [proxy(1, "e1", revoked=True), *(proxy(n, f"e{n}") for n in (2, 3, 4))]
    states = proxy_states(given_ones, limit=3)
    assert states["a1"] is ProxyState.REVOKED
    assert states["a4"] is ProxyState.STANDS


def test_a_newer_authorization_replaces_an_older_one() -> None:
    states = proxy_states([proxy(1, "e1", "h1"), proxy(2, "e1", "h2")], limit=3)
    assert states == {"a1": ProxyState.REPLACED, "a2": ProxyState.STANDS}


def test_nobody_is_their_own_proxy() -> None:
    assert proxy_states([proxy(1, "h", "h")], limit=3) == {"a1": ProxyState.OWN_PROXY}


authorizations = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyza"), st.booleans()), max_size=20
).map(
    lambda drawn: [
        ProxyAuthorization(f"a{n}", elector, holder, n, revoked)
        for n, (elector, holder, revoked) in enumerate(drawn)
    ]
)


@given(authorizations, st.integers(0, 4), st.randoms(use_true_random=False))
def test_no_holder_carries_more_than_the_limit_and_no_elector_has_two_proxies(
    drawn: list[ProxyAuthorization], limit: int, random: Random
) -> None:
    states = proxy_states(drawn, limit)
    standing = [one for one in drawn if states[one.id] is ProxyState.STANDS]
    holders = [one.holder for one in standing]
    assert all(holders.count(holder) <= limit for holder in holders)
    assert len({one.elector for one in standing}) == len(standing)
    random.shuffle(drawn)
    assert proxy_states(drawn, limit) == states
