"""How failures slow the next attempts down."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from linli.identity.rules.throttle import (
    ACCOUNT,
    ADDRESS,
    DEVICE,
    DRAINED_AFTER,
    PAIR,
    Allowance,
    drained,
    nothing_yet,
    with_failure,
    with_success,
)

START = datetime(2026, 11, 1, tzinfo=UTC)
ALLOWANCES = st.sampled_from([ACCOUNT, ADDRESS, DEVICE, PAIR])


@given(ALLOWANCES)
def test_the_wait_doubles_from_one_second_to_its_limit(allowance: Allowance) -> None:
    count, waits = nothing_yet(START), []
    for _ in range(allowance.free + 14):
        count = with_failure(count, allowance, START)
        waits.append(count.blocked_until - START)
    assert set(waits[: allowance.free - 1]) == {timedelta(0)}
    longest = allowance.longest.total_seconds()
    doubling = [timedelta(seconds=min(2**over, longest)) for over in range(15)]
    assert waits[allowance.free - 1 :] == doubling
    assert waits[-1] == allowance.longest


@given(ALLOWANCES, st.lists(st.integers(0, 4000), min_size=1, max_size=60))
def test_nobody_waits_longer_than_the_limit_and_everything_is_forgotten(
    allowance: Allowance, pauses: list[int]
) -> None:
    count, now = nothing_yet(START), START
    for pause in pauses:
        now = max(now + timedelta(seconds=pause), count.blocked_until)
        count = with_failure(count, allowance, now)
        assert count.blocked_until - now <= allowance.longest
    assert drained(count, now + DRAINED_AFTER).failures == 0


@given(ALLOWANCES, st.integers(0, 30))
def test_an_attempt_that_turned_out_well_costs_nothing(allowance: Allowance, before: int) -> None:
    count = nothing_yet(START)
    for _ in range(before):
        count = with_failure(count, allowance, START)
    after = with_success(with_failure(count, allowance, START))
    assert after.failures == before
    assert after.blocked_until <= START


def test_one_stranger_at_one_address_never_makes_the_owner_wait() -> None:
    pair = account = nothing_yet(START)
    now, end = START, START + timedelta(days=7)
    while now < end:
        assert account.blocked_until <= now
        pair = with_failure(pair, PAIR, now)
        account = with_failure(account, ACCOUNT, now)
        now = max(pair.blocked_until, now + timedelta(milliseconds=100))
    assert account.failures < ACCOUNT.free


def test_many_strangers_make_an_unknown_device_wait_a_minute_at_most() -> None:
    account = nothing_yet(START)
    for _ in range(10_000):
        account = with_failure(account, ACCOUNT, START)
    assert account.blocked_until - START <= timedelta(minutes=1)
