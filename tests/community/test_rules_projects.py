"""Phases, masking, codes and Markdown: pure rules."""

import doctest
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.community.rules import codes
from linli.community.rules.codes import sort_key
from linli.community.rules.markdown import render_markdown
from linli.community.rules.masking import mask_name, mask_phone
from linli.community.rules.phases import PHASES, movers, moves_from

CODE = st.lists(
    st.one_of(st.integers(0, 99_999).map(str), st.sampled_from(["A", "商铺", "02A", "B"])),
    min_size=1,
    max_size=4,
).map("-".join)


def parts(code: str) -> list[int | str]:
    return [int(part) if part.isdigit() else part for part in code.split("-")]


@given(st.lists(st.lists(st.integers(0, 10**8), min_size=3, max_size=3), max_size=20))
def test_codes_sort_by_the_numbers_in_them(numbers: list[list[int]]) -> None:
    made = ["-".join(map(str, three)) for three in numbers]
    assert sorted(made, key=sort_key) == sorted(made, key=parts)


@given(CODE, CODE)
def test_different_codes_never_share_a_sort_key(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)


def test_the_example_of_the_sort_key_holds() -> None:
    assert doctest.testmod(codes).failed == 0


@pytest.mark.parametrize(
    ("name", "masked"),
    [("张明", "张*"), ("张小明", "张*明"), ("欧阳小明", "欧**明"), ("张", "*"), ("", "*")],
)
def test_a_name_shows_its_first_and_last_character(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@given(st.text(st.characters(categories=["Lo"]), min_size=2, max_size=12))
def test_a_mask_keeps_the_length_and_hides_something(name: str) -> None:
    masked = mask_name(name)
    assert len(masked) == len(name)
    assert "*" in masked


@given(st.from_regex(r"[0-9]{3,15}", fullmatch=True))
def test_a_masked_phone_never_shows_more_than_seven_digits(digits: str) -> None:
    masked = mask_phone(digits)
    assert len(masked) == len(digits)
    shown = sum(sign.isdigit() for sign in masked)
    assert shown <= 7
    assert shown < len(digits)


def test_a_project_moves_one_step_at_a_time_and_staff_may_always_move_it() -> None:
    for before, after in product(PHASES, PHASES):
        apart = abs(PHASES.index(before) - PHASES.index(after))
        assert bool(movers(before, after)) == (apart == 1)
        assert ("community_admin" in movers(before, after)) == (apart == 1)


def test_only_the_end_of_the_work_may_also_be_declared_by_supervisors() -> None:
    steps = [step for step in product(PHASES, PHASES) if "supervisor" in movers(*step)]
    assert steps == [("construct", "operate")]


def test_the_way_ahead_is_named_first() -> None:
    assert moves_from("deliberate") == ("construct", "mobilise")
    assert moves_from("mobilise") == ("deliberate",)


@given(st.text(max_size=300))
def test_markdown_never_lets_a_tag_of_its_author_through(text: str) -> None:
    html = render_markdown("x" + text + "<script>alert(1)</script><img src=x onerror=alert(1)>")
    assert "<script" not in html
    assert "<img" not in html


def test_links_to_script_stay_text_and_images_become_links() -> None:
    html = render_markdown("[a](javascript:alert(1)) ![p](https://e.test/x.png)")
    assert 'href="javascript' not in html
    assert "<img" not in html
