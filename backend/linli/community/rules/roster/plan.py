"""The dry run of an import: what it would create, change and leave alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from linli.community.rules.roster.building_plan import BuildingChange, plan_buildings
from linli.community.rules.roster.collector import cycles_not_searched
from linli.community.rules.roster.columns import Field
from linli.community.rules.roster.household_plan import (
    HouseholdChange,
    NewHousehold,
    plan_households,
)
from linli.community.rules.roster.issues import Issue, SkippedRow
from linli.community.rules.roster.layout import SkippedSheet
from linli.community.rules.roster.owner_plan import OwnerChange, plan_owners
from linli.community.rules.roster.parse import ParsedRoster
from linli.community.rules.roster.reasons import Severity
from linli.community.rules.roster.remarks import HelpKind
from linli.community.rules.roster.row import RosterRow
from linli.community.rules.roster.settle import SettledRoster, settle_roster
from linli.community.rules.roster.sheet import Progress
from linli.community.rules.roster.snapshot import BuildingState, OwnerState, Snapshot

_STEPS = 4


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


@cycles_not_searched()
def plan_import(
    parsed: ParsedRoster, snapshot: Snapshot, progress: Progress | None = None
) -> ImportPlan:
    """Compare a roster with what is known.

    Decisions of a person have their effect in `parse_roster`. Rows may come in any order: their
    place in the file counts. After the plan has been applied, planning again does nothing.

    Args:
        parsed: The file's rows.
        snapshot: The community as it is.
        progress: Called with "planning", steps done, steps in all.
    """
    report = progress or (lambda _phase, _done, _total: None)
    report("planning", 0, _STEPS)
    settled = settle_roster(parsed, snapshot.stairwells)
    report("planning", 1, _STEPS)
    buildings = plan_buildings(settled.households, snapshot)
    issues = settled.issues + tuple(
        parsed.sources[row.sheet].issue(row.order[1], column, reason)
        for row, column, reason in buildings.doubts
    )
    owners = plan_owners(settled.households, snapshot)
    report("planning", 2, _STEPS)
    households = plan_households(settled.households, owners, snapshot)
    report("planning", 3, _STEPS)
    waiting = {row.id for row in settled.review}
    plan = ImportPlan(
        new_buildings=buildings.create,
        changed_buildings=buildings.change,
        new_stairwells=buildings.create_stairwells,
        new_owners=owners.create,
        changed_owners=owners.change,
        create=households.create,
        change=households.change,
        unchanged=households.unchanged,
        missing_from_file=_missing(settled, snapshot),
        suggestions=_suggestions(households.create, households.change),
        review=_review(settled, parsed, issues),
        warnings=tuple(
            issue
            for issue in issues
            if issue.severity is Severity.WARNING and issue.row_id not in waiting
        ),
        skipped=settled.skipped,
        skipped_sheets=parsed.skipped_sheets,
        unused_decisions=parsed.unused_decisions,
    )
    report("planning", _STEPS, _STEPS)
    return plan


def _missing(settled: SettledRoster, snapshot: Snapshot) -> tuple[str, ...]:
    """Known codes that no row names, not even one that waits for a person."""
    told = {row.code for row in (*settled.households, *settled.review)}
    return tuple(sorted(known.code for known in snapshot.households if known.code not in told))


def _suggestions(
    create: Sequence[NewHousehold], change: Sequence[HouseholdChange]
) -> tuple[Suggestion, ...]:
    new = [Suggestion(created.after.code, created.after.help_kinds) for created in create]
    for changed in change:
        before = set(changed.before.help_kinds)
        more = tuple(kind for kind in changed.after.help_kinds if kind not in before)
        new.append(Suggestion(changed.after.code, more))
    found = (suggestion for suggestion in new if suggestion.help_kinds)
    return tuple(sorted(found, key=lambda suggestion: suggestion.code))


def _review(
    settled: SettledRoster, parsed: ParsedRoster, issues: Sequence[Issue]
) -> tuple[ReviewRow, ...]:
    by_row: dict[str, list[Issue]] = {row.id: [] for row in settled.review}
    for issue in issues:
        if issue.row_id in by_row:
            by_row[issue.row_id].append(issue)
    return tuple(_review_row(row, tuple(by_row[row.id]), parsed) for row in settled.review)


def _review_row(row: RosterRow, issues: tuple[Issue, ...], parsed: ParsedRoster) -> ReviewRow:
    number = row.order[1]
    cells = parsed.sources[row.sheet].texts(number)
    return ReviewRow(row.id, row.sheet, number, row.code, issues, cells)
