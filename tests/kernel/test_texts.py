"""What a person may write into a text field."""

import pytest
from pydantic import TypeAdapter, ValidationError

from linli.kernel.http.fields import Search, ShortText

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
