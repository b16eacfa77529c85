"""The facts of feedback. Who reported, where exactly and in which words stays private."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft

_PRIVATE = ("stairwell_id", "floor", "place", "words", "household_id")


def feedback_reported(actor: Actor, report: dict[str, Any]) -> FactDraft:
    """Something was reported. The leaf names no account: it can be found by the report's id."""
    public = {"kind": report["kind"], "building": report["building_id"]}
    private = {"account": actor.account_id, **{name: report[name] for name in _PRIVATE}}
    at = report["happened_at"]
    return FactDraft(
        "deliberation.feedback.reported", None, "feedback", report["id"], at, public, private
    )


def fixed_answered(step_id: UUID, feedback_id: UUID, at: datetime) -> FactDraft:
    """A reporter's phone sent the answer to "is it fixed?"; the step has an entry of its own."""
    kind, public = "deliberation.feedback_step.sent", {"feedback": feedback_id}
    return FactDraft(kind, None, "feedback_step", step_id, at, public)


def feedback_moved(
    verb: str,
    feedback_id: UUID,
    at: datetime,
    by: Actor | None,
    public: dict[str, Any],
    **private: Any,
) -> FactDraft:
    """A report was ``answered``, ``declined``, ``reopened``…; a neighbour is named in private."""
    kind = f"deliberation.feedback.{verb}"
    return FactDraft(
        kind, by.account_id if by else None, "feedback", feedback_id, at, public, private
    )
