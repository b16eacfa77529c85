"""What the phone works out by itself: its receipt, the count, and what changed in a text."""

import base64
import json
import subprocess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from linli.deliberation.rules.representatives.receipt import receipt_leaf, receipts_root
from linli.kernel.ids import new_id

FRONTEND = (ROOT / "frontend").as_uri()
RECEIPT = f"{FRONTEND}/store/deliberation/representatives/receipt.js"
DIFFERENCE = f"{FRONTEND}/lib/word-diff.js"
READ = "const given = JSON.parse(await new Response(process.stdin).text());"


def on_the_phone(program: str, given_: Any) -> Any:
    """What a module of the client answers, run outside a browser."""
    done = subprocess.run(
        ["node", "--no-warnings", "--input-type=module", "--eval", f"{READ}{program}"],
        input=json.dumps(given_),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


CHECK = f"""
const {{ isTakenIn, leafOf, newToken, countAgain }} = await import('{RECEIPT}');
const {{ subtle }} = crypto;
const taken = await Promise.all(given.tokens.map((token) => isTakenIn(subtle, given.election, token, given.box)));
const leaves = await Promise.all(given.tokens.map((token) => leafOf(subtle, given.election, token)));
const stranger = await isTakenIn(subtle, given.election, newToken(crypto), given.box);
const elsewhere = await isTakenIn(subtle, given.box.receipts[0], given.tokens[0], given.box);
const forged = await isTakenIn(subtle, given.election, given.tokens[0], {{ ...given.box, receipts_root: 'ab'.repeat(32) }});
console.log(JSON.stringify({{ taken, leaves, stranger, elsewhere, forged, votes: [...countAgain(given.box.choices)] }}));
"""  # noqa: E501 - a program


@pytest.mark.parametrize("ballots", [1, 2, 3, 5, 8, 13, 64])
def test_the_phone_finds_its_receipt_as_the_server_proves_it(ballots: int) -> None:
    election, tokens = str(new_id()), [bytes([turn]) * 32 for turn in range(ballots)]
    leaves = [receipt_leaf(election, token) for token in tokens]
    box = {
        "roll": [],
        "choices": [["a"], ["a", "b"], []],
        "receipts": [leaf.hex() for leaf in sorted(leaves)],
        "receipts_root": receipts_root(leaves).hex(),
    }
    encoded = [as_base64(token) for token in tokens]
    told = on_the_phone(CHECK, {"election": election, "tokens": encoded, "box": box})
    assert told["leaves"] == [leaf.hex() for leaf in leaves]
    assert told["taken"] == [True] * ballots
    assert (told["stranger"], told["elsewhere"], told["forged"]) == (False, False, False)
    assert dict(told["votes"]) == {"a": 2, "b": 1}


def as_base64(token: bytes) -> str:
    return base64.b64encode(token).decode()


DIFFER = f"""
const {{ difference }} = await import('{DIFFERENCE}');
console.log(JSON.stringify(given.map(([before, after]) => difference(before, after))));
"""

TEXT = st.text(st.sampled_from("电梯换新不出钱。 \nab1"), max_size=40)


@settings(max_examples=3, deadline=None)
@given(st.lists(st.tuples(TEXT, TEXT), min_size=30, max_size=60))
def test_a_difference_holds_both_texts_whole(pairs: list[tuple[str, str]]) -> None:
    for (before, after), pieces in zip(pairs, on_the_phone(DIFFER, pairs), strict=True):
        assert "".join(each["text"] for each in pieces if each["kind"] != "new") == before
        assert "".join(each["text"] for each in pieces if each["kind"] != "gone") == after


def test_a_difference_marks_what_changed_and_nothing_else() -> None:
    before, after = "一楼不出钱，二楼出一半。", "一楼不出钱，二楼出三成。"
    (pieces,) = on_the_phone(DIFFER, [(before, after)])
    assert pieces[0] == {"kind": "same", "text": "一楼不出钱，二楼出"}
    assert {each["kind"] for each in pieces} == {"same", "gone", "new"}
    (unchanged,) = on_the_phone(DIFFER, [(before, before)])
    assert unchanged == [{"kind": "same", "text": before}]
