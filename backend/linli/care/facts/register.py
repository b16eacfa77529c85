"""The facts of the assistance register, care tasks and assistance visits.

Nothing about a need is public but that something happened to it: counted by kind, even ids would
tell of small groups. Kind and household are private and go with the need's content.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.facts.leaf import FactDraft


def need_fact(
    verb: str,
    need_id: UUID,
    actor_id: UUID | None,
    at: datetime,
    private: Mapping[str, Any] | None = None,
    **public: Any,
) -> FactDraft:
    """A need was ``registered``, ``reviewed``, ``consented``, ``paused``, ``ended``, ``erased``.

    ``resumed``: a pause was struck. ``actor_id`` is ``None`` where a date did it.
    """
    kind = f"care.assistance_need.{verb}"
    return FactDraft(kind, actor_id, "assistance_need", need_id, at, public, dict(private or {}))


def task_fact(
    verb: str, task_id: UUID, actor_id: UUID | None, at: datetime, **private: Any
) -> FactDraft:
    """Something happened to a care task; ``verb`` is a ``TaskVerb``."""
    return FactDraft(f"care.care_task.{verb}", actor_id, "care_task", task_id, at, {}, private)


def help_logged(actor_id: UUID, visit: Mapping[str, Any], ahead: int | None) -> FactDraft:
    """An assistance visit was logged. In public only that it was, and a phone's clock ahead."""
    private = {name: visit[name] for name in ("household_id", "care_task_id", "did", "outcome")}
    return FactDraft(
        "care.assistance_visit.logged",
        actor_id,
        "assistance_visit",
        visit["id"],
        visit["happened_at"],
        {"clock_ahead_seconds": ahead},
        private,
    )


def register_fact(
    verb: str,
    subject_kind: str,
    subject_id: UUID,
    actor_id: UUID | None,
    at: datetime,
    **public: Any,
) -> FactDraft:
    """Anything else that happened around the register, by the table of what it happened to."""
    kind = f"care.{subject_kind}.{verb}"
    return FactDraft(kind, actor_id, subject_kind, subject_id, at, public)
