"""What a person may write into a text field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from linli.kernel.http.fields import Search, ShortText

TURNS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
WORDS = st.text(
    "付款张三Pay 1280.50-ئۇيغۇرچە،٠١٢\u200e\u200f\u061c\u200c\u200d", min_size=1, max_size=40
)
"""Chinese, English and Uyghur, with the marks of direction and joiners that turn nothing round."""

SHORT, SEARCH = TypeAdapter(ShortText), TypeAdapter(Search)


@pytest.mark.parametrize("text", ["\u200b", "\u202e\u202c", "\u2066 \u2069", "\ufe0f", "\u3164"])
def test_a_text_of_which_nothing_can_be_seen_is_refused(text: str) -> None:
    with pytest.raises(ValidationError, match="nothing_to_read"):
        SHORT.validate_python(text)


@pytest.mark.parametrize("text", ["换灯", "👨‍👩‍👧", "ئۇيغۇر", "…", "0"])
def test_whatever_can_be_read_is_taken_as_it_is(text: str) -> None:
    assert SHORT.validate_python(f" {text} ") == text


def test_a_search_may_be_empty_and_the_limits_stand_in_the_schema() -> None:
    assert SEARCH.validate_python("  ") == ""
    told = SHORT.json_schema()
    assert (told["minLength"], told["maxLength"]) == (1, 100)


@given(before=WORDS, mark=st.sampled_from(TURNS), after=WORDS)
def test_a_mark_that_turns_the_order_of_a_text_is_refused_wherever_it_stands(
    before: str, mark: str, after: str
) -> None:
    with pytest.raises(ValidationError, match="turns_direction"):
        SHORT.validate_python(f"款{before}{mark}{after}款")


@given(words=WORDS)
def test_words_in_chinese_english_and_uyghur_are_taken_with_their_harmless_marks(
    words: str,
) -> None:
    assert SHORT.validate_python(f"款{words}ۇ") == f"款{words}ۇ"
