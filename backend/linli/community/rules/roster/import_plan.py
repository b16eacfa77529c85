"""What an import would do, ready to be shown and to be applied."""

from dataclasses import dataclass, field

from linli.community.rules.roster.building_plan import BuildingChange
from linli.community.rules.roster.columns import Field
from linli.community.rules.roster.household_plan import HouseholdChange, NewHousehold
from linli.community.rules.roster.issues import Issue, SkippedRow
from linli.community.rules.roster.layout import SkippedSheet
from linli.community.rules.roster.owner_plan import OwnerChange
from linli.community.rules.roster.remarks import HelpKind
from linli.community.rules.roster.snapshot import BuildingState, OwnerState


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A row that a person must decide.

    Attributes:
        row_id: Key of the person's decision.
        code: The household it would be, where that much can be read.
        issues: Why it waits, the reasons to review first.
        cells: Field, heading and text of each column that is read.
    """

    row_id: str
    sheet: str
    row: int
    code: str | None
    issues: tuple[Issue, ...]
    cells: tuple[tuple[Field, str | None, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Help to ask about at a door, new with this roster; never a need."""

    code: str
    help_kinds: tuple[HelpKind, ...]


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import would do; the same input gives an equal plan.

    Attributes:
        new_buildings: Buildings to create, then `new_stairwells` (building, stairwell) in them.
        new_owners: Owners to create; households refer to their keys `new-1`, ….
        unchanged: Codes of households that are as the roster says.
        sold: Codes of households where an account loses its vote, for the owner it speaks for owns
            them no more; once for each account.
        missing_from_file: Codes known but not in the roster; reported, never deleted.
        review: Rows not imported until a person decides.
        warnings: Issues of imported rows that are worth a look.
    """

    new_buildings: tuple[BuildingState, ...]
    changed_buildings: tuple[BuildingChange, ...]
    new_stairwells: tuple[tuple[str, str], ...]
    new_owners: tuple[OwnerState, ...]
    changed_owners: tuple[OwnerChange, ...]
    create: tuple[NewHousehold, ...]
    change: tuple[HouseholdChange, ...]
    unchanged: tuple[str, ...]
    sold: tuple[str, ...]
    missing_from_file: tuple[str, ...]
    suggestions: tuple[Suggestion, ...]
    review: tuple[ReviewRow, ...]
    warnings: tuple[Issue, ...]
    skipped: tuple[SkippedRow, ...]
    skipped_sheets: tuple[SkippedSheet, ...]
    unused_decisions: frozenset[str]

    @property
    def does_nothing(self) -> bool:
        """Whether applying the plan would leave everything as it is."""
        return not (
            self.new_buildings
            or self.changed_buildings
            or self.new_stairwells
            or self.new_owners
            or self.changed_owners
            or self.create
            or self.change
        )
