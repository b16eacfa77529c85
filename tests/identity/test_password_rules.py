"""What is refused as a password (ASVS 5.0: 6.2.1, 6.2.4, 6.2.5, 6.2.9, 6.2.11)."""

import itertools
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.identity.rules.common_passwords import is_common
from linli.identity.rules.passwords import LONGEST, weakness

_TRIED_FIRST = """
123456789 password 12345678 111111111 1234567890 qwerty123 password1 qwertyuiop 1q2w3e4r5t iloveyou
123123123 987654321 abc12345 1qaz2wsx qwer1234 asdf1234 12341234 88888888 00000000 woaini1314
5201314520 zxcvbnm123 147258369 11223344 aa123456 a12345678 123456789a qq123456789 abcd1234
1q2w3e4r asdfghjkl 12344321 66666666 31415926 sunshine princess football baseball superman
trustno1 whatever starwars computer michelle jennifer liverpool passw0rd P@ssw0rd p@$$w0rd
Password1! Welcome1 Welcome123 Admin123 admin@123 Abc@1234 Huawei@123 letmein1
Qwerty12345 monkey123 dragon123
woaini520 zhangwei123 wangxiuying1965 lihua8888 liwei1990 chenjing520 19491001 19880808 01011990
wxy19880808 zj123456 13800138000 15912345678 1965-12-03 mima1234 mima8888 nihao123 zhongguo1
wuhan2020 beijing2008 woaiwojia tiantian123 xiaoming123 baobao520 laopo1314 qazwsxedc 1qazxsw2
zaq12wsx !QAZ2wsx a1b2c3d4 aaaa1111 abc123456 112233aa 159357456 741852963 asd123456 qwe123456
"""
_WORDS = """
password qwerty admin zhangwei wangwei lijing woaini iloveyou dragon monkey
xiaoming baobao huawei wuhan liwei chenjun sunshine princess abc qwe
"""
_ENDINGS = "123 1234 123456 520 1314 888 666 321"
OWN_IDEAS = [
    "a kettle on the balcony",
    "correct horse battery staple",
    "门口的桂花树又开了",
    "kv82mq10zt",
    "x7#kQ!2p",
    "lanterns-over-eight-floors",
    "Третий этаж без лифта",
]


@pytest.mark.parametrize("password", _TRIED_FIRST.split())
def test_what_everybody_tries_first_is_refused(password: str) -> None:
    assert weakness(password) == "password_too_common"


@pytest.mark.parametrize("password", OWN_IDEAS)
def test_an_idea_of_ones_own_is_taken_without_rules_of_composition(password: str) -> None:
    assert weakness(password) is None


def test_more_than_the_three_thousand_most_common_recipes_are_refused() -> None:
    words = _WORDS.split()
    endings = [*(str(year) for year in range(1950, 2027)), *_ENDINGS.split()]
    made = {word + end for word, end in itertools.product(words, endings)}
    made |= {word.title() + end + "!" for word, end in itertools.product(words, endings)}
    made |= {
        f"{year}{month:02}{day:02}"
        for year in range(1950, 1955)
        for month in range(1, 13)
        for day in range(1, 29)
    }
    long_enough = {each for each in made if len(each) >= 8}
    assert len(long_enough) > 3000
    assert [each for each in sorted(long_enough) if weakness(each) != "password_too_common"] == []


@given(st.text(max_size=7))
def test_seven_characters_are_too_few(password: str) -> None:
    assert weakness(password) == "password_too_short"


@given(st.text(alphabet=string.ascii_letters + " ", min_size=64, max_size=LONGEST))
def test_long_ones_are_never_refused_for_their_length(password: str) -> None:
    assert weakness(password) in {None, "password_too_common"}


def test_the_longest_allowed_is_128_characters() -> None:
    phrase = "eight floors and no lift, so we walk and talk and rest; " * 3
    assert weakness(phrase[:128]) is None
    assert weakness(phrase[:129]) == "password_too_long"


@given(st.text(max_size=LONGEST))
def test_every_text_can_be_judged(password: str) -> None:
    assert is_common(password) in {True, False}


@given(st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=6), st.integers(12, 40))
def test_repeating_a_short_block_does_not_help(block: str, length: int) -> None:
    assert is_common((block * length)[:length])


@pytest.mark.parametrize(
    ("password", "names"),
    [
        ("wuguiquan-73", ["wuguiquan"]),
        ("+8613958203714", ["+8613958203714"]),
        ("my58203714", ["+8613958203714"]),
        ("怡景社区怡景社区八", ["怡景社区"]),
        ("Ouyang.Rengui!", ["ouyang.rengui"]),
    ],
)
def test_a_password_does_not_lean_on_what_anybody_knows(password: str, names: list[str]) -> None:
    assert weakness(password, names) == "password_has_your_name"


def test_a_name_inside_a_longer_idea_is_fine() -> None:
    assert weakness("wuguiquan waters his orchids on tuesdays", ["wuguiquan"]) is None
