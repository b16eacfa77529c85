"""Public figures say nothing of groups so small that a neighbour could be recognised."""

from collections.abc import Mapping

SMALLEST = 5
"""The smallest group that may be told (design: rules.md, personal information)."""


def without_small_groups(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Counts in which small groups, and what would give them away, are ``None``.

    The sum of the counts is taken to be known. So what is left out must be two groups at least,
    with five members together; the smallest others are left out until it is.
    """
    if sum(counts.values()) < SMALLEST:
        return dict.fromkeys(counts)
    by_size = sorted((name for name in counts if counts[name]), key=lambda name: counts[name])
    hidden = [name for name in by_size if counts[name] < SMALLEST]
    for name in by_size[len(hidden) :]:
        if not hidden or (len(hidden) > 1 and sum(counts[n] for n in hidden) >= SMALLEST):
            break
        hidden.append(name)
    return {name: None if name in hidden else count for name, count in counts.items()}


def or_nothing(count: int) -> int | None:
    """A count that stands alone, or ``None`` where it is that of a small group."""
    return None if 0 < count < SMALLEST else count
