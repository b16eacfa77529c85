"""Why a row waits, in the caller's language."""

from collections.abc import Callable

from linli.community.rules.plan_rows import PlanRow
from linli.community.rules.roster import Issue
from linli.kernel.db.transaction import Row
from linli.kernel.http.answers import text_of


def explained(language: str, row: PlanRow) -> Row:
    """A plan row as the API shows it: every code with its sentence."""
    issues = [_issue(language, each) for each in row.get("issues", ())]
    shown = {name: value for name, value in row.items() if name != "details"}
    message = _message(language, row["code"], row["details"])
    return {**shown, "message": message, "issues": issues, "cells": row.get("cells", [])}


def explaining(language: str) -> tuple[Callable[[Issue], str], tuple[str, str]]:
    """How to explain an issue, and the headings of row number and reason."""

    def explain(issue: Issue) -> str:
        return _message(language, issue.reason.value, dict(issue.details)) or ""

    headings = (text_of(language, "roster.row", {}), text_of(language, "roster.reason", {}))
    return explain, headings


def _issue(language: str, row: PlanRow) -> Row:
    names = ("column", "header", "field", "value", "code")
    message = _message(language, row["code"], row["details"])
    return {**{name: row[name] for name in names}, "message": message}


def _message(language: str, code: str | None, details: dict[str, str | int]) -> str | None:
    return None if code is None else text_of(language, f"roster.{code}", details)
