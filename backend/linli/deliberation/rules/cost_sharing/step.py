"""A sentence before it has words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """The sentences of an explanation."""

    COST = "cost"
    LESS_SOURCE = "less_source"
    NET = "net"
    EXEMPT = "exempt"
    OWN_AREA = "own_area"
    ONE_HOUSEHOLD = "one_household"
    OWN_COEFFICIENT = "own_coefficient"
    OWN_COEFFICIENT_AREA = "own_coefficient_area"
    EQUAL_STEPS = "equal_steps"
    SHARED_STEP = "shared_step"
    FROM_TABLE = "from_table"
    SHARE = "share"
    LESS_REDUCTION = "less_reduction"
    PAYS = "pays"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a reckoning.

    Attributes:
        kind: which sentence to say.
        values: the figures in it: fen, dm², thousandths, storeys, keys; never a float.
    """

    kind: StepKind
    values: Mapping[str, int | str]
