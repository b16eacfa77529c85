"""What a run-off may ask: the question that nobody won, between those who led. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class LeftOpen:
    """A choice that none passed.

    Attributes:
        titles: of all its options, by key.
        leading: the keys of the two that lead.
        tied: whether a third stands exactly as the second does; then people settle who goes on.
    """

    titles: Mapping[str, str]
    leading: Sequence[str]
    tied: bool


def may_ask_again(offered: Mapping[str, str], left_open: Collection[LeftOpen]) -> bool:
    """Whether these options, titles by key, are a run-off of one of the choices."""
    return any(_follows(offered, one) for one in left_open)


def _follows(offered: Mapping[str, str], one: LeftOpen) -> bool:
    same = offered.items() <= one.titles.items()
    leading = set(one.leading)
    enough = leading & set(offered) if one.tied else set(offered) == leading
    return same and len(offered) == len(leading) and bool(enough)
