"""Reading and masking logins, tokens, passes and addresses."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.identity.rules import tokens
from linli.identity.rules.addresses import client_network
from linli.identity.rules.devices import device_pass, known_mark
from linli.identity.rules.logins import Login, masked, read_login


@pytest.mark.parametrize(
    "typed",
    [
        "13800138000",
        "138 0013 8000",
        "138-0013-8000",
        "+86 13800138000",
        "０１３８００１３８０００"[1:],
    ],
)
def test_one_phone_number_is_one_login_however_it_is_typed(typed: str) -> None:
    assert read_login(typed) == Login("+8613800138000", is_phone=True)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("027-82345678", Login("+862782345678", is_phone=True)),
        ("+44 20 7946 0958", Login("+442079460958", is_phone=True)),
        (" WangXiuYing ", Login("wangxiuying", is_phone=False)),
        ("王秀英", Login("王秀英", is_phone=False)),
        ("li.na-3", Login("li.na-3", is_phone=False)),
        ("12345", None),
        ("a", None),
        ("two words", None),
        ("x" * 33, None),
        ("", None),
    ],
)
def test_phone_numbers_and_names_are_told_apart(typed: str, meant: Login | None) -> None:
    assert read_login(typed) == meant


@given(st.text(max_size=60))
def test_a_login_in_its_canonical_spelling_reads_as_itself(typed: str) -> None:
    login = read_login(typed)
    if login is not None:
        assert read_login(login.text) == login


@given(st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True))
def test_a_masked_number_hides_its_middle(number: str) -> None:
    login = read_login(number)
    assert login is not None
    assert masked(login) == f"{number[:3]}****{number[-4:]}"


@given(st.uuids(), st.binary(min_size=32, max_size=32))
def test_a_link_token_names_its_community(community_id: UUID, secret: bytes) -> None:
    token = tokens.link_token(community_id, secret)
    assert tokens.community_of(token) == community_id
    assert len(tokens.digest(token)) == 32


@given(st.text(max_size=100))
def test_anything_else_names_none(token: str) -> None:
    assert tokens.community_of(token) is None or len(token) == 64


@given(st.binary(min_size=16, max_size=16), st.binary(min_size=1, max_size=32))
def test_a_device_pass_is_good_for_its_own_login_only(mark: bytes, login: bytes) -> None:
    written = device_pass(b"key", login, mark)
    assert known_mark(b"key", login, written) == mark
    assert known_mark(b"key", login + b"x", written) is None
    assert known_mark(b"other key", login, written) is None


@given(st.none() | st.text(max_size=90))
def test_a_made_up_pass_is_nobodys(written: str | None) -> None:
    assert known_mark(b"key", b"login", written) is None


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("testclient", "testclient"),
        (None, "unknown"),
    ],
)
def test_a_home_line_counts_as_one_client(address: str | None, network: str) -> None:
    assert client_network(address) == network
