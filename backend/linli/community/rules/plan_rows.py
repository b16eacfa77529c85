"""A plan as rows to look at: one list for each outcome."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linli.community.rules.roster import (
    Field,
    HouseholdChange,
    ImportPlan,
    Issue,
    NewHousehold,
    OwnerState,
    Reason,
    Resident,
    ReviewRow,
)
from linli.community.rules.roster.issues import row_id

OUTCOMES = ("create", "change", "unchanged", "missing", "review", "skipped", "warning")
PlanRow = dict[str, Any]
"""row_id, sheet, row, column, header, field, value, code, details, household_code, changes; rows to
review have ``issues`` and ``cells`` besides."""

_SHOWN_OF_NEW = ("kind", "floor", "area_dm2", "occupancy", "owner_keys")
_NOT_SHOWN = "help_kinds"
"""What may help is for the social worker's visit; nobody else learns it from a list."""


def rows_of(plan: ImportPlan, known_owners: Iterable[OwnerState]) -> dict[str, Iterator[PlanRow]]:
    """The rows of a plan by outcome.

    Args:
        plan: the plan.
        known_owners: the owners there are, to show new households with their owners' names.
    """
    names = {owner.key: owner.name for owner in (*known_owners, *plan.new_owners)}
    return {
        "create": (_created(each, names) for each in plan.create),
        "change": (_changed(each) for each in plan.change),
        "unchanged": (_row(household_code=code) for code in plan.unchanged),
        "missing": (_row(household_code=code) for code in plan.missing_from_file),
        "review": (_to_review(each) for each in plan.review),
        "skipped": _skipped(plan),
        "warning": (_issue(each) for each in plan.warnings),
    }


def summary_of(plan: ImportPlan) -> dict[str, int]:
    """How many rows each outcome has, and how many doors a social worker might look into."""
    return {
        "create": len(plan.create),
        "change": len(plan.change),
        "unchanged": len(plan.unchanged),
        "missing": len(plan.missing_from_file),
        "review": len(plan.review),
        "skipped": len(plan.skipped) + len(plan.skipped_sheets),
        "warning": len(plan.warnings),
        "suggestions": len(plan.suggestions),
        "buildings": len(plan.new_buildings),
        "owners": len(plan.new_owners),
        "sold": len(plan.sold),
    }


def rows_to_write(plan: ImportPlan) -> int:
    """About how many rows applying a plan writes, to tell how far it is."""
    people = sum(len(each.after.owner_keys) + len(each.after.residents) for each in plan.create)
    owners = len(plan.new_owners) + len(plan.changed_owners)
    return len(plan.create) + len(plan.change) + people + owners


def effect_of(plan: ImportPlan) -> list[Any]:
    """All that applying the plan would write, in a fixed order; equal plans have equal effects."""
    return [
        plan.new_buildings,
        plan.changed_buildings,
        plan.new_stairwells,
        plan.new_owners,
        plan.changed_owners,
        plan.create,
        plan.change,
        plan.suggestions,
        plan.sold,
    ]


def _row(**known: Any) -> PlanRow:
    return {
        "row_id": None,
        "sheet": None,
        "row": None,
        "column": None,
        "header": None,
        "field": None,
        "value": None,
        "code": None,
        "details": {},
        "household_code": None,
        "changes": [],
        **known,
    }


def _place(name: str) -> PlanRow:
    sheet, row = name.rsplit("!", 1)
    return {"row_id": name, "sheet": sheet, "row": int(row)}


def _created(new: NewHousehold, names: Mapping[str, str]) -> PlanRow:
    values = {name: getattr(new.after, name) for name in _SHOWN_OF_NEW}
    values["owner_keys"] = tuple(names.get(key, key) for key in new.after.owner_keys)
    changes = [
        _change(name, None, value) for name, value in values.items() if value not in (None, ())
    ]
    return _row(**_place(new.row_id), household_code=new.after.code, changes=changes)


def _changed(changed: HouseholdChange) -> PlanRow:
    changes = [
        _change(each.name, each.before, each.after)
        for each in changed.changes
        if each.name != _NOT_SHOWN
    ]
    code = changed.after.code
    return _row(**_place(changed.row_id), household_code=code, changes=changes)


def _change(name: str, before: object, after: object) -> dict[str, Any]:
    shown = "owners" if name == "owner_keys" else name
    return {"field": shown, "before": _shown(before), "after": _shown(after)}


def _shown(value: object) -> object:
    if not isinstance(value, tuple):
        return value
    texts = [each.name if isinstance(each, Resident) else str(each) for each in value]
    return "、".join(texts) or None


def _issue(issue: Issue) -> PlanRow:
    return _row(
        row_id=issue.row_id,
        sheet=issue.sheet,
        row=issue.row,
        column=issue.column,
        header=issue.header,
        value=issue.value,
        field=issue.field.value,
        code=issue.reason.value,
        details=dict(issue.details),
    )


def _to_review(waiting: ReviewRow) -> PlanRow:
    first, *_ = waiting.issues
    return {
        **_issue(first),
        "household_code": waiting.code,
        "issues": [_issue(each) for each in waiting.issues],
        "cells": [
            {"field": field.value, "header": header, "value": value}
            for field, header, value in waiting.cells
        ],
    }


def _skipped(plan: ImportPlan) -> Iterator[PlanRow]:
    for sheet in plan.skipped_sheets:
        yield _row(sheet=sheet.sheet, code=sheet.reason.value)
    for row in plan.skipped:
        name = row_id(row.sheet, row.row)
        yield _row(row_id=name, sheet=row.sheet, row=row.row, code=row.reason.value)


def review_row_of(row: PlanRow) -> ReviewRow:
    """The row to review that ``rows_of`` made a plan row of."""
    return ReviewRow(
        row_id=row["row_id"],
        sheet=row["sheet"],
        row=row["row"],
        code=row["household_code"],
        issues=tuple(_issue_of(each) for each in row["issues"]),
        cells=tuple((Field(each["field"]), each["header"], each["value"]) for each in row["cells"]),
    )


def _issue_of(row: PlanRow) -> Issue:
    return Issue(
        sheet=row["sheet"],
        row=row["row"],
        column=row["column"],
        header=row["header"],
        field=Field(row["field"]),
        value=row["value"],
        reason=Reason(row["code"]),
        details=tuple(row["details"].items()),
    )
