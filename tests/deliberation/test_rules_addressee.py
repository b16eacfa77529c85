"""Whom a message to a representative reaches, for all mandates that may follow each other."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.representatives.addressee import addressee
from linli.deliberation.rules.representatives.mandate import Mandate, speaking_for

DAY = date(2026, 11, 2)
HOUSE = "1"


def mandate(name: str, **more: object) -> Mandate:
    known: dict[str, object] = {"from_on": DAY, "until_on": DAY + timedelta(days=30), **more}
    return Mandate(id=name, representative=f"person {name}", building=HOUSE, **known)  # type: ignore[arg-type]  # days and keys


def test_a_message_reaches_the_one_it_names_while_that_one_speaks() -> None:
    both = [mandate("a"), mandate("b")]
    assert addressee("b", HOUSE, both, DAY) == both[1]


def test_a_substitute_gets_nothing_until_the_mandate_rests() -> None:
    first, second = mandate("a"), mandate("b", stands_in_for="a")
    assert addressee("b", HOUSE, [first, second], DAY) == first
    rests = mandate("a", ended_on=DAY)
    assert addressee("a", HOUSE, [rests, second], DAY) == second


def test_after_a_term_the_successor_gets_it_and_between_terms_nobody() -> None:
    old = mandate("a", until_on=DAY - timedelta(days=2), from_on=DAY - timedelta(days=9))
    new = mandate("b", from_on=DAY)
    assert addressee("a", HOUSE, [old, new], DAY - timedelta(days=1)) is None
    assert addressee("a", HOUSE, [old, new], DAY) == new


def test_nobody_of_another_building_gets_it() -> None:
    assert addressee("a", "2", [mandate("a")], DAY) is None


_DAYS = st.integers(-5, 5).map(lambda n: DAY + timedelta(days=n))
_MANDATES = st.lists(
    st.builds(
        lambda n, begins, length, ended: mandate(
            n, from_on=begins, until_on=begins + timedelta(days=length), ended_on=ended
        ),
        st.sampled_from("abcde"),
        _DAYS,
        st.integers(0, 6),
        st.none() | _DAYS,
    ),
    unique_by=lambda one: one.id,
)


@given(_MANDATES, st.sampled_from("abcde"), st.randoms(use_true_random=False))
def test_only_who_speaks_gets_it_and_order_changes_nothing(
    known: list[Mandate], named: str, random: object
) -> None:
    reached = addressee(named, HOUSE, known, DAY)
    speaking = speaking_for(HOUSE, known, DAY)
    assert (reached is None) == (not speaking)
    assert reached is None or reached in speaking
    shuffled = sorted(known, key=lambda _: random.random())  # type: ignore[attr-defined]  # a Random
    assert addressee(named, HOUSE, shuffled, DAY) == reached
