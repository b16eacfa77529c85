"""The words of a canvass, as the API and the database write them (see the glossary)."""

from typing import Literal

Outcome = Literal["talked", "nobody_home", "refused", "moved", "ask_again"]
"""What came of knocking."""

Stance = Literal["support", "undecided", "oppose"]
"""What a household says it thinks of the project."""

DayPart = Literal["morning", "afternoon", "evening"]

DoorStep = Literal[
    "new",
    "tried",
    "talked",
    "refused",
    "moved",
    "ask_again",
    "escalated",
    "left_alone",
    "reopened",
]
"""Where a canvass stands at one door."""

Matter = Literal["old_grievance", "new_matter"]
"""旧账 or 新事: what has long been wrong, or what the project brings up."""

GrievanceCategory = Literal["noise", "lift", "leak", "money", "access", "safety", "other"]
GrievanceStatus = Literal["open", "answered", "closed"]

HelpKind = Literal["stair_support", "shopping", "medicine_pickup", "home_visit", "escort", "other"]
"""Kinds of help a visitor may suggest to the social worker."""
