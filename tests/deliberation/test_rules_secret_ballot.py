"""A secret ballot: nothing connects who voted with what was chosen."""

from collections import Counter
from dataclasses import fields
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.representatives.receipt import (
    prove_receipt,
    receipt_holds,
    receipt_leaf,
    receipts_root,
)
from linli.deliberation.rules.representatives.secret_ballot import (
    BoxedBallot,
    ClosedBox,
    RollLine,
    _below,
    boxed,
    close_box,
    shuffled,
)
from linli.kernel.facts.merkle import Tree

ENTROPY = bytes(range(32))


def random_bytes(*seed: object) -> bytes:
    return sha256(repr(seed).encode()).digest()


def cast(votes: list[tuple[str, str]], entropy: bytes = ENTROPY) -> ClosedBox:
    """Cast votes in this order, each with bytes of its own, and close the box."""
    roll = [RollLine(elector) for elector, _ in votes]
    box = [boxed([choice], random_bytes("place", n)) for n, (_, choice) in enumerate(votes)]
    receipts = [receipt_leaf("e", random_bytes("token", elector)) for elector, _ in votes]
    return close_box(roll, box, receipts, entropy)


def test_the_lists_have_nothing_that_could_connect_them() -> None:
    assert [field.name for field in fields(RollLine)] == ["elector"]
    assert [field.name for field in fields(BoxedBallot)] == ["place", "choice"]


VOTES = [(f"elector {n}", f"candidate {n % 3}") for n in range(30)]


def test_the_order_of_voting_can_not_be_read_from_what_is_published() -> None:
    published, backwards = cast(VOTES), cast(VOTES[::-1])
    assert published.roll == backwards.roll == tuple(sorted(elector for elector, _ in VOTES))
    assert published.receipts == backwards.receipts
    assert Counter(published.choices) == Counter((choice,) for _, choice in VOTES)
    assert [(choice,) for _, choice in VOTES] != list(published.choices)


def test_who_chose_what_can_not_be_read_from_what_is_published() -> None:
    """Two neighbours exchange their choices: roll, receipts and the multiset stay as they were."""
    swapped = [("elector 0", VOTES[1][1]), ("elector 1", VOTES[0][1]), *VOTES[2:]]
    one, other = cast(VOTES), cast(swapped)
    assert (one.roll, one.receipts) == (other.roll, other.receipts)
    assert Counter(one.choices) == Counter(other.choices)


def test_lists_of_different_length_are_refused() -> None:
    one = boxed(["a"], ENTROPY)
    with pytest.raises(RuleBrokenError, match="lists_differ") as refused:
        close_box([RollLine("e1")], [one, boxed(["b"], random_bytes(1))], [b"r"], ENTROPY)
    assert refused.value.values == {"roll": 1, "box": 2, "receipts": 1}


def test_an_elector_or_a_receipt_given_twice_is_refused() -> None:
    box = [boxed(["a"], random_bytes(n)) for n in range(2)]
    with pytest.raises(RuleBrokenError, match="roll_line_twice"):
        close_box([RollLine("e1"), RollLine("e1")], box, [b"r1", b"r2"], ENTROPY)
    with pytest.raises(RuleBrokenError, match="receipt_twice"):
        close_box([RollLine("e1"), RollLine("e2")], box, [b"r1", b"r1"], ENTROPY)


@pytest.mark.parametrize("size", [0, 15, 31])
def test_too_few_random_bytes_are_refused(size: int) -> None:
    with pytest.raises(RuleBrokenError, match="too_little_entropy"):
        shuffled([1, 2, 3], bytes(size))
    if size < 16:
        with pytest.raises(RuleBrokenError, match="too_little_entropy"):
            boxed(["a"], bytes(size))


def test_the_order_of_tapping_and_tapping_twice_tell_nothing() -> None:
    assert boxed(["b", "a", "b"], ENTROPY) == boxed(["a", "b"], ENTROPY)


@given(st.lists(st.integers(), max_size=40), st.binary(min_size=32, max_size=32))
def test_a_shuffle_loses_nothing_and_can_be_repeated(items: list[int], entropy: bytes) -> None:
    order = shuffled(items, entropy)
    assert Counter(order) == Counter(items)
    assert shuffled(items, entropy) == order


def test_a_shuffle_is_the_one_that_any_other_program_draws() -> None:
    """Fisher-Yates over 64-bit words of SHA-256(entropy ‖ counter), written down once more."""
    stream = b"".join(sha256(ENTROPY + counter.to_bytes(8, "big")).digest() for counter in range(9))
    words = [int.from_bytes(stream[at : at + 8], "big") for at in range(0, len(stream), 8)]
    expected = list(range(30))
    for place, word in zip(range(29, 0, -1), words, strict=False):
        other = word % (place + 1)
        expected[place], expected[other] = expected[other], expected[place]
    assert shuffled(range(30), ENTROPY) == expected


@pytest.mark.parametrize(("word", "taken"), [(2**64 - 2, True), (2**64 - 1, False)])
def test_a_word_of_the_uneven_end_is_drawn_again(word: int, *, taken: bool) -> None:
    """2**64 leaves 1 when divided by 3, so one word too many would favour 0."""
    drawn = _below(3, iter([word, 1]))
    assert drawn == (word % 3 if taken else 1)


def test_a_place_is_made_of_sixteen_bytes() -> None:
    assert boxed(["a"], ENTROPY[:16]).place == ENTROPY[:16].hex()
    assert boxed(["a"], ENTROPY).place == ENTROPY[:16].hex()


def test_every_order_is_about_as_likely_as_any_other() -> None:
    orders = Counter(tuple(shuffled("abc", random_bytes(n))) for n in range(1200))
    assert len(orders) == 6
    # Six standard deviations of a fair draw of 1,200 in 6.
    assert all(abs(number - 200) < 78 for number in orders.values())


TOKENS = [random_bytes("t", n) for n in range(40)]


@given(st.integers(1, 40), st.data())
def test_a_receipt_proves_that_its_ballot_was_taken_in(size: int, data: st.DataObject) -> None:
    leaves = [receipt_leaf("e", token) for token in TOKENS[:size]]
    token = data.draw(st.sampled_from(TOKENS[:size]))
    root = receipts_root(leaves)
    proof = prove_receipt(leaves, receipt_leaf("e", token))
    assert receipt_holds("e", token, proof, root)
    assert prove_receipt(leaves[::-1], receipt_leaf("e", token)) == proof
    stranger = random_bytes("not a token")
    assert not receipt_holds("e", stranger, proof, root)
    assert not receipt_holds("another election", token, proof, root)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 8, 9, 33])
def test_the_root_is_that_of_the_log_over_the_sorted_leaves(size: int) -> None:
    leaves = [receipt_leaf("e", token) for token in TOKENS[:size]]
    tree = Tree(0, [])
    for leaf in sorted(leaves):
        list(tree.append(leaf))
    assert receipts_root(leaves) == tree.root


def test_a_receipt_that_was_left_out_has_no_proof() -> None:
    leaves = [receipt_leaf("e", token) for token in TOKENS[1:]]
    with pytest.raises(RuleBrokenError, match="receipt_not_included"):
        prove_receipt(leaves, receipt_leaf("e", TOKENS[0]))
    with pytest.raises(RuleBrokenError, match="no_receipts"):
        receipts_root([])


def test_a_token_of_another_size_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="token_size"):
        receipt_leaf("e", b"short")
