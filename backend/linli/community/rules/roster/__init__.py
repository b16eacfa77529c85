"""Reads a roster of households and plans its import. Pure: no database, no clock, no files.

The way from a file to a plan, each step a function of the one before::

    sheets = read_workbook(content, filename)          # linli.community.files
    layouts = guess_layouts(sheets)                    # open to correction: layout_at, with_columns
    parsed = parse_roster(sheets, layouts, decisions)  # rows, issues, skipped rows
    plan = plan_import(parsed, snapshot)               # create, change, unchanged, review, …
    xlsx = write_refused_rows(plan.review, words)      # linli.community.files

A person corrects layouts (which sheet, which header row, which column) and decides rows: a mapping
from `ReviewRow.row_id` to `Skip()` or `Keep(fields, accepting)`. Both flow in at the same places
on every run; nothing is patched afterwards, so the same input always gives an equal plan.

The steps hold the interpreter while they run: a server runs large files in a process of their own,
which also gives the memory back (100,000 rows take 280 MB). `with cycles_not_searched():` around
all steps spares what each step already spares for itself once more between them.

What holds throughout: identity numbers never get past the reading of the file; areas are whole dm²;
a blank cell leaves what is known alone; nothing is deleted; what is in doubt waits in `plan.review`
with a stable `Reason`; what was left out is counted in `plan.skipped` with a `SkipReason`; words
about health in remarks become `plan.suggestions` (kinds of help) and are not kept.
"""

from linli.community.rules.roster.building_plan import BuildingChange
from linli.community.rules.roster.collector import cycles_not_searched
from linli.community.rules.roster.columns import Field
from linli.community.rules.roster.decisions import Decision, Decisions, Keep, Skip
from linli.community.rules.roster.household_kinds import Kind
from linli.community.rules.roster.household_plan import (
    FieldChange,
    HouseholdChange,
    NewHousehold,
)
from linli.community.rules.roster.import_plan import ImportPlan, ReviewRow, Suggestion
from linli.community.rules.roster.issues import Issue, SkippedRow
from linli.community.rules.roster.layout import (
    Layout,
    NoLayout,
    SkippedSheet,
    guess_layout,
    guess_layouts,
    layout_at,
    with_columns,
)
from linli.community.rules.roster.occupancy import Occupancy
from linli.community.rules.roster.owner_plan import OwnerChange
from linli.community.rules.roster.owners import Owner, OwnerKind
from linli.community.rules.roster.parse import ParsedRoster, parse_roster
from linli.community.rules.roster.plan import plan_import
from linli.community.rules.roster.reasons import ACCEPTABLE, Reason, Severity, SkipReason
from linli.community.rules.roster.remarks import HelpKind, Remark, RoleWord
from linli.community.rules.roster.residents import Resident
from linli.community.rules.roster.row import Party, RosterRow
from linli.community.rules.roster.same_owner import OwnerGroup, same_owners
from linli.community.rules.roster.settle import SettledRoster, settle_roster
from linli.community.rules.roster.sheet import Cell, Progress, Sheet, Span, column_letters
from linli.community.rules.roster.snapshot import (
    BuildingState,
    HouseholdState,
    OwnerState,
    Snapshot,
)

__all__ = [
    "ACCEPTABLE",
    "BuildingChange",
    "BuildingState",
    "Cell",
    "Decision",
    "Decisions",
    "Field",
    "FieldChange",
    "HelpKind",
    "HouseholdChange",
    "HouseholdState",
    "ImportPlan",
    "Issue",
    "Keep",
    "Kind",
    "Layout",
    "NewHousehold",
    "NoLayout",
    "Occupancy",
    "Owner",
    "OwnerChange",
    "OwnerGroup",
    "OwnerKind",
    "OwnerState",
    "ParsedRoster",
    "Party",
    "Progress",
    "Reason",
    "Remark",
    "Resident",
    "ReviewRow",
    "RoleWord",
    "RosterRow",
    "SettledRoster",
    "Severity",
    "Sheet",
    "Skip",
    "SkipReason",
    "SkippedRow",
    "SkippedSheet",
    "Snapshot",
    "Span",
    "Suggestion",
    "column_letters",
    "cycles_not_searched",
    "guess_layout",
    "guess_layouts",
    "layout_at",
    "parse_roster",
    "plan_import",
    "same_owners",
    "settle_roster",
    "with_columns",
]
