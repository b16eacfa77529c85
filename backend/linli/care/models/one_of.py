from typing import Any, get_args

from sqlalchemy import CheckConstraint


def one_of(column: str, words: Any) -> CheckConstraint:
    """A constraint that a column holds one of the words of a ``Literal`` (or nothing)."""
    listed = ", ".join(f"'{word}'" for word in get_args(words))
    return CheckConstraint(f"{column} IN ({listed})", name=column)
