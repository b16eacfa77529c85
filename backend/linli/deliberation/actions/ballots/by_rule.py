"""A refusal by a rule, as the API tells it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from linli.deliberation.rules.broken import RuleBrokenError
from linli.kernel.problems import Problem


@contextmanager
def by_rule(status: int = 409) -> Iterator[None]:
    """Turn a broken rule into a problem of the same code; its figures fill the words.

    Raises:
        Problem: with ``status``.
    """
    try:
        yield
    except RuleBrokenError as broken:
        values: dict[str, Any] = broken.values
        raise Problem(status, broken.code, **values) from broken
