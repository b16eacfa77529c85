"""Public figures say nothing of groups so small that one of their members could be recognised.

Pure; one rule for every context (GB/T 37964-2019 on de-identification, GB/T 45574-2025; PIPL 6).
"""

from collections.abc import Mapping
from typing import TypeVar

SMALLEST = 5
"""The smallest group that may be told."""

Name = TypeVar("Name", bound=str)


def suppressed(counts: Mapping[Name, int], *, none_tells: bool = False) -> dict[Name, int | None]:
    """Counts in which small groups, and what would give them away, are ``None``.

    The sum of the counts is taken to be known, and so is this rule. Next to small groups the first
    that is not small, in the order given, is withheld too: which one does not depend on its size;
    the next as well where together they are as few as they can be, for that leaves one possibility.
    What is withheld is never one group alone, nor fewer than ``SMALLEST`` together, as long as
    there is anything else to withhold; groups of nobody come last. A test tries to reckon back.

    Args:
        counts: by name, in an order that does not depend on them.
        none_tells: whether that nobody is in a group must not be told either.
    """
    small = [name for name, count in counts.items() if count < SMALLEST and (count or none_tells)]
    if not small:
        return dict(counts)
    hidden = {*small, *_cover(counts, small, 0 if none_tells else len(small))}
    for name, count in counts.items():
        if len(hidden) > 1 and sum(counts[each] for each in hidden) >= SMALLEST:
            break
        if not count:
            hidden.add(name)
    return {name: None if name in hidden else count for name, count in counts.items()}


def _cover(counts: Mapping[Name, int], small: list[Name], least: int) -> list[Name]:
    """Large groups to withhold with the small ones, which together have ``least`` at least."""
    together = sum(counts[name] for name in small)
    cover: list[Name] = []
    for name, count in counts.items():
        if count >= SMALLEST and (not cover or together == least + SMALLEST * len(cover)):
            cover.append(name)
            together += count
    return cover


def or_nothing(count: int) -> int | None:
    """A count that stands alone, or ``None`` where it is that of a small group."""
    return None if 0 < count < SMALLEST else count
