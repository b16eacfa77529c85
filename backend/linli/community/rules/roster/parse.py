"""Reads the rows of a workbook, each for itself; what needs the other rows comes in `settle`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from linli.community.rules.roster.collector import cycles_not_searched
from linli.community.rules.roster.columns import Field, RowCells
from linli.community.rules.roster.decisions import Decision, Decisions, Keep, Skip
from linli.community.rules.roster.issues import Issue, SkippedRow, row_id
from linli.community.rules.roster.layout import Layout, SkippedSheet
from linli.community.rules.roster.parse_row import parse_row
from linli.community.rules.roster.reasons import ACCEPTABLE, Reason, SkipReason
from linli.community.rules.roster.row import RosterRow
from linli.community.rules.roster.shared_cells import shared_cells
from linli.community.rules.roster.sheet import Cell, Progress, Sheet
from linli.community.rules.roster.skipping import RowFilter
from linli.community.rules.roster.sources import SheetSource

_ROWS_PER_REPORT = 2_000


@dataclass(frozen=True, slots=True)
class ParsedRoster:
    """What the sheets say, row by row.

    Attributes:
        rows: Every row that is not skipped, also those that wait for a person.
        issues: In the order of the rows.
        skipped: Rows that are no household.
        skipped_sheets: Sheets that are not read.
        sources: The sheets by name.
        unused_decisions: Row ids of decisions that fit no row: made for another file.
    """

    rows: tuple[RosterRow, ...]
    issues: tuple[Issue, ...]
    skipped: tuple[SkippedRow, ...]
    skipped_sheets: tuple[SkippedSheet, ...]
    sources: Mapping[str, SheetSource] = field(repr=False)
    unused_decisions: frozenset[str] = frozenset()


@cycles_not_searched()
def parse_roster(
    sheets: Sequence[Sheet],
    layouts: Sequence[Layout | SkippedSheet],
    decisions: Decisions | None = None,
    progress: Progress | None = None,
) -> ParsedRoster:
    """Read every row of the sheets that have a layout; never raises on what cells hold.

    Args:
        sheets: As `read_workbook` returns them.
        layouts: As `guess_layouts` guesses them or a person corrects them, matched by sheet name.
        decisions: What a person decided, by row id.
        progress: Called with "parsing", rows done, rows in all.

    Raises:
        KeyError: a layout is for a sheet that is not there.
    """
    by_name = {sheet.name: (at, sheet) for at, sheet in enumerate(sheets)}
    readers = [
        _SheetParser(*by_name[layout.sheet], layout, decisions or {})
        for layout in layouts
        if isinstance(layout, Layout)
    ]
    total = sum(len(reader.source.sheet.rows) for reader in readers)
    done = 0
    for reader in readers:
        done = reader.parse(progress or _silent, done, total)
    return _together(readers, layouts, decisions or {})


def _silent(_phase: str, _done: int, _total: int) -> None:
    pass


class _SheetParser:
    """Collects rows, issues and skipped rows of one sheet."""

    def __init__(self, at: int, sheet: Sheet, layout: Layout, decisions: Decisions) -> None:
        self.source = SheetSource(sheet, layout)
        self.rows: list[RosterRow] = []
        self.issues: list[Issue] = []
        self.skipped: list[SkippedRow] = []
        self.decided: set[str] = set()
        self._at = at
        self._decisions = decisions
        self._filter = RowFilter(sheet, layout)
        self._shared_rooms = shared_cells(sheet, layout, Field.ROOM)
        self._shared_areas = shared_cells(sheet, layout, Field.AREA)

    def parse(self, progress: Progress, done: int, total: int) -> int:
        for number, raw, cells in self.source.rows():
            decision = self._decision(number)
            reason = self._reason_to_skip(decision, raw, cells)
            if reason is None:
                self._parse_row(number, cells, decision)
            else:
                self.skipped.append(SkippedRow(self.source.sheet.name, number, reason))
            if number % _ROWS_PER_REPORT == 0:
                progress("parsing", done + number, total)
        done += len(self.source.sheet.rows)
        progress("parsing", done, total)
        return done

    def _decision(self, number: int) -> Decision | None:
        if not self._decisions:
            return None
        name = row_id(self.source.sheet.name, number)
        decision = self._decisions.get(name)
        if decision is not None:
            self.decided.add(name)
        return decision

    def _reason_to_skip(
        self, decision: Decision | None, raw: list[Cell], cells: RowCells
    ) -> SkipReason | None:
        if isinstance(decision, Skip):
            return SkipReason.BY_DECISION
        return None if decision else self._filter.reason_to_skip(raw, cells)

    def _parse_row(self, number: int, cells: RowCells, decision: Keep | Skip | None) -> None:
        accepted: frozenset[Reason] = frozenset()
        if isinstance(decision, Keep):
            accepted = decision.accepting & ACCEPTABLE
            cells = self.source.correct(number, cells, dict(decision.fields))
        sheet, layout = self.source.sheet, self.source.layout
        row, problems = parse_row(cells, sheet.name, (self._at, number), layout.building)
        room = self._shared_rooms.get(number)
        area = self._shared_areas.get(number)
        retyped = isinstance(decision, Keep) and Field.AREA in decision.fields
        if area is not None and area != room and not retyped:
            problems.append((Field.AREA, Reason.AREA_SHARED))
        if room is not None or accepted:
            row = replace(row, shared_room=room, accepted=accepted)
        self.rows.append(row)
        for column, reason in problems:
            if reason not in accepted:
                self.issues.append(self.source.issue(number, column, reason))


def _together(
    readers: list[_SheetParser], layouts: Sequence[Layout | SkippedSheet], decisions: Decisions
) -> ParsedRoster:
    used = {name for reader in readers for name in reader.decided}
    return ParsedRoster(
        rows=tuple(row for reader in readers for row in reader.rows),
        issues=tuple(issue for reader in readers for issue in reader.issues),
        skipped=tuple(row for reader in readers for row in reader.skipped),
        skipped_sheets=tuple(layout for layout in layouts if isinstance(layout, SkippedSheet)),
        sources={reader.source.sheet.name: reader.source for reader in readers},
        unused_decisions=frozenset(decisions) - used,
    )
