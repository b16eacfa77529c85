"""The two bases of every decision of owners: heads and area."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """What is counted (Civil Code, art. 278 (2): 「专有部分面积」 and 「人数」)."""

    HEADS = "heads"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Weight:
    """Heads and area of a set of electors.

    Attributes:
        heads: number of electors.
        area_dm2: their exclusive area in dm² (0.01 m²).
    """

    heads: int
    area_dm2: int

    def __add__(self, other: "Weight") -> "Weight":
        return Weight(self.heads + other.heads, self.area_dm2 + other.area_dm2)

    def on(self, basis: Basis) -> int:
        """The integer that counts on one basis."""
        return self.heads if basis is Basis.HEADS else self.area_dm2


NOTHING = Weight(0, 0)


def total(weights: Collection[Weight]) -> Weight:
    """The sum of weights; nothing for none."""
    return Weight(sum(w.heads for w in weights), sum(w.area_dm2 for w in weights))
