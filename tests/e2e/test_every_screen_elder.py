"""The same walk in 长辈版, in Chinese: what volunteers see until they choose otherwise."""

import pytest

from e2e.test_every_screen import (
    test_axe_finds_nothing_on_any_screen,
    test_everything_to_touch_and_to_read_is_large_enough,
    test_no_screen_fails_anybody,
    test_no_screen_shows_a_key_instead_of_words,
    test_nothing_is_cut_off_in_the_largest_text,
    test_nothing_is_cut_off_on_a_screen_of_320_px,
    test_somebody_reaches_every_screen,
    walk,
)
from e2e.walk import ELDER, Look

__all__ = [
    "test_axe_finds_nothing_on_any_screen",
    "test_everything_to_touch_and_to_read_is_large_enough",
    "test_no_screen_fails_anybody",
    "test_no_screen_shows_a_key_instead_of_words",
    "test_nothing_is_cut_off_in_the_largest_text",
    "test_nothing_is_cut_off_on_a_screen_of_320_px",
    "test_somebody_reaches_every_screen",
    "walk",
]

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def look() -> Look:
    """How the app looks and speaks on this walk."""
    return ELDER
