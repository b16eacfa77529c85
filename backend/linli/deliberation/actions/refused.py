"""A rule's refusal as the API tells it: 422 with a pointer and the figures to put right."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from linli.deliberation.rules.broken import RuleBrokenError
from linli.kernel.money import yuan_text
from linli.kernel.problems import invalid

_MOST_NAMED = 12
"""Longer lists are cut: a person puts the first ones right and sees the pattern."""


@contextmanager
def rules_refuse(pointers: Mapping[str, str], otherwise: str = "") -> Iterator[None]:
    """Turn ``RuleBrokenError`` into 422.

    Args:
        pointers: where the fault lies, by the rule's code or its first word.
        otherwise: the pointer for all other codes.

    Raises:
        Problem: 422 with the rule's own code.
    """
    try:
        yield
    except RuleBrokenError as broken:
        pointer = pointers.get(broken.code, pointers.get(broken.code.split("_")[0], otherwise))
        told = {name: _worded(name, value) for name, value in broken.values.items()}
        raise invalid(pointer, broken.code, **told) from broken


def _worded(name: str, value: Any) -> Any:
    if isinstance(value, list):
        more = "…" if len(value) > _MOST_NAMED else ""
        return ", ".join(str(one) for one in value[:_MOST_NAMED]) + more
    return yuan_text(value) if name.endswith("_fen") else value
