"""The facts of comparison lists and site visits. Who signed, and their words, stay private."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft


def list_changed(actor: Actor, verb: str, list_id: UUID, at: datetime, **public: Any) -> FactDraft:
    """A list was ``made``, ``revised`` or ``published``."""
    kind = f"deliberation.comparison_list.{verb}"
    return FactDraft(kind, actor.account_id, "comparison_list", list_id, at, public)


def visit_reported(
    actor: Actor, report_id: UUID, at: datetime, list_id: UUID, private: dict[str, Any]
) -> FactDraft:
    """Somebody wrote down what was seen of an option."""
    kind, public = "deliberation.site_visit.reported", {"list": list_id}
    return FactDraft(kind, actor.account_id, "site_visit_report", report_id, at, public, private)


def report_signed(
    actor: Actor, signature_id: UUID, at: datetime, report_id: UUID, private: dict[str, Any]
) -> FactDraft:
    """Somebody stands for a report."""
    kind, public = "deliberation.site_visit.signed", {"report": report_id}
    return FactDraft(
        kind, actor.account_id, "site_visit_signature", signature_id, at, public, private
    )
