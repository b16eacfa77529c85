"""The facts of canvasses, door visits and grievances. Households and words stay private."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft

_VISIT_PRIVATE = (
    "household_id",
    "outcome",
    "stance",
    "explained",
    "next_at",
    "next_part",
    "leave_alone",
)


def canvass_opened(actor: Actor, canvass_id: UUID, at: datetime, **about: Any) -> FactDraft:
    """A canvass was opened; who is asked what is everybody's business."""
    return FactDraft("care.canvass.opened", actor.account_id, "canvass", canvass_id, at, about)


def doors_assigned(
    actor: Actor, assignment_id: UUID, at: datetime, public: dict[str, Any], account_id: UUID
) -> FactDraft:
    """Doors were assigned to an account, which is named in private."""
    kind = "care.canvass_assignment.made"
    private = {"account": account_id}
    return FactDraft(
        kind, actor.account_id, "canvass_assignment", assignment_id, at, public, private
    )


def doors_withdrawn(actor: Actor, assignment_id: UUID, at: datetime) -> FactDraft:
    """An assignment was taken back."""
    kind = "care.canvass_assignment.withdrawn"
    return FactDraft(kind, actor.account_id, "canvass_assignment", assignment_id, at)


def visit_logged(actor: Actor, visit: dict[str, Any], ahead: int | None) -> FactDraft:
    """A door visit was logged. In public only that it was, and that the phone's clock was ahead."""
    public = {"canvass": visit["canvass_id"], "clock_ahead_seconds": ahead}
    return FactDraft(
        "care.door_visit.logged",
        actor.account_id,
        "door_visit",
        visit["id"],
        visit["happened_at"],
        public,
        {name: visit[name] for name in _VISIT_PRIVATE},
    )


def grievance_raised(actor: Actor, grievance: dict[str, Any]) -> FactDraft:
    """A grievance was heard. Its matter and category are public, its words are not."""
    public = {"matter": grievance["matter"], "category": grievance["category"]}
    private = {"household": grievance["household_id"], "words": grievance["words"]}
    return FactDraft(
        "care.grievance.raised",
        actor.account_id,
        "grievance",
        grievance["id"],
        grievance["raised_at"],
        public,
        private,
    )


def grievance_changed(
    actor: Actor, verb: str, grievance_id: UUID, at: datetime, **private: Any
) -> FactDraft:
    """A grievance was ``assigned``, ``answered`` or ``closed``."""
    kind = f"care.grievance.{verb}"
    return FactDraft(kind, actor.account_id, "grievance", grievance_id, at, {}, private)


def door_reopened(
    actor: Actor, reopening_id: UUID, at: datetime, canvass_id: UUID, private: dict[str, Any]
) -> FactDraft:
    """A lead lets a door be knocked at again."""
    kind, public = "care.door_reopening.made", {"canvass": canvass_id}
    return FactDraft(kind, actor.account_id, "door_reopening", reopening_id, at, public, private)


def door_came_to(verb: str, door_id: UUID, at: datetime, **public: Any) -> FactDraft:
    """What comes of time and tries: ``escalated``, ``due``, ``missed``, ``reminded``."""
    return FactDraft(f"care.canvass_door.{verb}", None, "canvass_door", door_id, at, public)
