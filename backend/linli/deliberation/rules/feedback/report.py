"""A resident's report as the rules see it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class FeedbackKind(StrEnum):
    """What feedback is about."""

    NOISE = "noise"
    ACCESS = "access"
    DUST = "dust"
    LIGHTING = "lighting"
    BUTTON_HEIGHT = "button_height"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Report:
    """One report.

    Attributes:
        id: its key.
        kind: what it is about.
        building: key; ``None`` for a place outside.
        stairwell: key; ``None`` when not known.
        floor: storey; ``None`` when not known.
        household: key of the reporter's home, to count homes and not reports.
        reported_on: day.
        state: of the feedback lifecycle.
        promised_on: day that an answer named.
    """

    id: str
    kind: FeedbackKind
    building: str | None
    stairwell: str | None
    floor: int | None
    household: str
    reported_on: date
    state: str = "reported"
    promised_on: date | None = None
