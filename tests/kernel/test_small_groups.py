"""Small groups cannot be reckoned back from what is told, not even by who knows the rule."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.small_groups import SMALLEST, or_nothing, suppressed

NAMES = "abcd"
COUNTS = st.dictionaries(st.sampled_from(NAMES), st.integers(0, 40), min_size=1)


@pytest.mark.parametrize("none_tells", [False, True])
@pytest.mark.parametrize(("groups", "most"), [(2, 24), (3, 16), (4, 9)])
def test_whoever_tries_every_possibility_is_left_with_more_than_one(
    groups: int, most: int, *, none_tells: bool
) -> None:
    """All that could stand behind what is told, when the total and the rule are known."""
    behind = defaultdict(list)
    for sizes in product(range(most + 1), repeat=groups):
        counts = dict(zip(NAMES, sizes, strict=False))
        told = suppressed(counts, none_tells=none_tells)
        behind[tuple(told.items()), sum(sizes)].append(counts)
    for (told, total), possible in behind.items():
        if not 0 < total <= most:
            continue  # beyond it not all possibilities were tried
        for name, count in told:
            sizes = {counts[name] for counts in possible}
            if count is None and min(sizes) < SMALLEST and (none_tells or min(sizes) > 0):
                assert len(sizes) > 1, (dict(told), total)


@given(COUNTS, st.booleans())
def test_what_is_told_is_true_and_of_no_small_group(
    counts: dict[str, int],
    none_tells: bool,  # noqa: FBT001 - hypothesis fills it in
) -> None:
    told = suppressed(counts, none_tells=none_tells)
    assert list(told) == list(counts)
    for name, count in told.items():
        assert count in {None, counts[name]}
        assert count is None or count >= SMALLEST or (count == 0 and not none_tells)


@given(st.dictionaries(st.sampled_from(NAMES), st.integers(SMALLEST, 30), min_size=1))
def test_large_groups_are_told(counts: dict[str, int]) -> None:
    assert suppressed(counts) == suppressed(counts, none_tells=True) == counts


def test_the_first_large_group_covers_and_a_second_where_one_leaves_nothing_open() -> None:
    assert suppressed({"a": 30, "b": 2, "c": 8}) == {"a": None, "b": None, "c": 8}
    assert suppressed({"a": 5, "b": 5, "c": 1}) == {"a": None, "b": None, "c": None}
    assert suppressed({"a": 3, "b": 0}) == {"a": None, "b": None}
    assert suppressed({"a": 9, "b": 0}) == {"a": 9, "b": 0}


@pytest.mark.parametrize(("count", "told"), [(0, 0), (1, None), (4, None), (5, 5)])
def test_a_count_that_stands_alone(count: int, told: int | None) -> None:
    assert or_nothing(count) == told
