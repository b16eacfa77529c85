"""Roster files as communities keep them, and a community that takes a plan in."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace

from openpyxl import Workbook

from linli.community.files import read_workbook
from linli.community.rules.roster import (
    Cell,
    Decisions,
    HouseholdState,
    ImportPlan,
    OwnerState,
    ParsedRoster,
    Sheet,
    Snapshot,
    guess_layouts,
    parse_roster,
    plan_import,
)

HEADINGS = [
    "序号",
    "楼栋",
    "单元",
    "房号",
    "建筑面积",
    "业主姓名",
    "联系电话",
    "实际居住人",
    "居住人数",
    "房屋状态",
    "备注",
]
Rows = Sequence[Sequence[Cell]]


def xlsx(sheets: dict[str, Rows], merged: Sequence[str] = ()) -> bytes:
    """A workbook; `merged` ranges belong to its first sheet."""
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in sheets.items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    for cells in merged:
        workbook.worksheets[0].merge_cells(cells)
    return saved(workbook)


def saved(workbook: Workbook) -> bytes:
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def csv_file(rows: Rows, encoding: str, delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode(encoding)


def sheet(rows: Rows, headings: Sequence[str] = HEADINGS, name: str = "花名册") -> Sheet:
    """A sheet as the reader gives it, without a file."""
    return Sheet(name, [list(headings), *(list(row) for row in rows)])


def parsed(*sheets: Sheet, decisions: Decisions | None = None) -> ParsedRoster:
    return parse_roster(sheets, guess_layouts(sheets), decisions)


def planned(
    *sheets: Sheet, known: Snapshot | None = None, decisions: Decisions | None = None
) -> ImportPlan:
    return plan_import(parsed(*sheets, decisions=decisions), known or Snapshot())


def planned_file(content: bytes, filename: str = "roster.xlsx") -> ImportPlan:
    return planned(*read_workbook(content, filename))


def applied(plan: ImportPlan, known: Snapshot | None = None) -> Snapshot:
    """The community after the plan: what an import has to do, on plain data."""
    before = known or Snapshot()
    keys = {owner.key: f"o{len(before.owners)}-{owner.key}" for owner in plan.new_owners}
    owners = {owner.key: owner for owner in before.owners}
    owners |= {change.after.key: change.after for change in plan.changed_owners}
    created = [replace(owner, key=keys[owner.key]) for owner in plan.new_owners]
    buildings = {building.name: building for building in (*before.buildings, *plan.new_buildings)}
    buildings |= {change.after.name: change.after for change in plan.changed_buildings}
    households = {household.code: household for household in before.households}
    for told in (*plan.create, *plan.change):
        households[told.after.code] = _with_keys(told.after, keys)
    return Snapshot(
        buildings=tuple(buildings.values()),
        stairwells=(*before.stairwells, *plan.new_stairwells),
        households=tuple(households.values()),
        owners=(*owners.values(), *created),
    )


def owner_names(state: Snapshot, code: str) -> list[str]:
    """Names of a household's owners, in order."""
    owners: dict[str, OwnerState] = {owner.key: owner for owner in state.owners}
    household = next(found for found in state.households if found.code == code)
    return [owners[key].name for key in household.owner_keys]


def _with_keys(household: HouseholdState, keys: dict[str, str]) -> HouseholdState:
    return replace(household, owner_keys=tuple(keys.get(key, key) for key in household.owner_keys))
