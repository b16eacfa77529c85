"""Which units a round is about."""

from dataclasses import dataclass

from linli.deliberation.rules.ballots.ownership import OwnershipRow

Row = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class UnitScope:
    """Buildings and stairwells by key; both empty means the whole community.

    A matter of one building or stairwell is put to its own owners: Civil Code, art. 278, read for
    the part concerned, which a local lawyer confirms before real use.
    """

    buildings: frozenset[str] = frozenset()
    stairwells: frozenset[str] = frozenset()

    @property
    def whole(self) -> bool:
        """Whether it is the whole community."""
        return not self.buildings and not self.stairwells

    def covers(self, row: OwnershipRow) -> bool:
        """Whether the row's unit lies in the scope."""
        if self.whole:
            return True
        return row.building in self.buildings or row.stairwell in self.stairwells

    def as_document(self) -> Row:
        """The scope as sorted lists of keys."""
        return {"buildings": sorted(self.buildings), "stairwells": sorted(self.stairwells)}
