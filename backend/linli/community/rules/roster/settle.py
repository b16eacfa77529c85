"""Looks at all rows together: missing stairwells, impossible floors, rooms told twice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linli.community.rules.roster.columns import Field
from linli.community.rules.roster.issues import Issue, SkippedRow
from linli.community.rules.roster.parse import ParsedRoster
from linli.community.rules.roster.reasons import Reason, Severity
from linli.community.rules.roster.row import RosterRow
from linli.community.rules.roster.same_room import SameRooms, join_same_rooms
from linli.community.rules.roster.stairwells import settle_stairwells
from linli.community.rules.roster.storeys import beyond_building


@dataclass(frozen=True, slots=True)
class SettledRoster:
    """What the file says of the community, row conflicts put aside.

    Attributes:
        households: One row for each household that can be imported, in the order of the file.
        review: Rows that wait for a person, in the order of the file.
        issues: All issues, of review rows and warnings, in the order of the file.
        skipped: Rows that are no household or only repeat one.
    """

    households: tuple[RosterRow, ...]
    review: tuple[RosterRow, ...]
    issues: tuple[Issue, ...]
    skipped: tuple[SkippedRow, ...]


def settle_roster(
    parsed: ParsedRoster, known_stairwells: Iterable[tuple[str, str]] = ()
) -> SettledRoster:
    """Decide what each row means next to the others.

    Args:
        parsed: The rows, in any order.
        known_stairwells: (building, stairwell) that exist already.
    """
    issues = _Issues(parsed)
    rows = sorted(parsed.rows, key=lambda row: row.order)
    stairwells = settle_stairwells(rows, known_stairwells)
    for row, reason in stairwells.doubts:
        issues.add(row, Field.STAIRWELL, reason)
    rows = stairwells.rows
    _judge_floors(rows, issues)
    joined = join_same_rooms([row for row in rows if row.id not in issues.waiting])
    for found in joined.disagreements:
        issues.add(found.row, found.field, found.reason, first_row=found.first_row)
    return _settled(rows, joined, issues, parsed.skipped)


class _Issues:
    """The issues so far, and the rows that wait for a person because of them."""

    def __init__(self, parsed: ParsedRoster) -> None:
        self._sources = parsed.sources
        self._order = {row.sheet: row.order[0] for row in parsed.rows}
        self.all = list(parsed.issues)
        self.waiting = {issue.row_id for issue in self.all if issue.severity is Severity.REVIEW}

    def add(self, row: RosterRow, field: Field, reason: Reason, **details: str | int) -> None:
        self.all.append(self._sources[row.sheet].issue(row.order[1], field, reason, **details))
        if reason.severity is Severity.REVIEW:
            self.waiting.add(row.id)

    def in_order(self) -> tuple[Issue, ...]:
        fields = list(Field)
        return tuple(
            sorted(
                self.all,
                key=lambda issue: (
                    self._order[issue.sheet],
                    issue.row,
                    issue.severity is Severity.WARNING,
                    fields.index(issue.field),
                ),
            )
        )


def _judge_floors(rows: Sequence[RosterRow], issues: _Issues) -> None:
    told = {found.row_id for found in issues.all if found.reason is Reason.FLOOR_BEYOND_BUILDING}
    for row, storeys in beyond_building(rows):
        if row.id not in told and Reason.FLOOR_BEYOND_BUILDING not in row.accepted:
            details = {"floor": row.floor or 0, "storeys": storeys}
            issues.add(row, Field.ROOM, Reason.FLOOR_BEYOND_BUILDING, **details)


def _settled(
    rows: Sequence[RosterRow], joined: SameRooms, issues: _Issues, skipped: Sequence[SkippedRow]
) -> SettledRoster:
    for row in joined.households:
        if row.area_dm2 is None:
            issues.add(row, Field.AREA, Reason.AREA_MISSING)
    return SettledRoster(
        households=tuple(row for row in joined.households if row.id not in issues.waiting),
        review=tuple(row for row in rows if row.id in issues.waiting),
        issues=issues.in_order(),
        skipped=(*skipped, *joined.repeated),
    )
