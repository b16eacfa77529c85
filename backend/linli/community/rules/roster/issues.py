"""Issues of rows: where, what stood there, and why a person should look."""

import dataclasses
from dataclasses import dataclass

from linli.community.rules.roster.columns import Field
from linli.community.rules.roster.reasons import Reason, Severity, SkipReason


def row_id(sheet: str, row: int) -> str:
    """The name of a row, stable for one file: `花名册!1032`."""
    return f"{sheet}!{row}"


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to look at in one row.

    Attributes:
        sheet: Name of the sheet.
        row: Row as the spreadsheet numbers it.
        column: Letter of the column; None when the sheet has no such column.
        header: Its heading.
        field: What the column means.
        value: What stands there, at most eighty characters.
        reason: Stable code.
        details: Figures that explain the reason, such as the storeys of the building.
    """

    sheet: str
    row: int
    column: str | None
    header: str | None
    field: Field
    value: str = dataclasses.field(repr=False)
    reason: Reason
    details: tuple[tuple[str, str | int], ...] = ()

    @property
    def row_id(self) -> str:
        """See `row_id`."""
        return row_id(self.sheet, self.row)

    @property
    def severity(self) -> Severity:
        """Whether the row waits for a person."""
        return self.reason.severity


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A row below the header that is not a household, and why."""

    sheet: str
    row: int
    reason: SkipReason
