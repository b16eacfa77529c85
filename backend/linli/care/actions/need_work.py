"""The kinds of due work of the register."""

PLAN_TASKS = "care.need.plan"
"""Make the tasks of a need for the days ahead."""

KEEP_DATES = "care.need.dates"
"""See to a need whose review, end or missing consent has come due."""

CHECK_TASK = "care.task.check"
"""See whether a task has grown late."""

ERASE_NOTE = "care.visit.note"
"""Erase the note of a visit that belongs to no need."""
