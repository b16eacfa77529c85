"""The bytes of a leaf are those of RFC 8785, and say nothing that is private."""

import hashlib
import hmac
import json
from datetime import datetime, timedelta, timezone
from uuid import UUID

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from linli.kernel.facts.leaf import (
    FactDraft,
    Place,
    as_strings,
    canonical,
    commitment,
    leaf_bytes,
    new_salt,
)
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

texts = st.text(st.characters(exclude_categories=["Cs"]))
values = st.recursive(
    texts | st.booleans() | st.integers() | st.none() | st.uuids(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(st.dictionaries(texts, values, max_size=6))
def test_the_bytes_are_those_of_an_independent_rfc_8785_writer(value: dict[str, object]) -> None:
    assert canonical(value) == rfc8785.dumps(as_strings(value))


def test_names_sort_by_utf_16_as_the_standard_wants() -> None:
    assert canonical({"\ufb33": "a", "\U0001f600": "b"}) == (
        '{"\U0001f600":"b","\ufb33":"a"}'.encode()
    )


def test_a_leaf_is_what_the_documentation_says() -> None:
    community, actor, subject = UUID(int=1), UUID(int=2), UUID(int=3)
    moment = datetime(2026, 11, 1, 8, 30, tzinfo=timezone(timedelta(hours=8)))
    draft = FactDraft("a.b.done", actor, "b", subject, moment, {"fen": 5, "yes": True, "no": None})
    assert json.loads(leaf_bytes(draft, Place(community, 7, None, moment), None)) == {
        "v": "1",
        "community": str(community),
        "seq": "7",
        "kind": "a.b.done",
        "actor": str(actor),
        "subject": f"b:{subject}",
        "recorded_at": "2026-11-01T00:30:00.000000+00:00",
        "happened_at": "2026-11-01T00:30:00.000000+00:00",
        "public": {"fen": "5", "yes": "true"},
    }


def test_a_private_payload_is_committed_to_by_hmac_with_a_salt_of_its_own() -> None:
    salts = {new_salt() for _ in range(50)}
    assert len(salts) == 50
    assert {len(salt) for salt in salts} == {32}
    salt = salts.pop()
    expected = hmac.new(salt, b'{"phone":"13800000000"}', hashlib.sha256).hexdigest()
    assert commitment(salt, canonical({"phone": "13800000000"})) == expected


def test_half_a_surrogate_pair_cannot_be_recorded() -> None:
    with pytest.raises((TypeError, UnicodeEncodeError, ValueError)):
        canonical({"words": "\ud800"})


def test_the_fact_row_repeats_nothing_private() -> None:
    assert not {"private", "payload", "salt"} & set(Fact.model_fields)
    assert new_id().version == 7
