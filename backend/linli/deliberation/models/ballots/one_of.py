from collections.abc import Iterable

from sqlalchemy import CheckConstraint


def one_of(column: str, words: Iterable[str]) -> CheckConstraint:
    """A constraint that a column holds one of these words (or nothing)."""
    listed = ", ".join(f"'{word}'" for word in sorted(words))
    return CheckConstraint(f"{column} IN ({listed})", name=column)
