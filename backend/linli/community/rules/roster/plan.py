"""The dry run of an import: what it would create, change and leave alone."""

from collections.abc import Sequence
from typing import NamedTuple

from linli.community.rules.roster.building_plan import BuildingPlan, plan_buildings
from linli.community.rules.roster.collector import cycles_not_searched
from linli.community.rules.roster.household_plan import HouseholdPlan, plan_households
from linli.community.rules.roster.import_plan import ImportPlan, ReviewRow, Suggestion
from linli.community.rules.roster.issues import Issue
from linli.community.rules.roster.owner_plan import OwnerPlan, plan_owners
from linli.community.rules.roster.parse import ParsedRoster
from linli.community.rules.roster.reasons import Severity
from linli.community.rules.roster.row import RosterRow
from linli.community.rules.roster.settle import SettledRoster, settle_roster
from linli.community.rules.roster.sheet import Progress
from linli.community.rules.roster.snapshot import Snapshot

_STEPS = 4


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
    owners = plan_owners(settled.households, snapshot)
    report("planning", 2, _STEPS)
    households = plan_households(settled.households, owners, snapshot)
    report("planning", 3, _STEPS)
    plan = _together(parsed, settled, snapshot, _Parts(buildings, owners, households))
    report("planning", _STEPS, _STEPS)
    return plan


class _Parts(NamedTuple):
    buildings: BuildingPlan
    owners: OwnerPlan
    households: HouseholdPlan


def _together(
    parsed: ParsedRoster, settled: SettledRoster, snapshot: Snapshot, parts: _Parts
) -> ImportPlan:
    buildings, owners, households = parts
    issues = settled.issues + tuple(
        parsed.sources[row.sheet].issue(row.order[1], column, reason)
        for row, column, reason in buildings.doubts
    )
    return ImportPlan(
        new_buildings=buildings.create,
        changed_buildings=buildings.change,
        new_stairwells=buildings.create_stairwells,
        new_owners=owners.create,
        changed_owners=owners.change,
        create=households.create,
        change=households.change,
        unchanged=households.unchanged,
        sold=_sold(households, snapshot),
        missing_from_file=_missing(settled, snapshot),
        suggestions=_suggestions(households),
        review=_review(settled, parsed, issues),
        warnings=_warnings(settled, issues),
        skipped=settled.skipped,
        skipped_sheets=parsed.skipped_sheets,
        unused_decisions=parsed.unused_decisions,
    )


def _sold(households: HouseholdPlan, snapshot: Snapshot) -> tuple[str, ...]:
    after = {changed.after.code: changed.after.owner_keys for changed in households.change}
    return tuple(
        sorted(c for c, owner in snapshot.spoken_for if owner not in after.get(c, (owner,)))
    )


def _missing(settled: SettledRoster, snapshot: Snapshot) -> tuple[str, ...]:
    """Known codes that no row names, not even one that waits for a person."""
    told = {row.code for row in (*settled.households, *settled.review)}
    return tuple(sorted(known.code for known in snapshot.households if known.code not in told))


def _suggestions(households: HouseholdPlan) -> tuple[Suggestion, ...]:
    new = [Suggestion(made.after.code, made.after.help_kinds) for made in households.create]
    for changed in households.change:
        before = set(changed.before.help_kinds)
        more = tuple(kind for kind in changed.after.help_kinds if kind not in before)
        new.append(Suggestion(changed.after.code, more))
    found = (suggestion for suggestion in new if suggestion.help_kinds)
    return tuple(sorted(found, key=lambda suggestion: suggestion.code))


def _warnings(settled: SettledRoster, issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """Issues of imported rows; what else is odd in a row that waits stands with its reasons."""
    waiting = {row.id for row in settled.review}
    return tuple(
        issue
        for issue in issues
        if issue.severity is Severity.WARNING and issue.row_id not in waiting
    )


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
