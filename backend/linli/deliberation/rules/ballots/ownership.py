"""Ownership rows: what the register of owners knows when a round opens."""

from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
    """Kinds of exclusive parts that weigh differently."""

    HOME = "home"
    SHOP = "shop"
    PARKING = "parking"


@dataclass(frozen=True, slots=True)
class OwnershipRow:
    """One owner of one unit.

    Attributes:
        unit: key of the exclusive part (household or parking space).
        kind: a parking space weighs only as the round's settings say.
        area_dm2: the unit's exclusive area in dm², by the land register, else the survey, else
            the sale contract (SPC Interpretation on building ownership, 法释〔2020〕17号, art. 8).
        building: key of the unit's building.
        stairwell: key of the unit's stairwell.
        owner: key of the owner; never a name.
        verified: whether the ownership was checked against a document.
        named_voter: whether the co-owners agreed on this one to vote for the unit
            (建房〔2009〕274号, art. 25).
        developer: key of the developer while the unit is unsold or undelivered, else ``None``.
    """

    unit: str
    kind: UnitKind
    area_dm2: int
    building: str
    stairwell: str
    owner: str
    verified: bool = True
    named_voter: bool = False
    developer: str | None = None
