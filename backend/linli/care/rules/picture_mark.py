"""How a door is marked on the building picture."""

from typing import Literal

from linli.care.rules.visit_words import DoorStep

CanvassMark = Literal["none", "tried", "talked", "escalated", "left_alone", "not_assigned"]


def canvass_mark(state: DoorStep, *, done: bool, assigned: bool) -> CanvassMark:
    """The mark of a door; ``talked`` also where nothing is left to do (refused, moved away)."""
    if state in {"left_alone", "escalated"}:
        return "left_alone" if state == "left_alone" else "escalated"
    if done:
        return "talked"
    if state != "new":
        return "tried"
    return "none" if assigned else "not_assigned"
