"""How a door is marked on the building picture."""

from typing import Literal

from linli.care.rules.visit_words import DoorStep

DoorMark = Literal["none", "tried", "talked", "escalated", "left_alone"]


def door_mark(state: DoorStep, *, done: bool) -> DoorMark:
    """The mark of a door that something happened at; ``none`` where nothing has yet.

    It is the latest step, unless an earlier talk says more than a try that came after it.
    """
    match state:
        case "left_alone" | "escalated" | "talked":
            return state
        case "refused" | "moved":
            return "tried"
        case "tried" | "ask_again" | "reopened":
            return "talked" if done else "tried"
        case "new":
            return "none"
