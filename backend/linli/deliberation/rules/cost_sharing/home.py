"""A home as cost sharing sees it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Home:
    """One household that a lift serves.

    Attributes:
        code: household code; breaks ties between equal remainders.
        floor: storey by its number; below the ground it is negative.
        area_dm2: exclusive area in dm².
        exempt: decided not to pay at all: its weight is 0 in every method.
    """

    code: str
    floor: int
    area_dm2: int
    exempt: bool = False
