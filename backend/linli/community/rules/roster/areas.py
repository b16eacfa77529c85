"""Reads an area into whole square decimetres; no float survives."""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from linli.community.rules.roster.household_kinds import Kind
from linli.community.rules.roster.locations import is_blank
from linli.community.rules.roster.plain_text import compact
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.sheet import Cell

_AREA = re.compile(
    r"([+-]?)((?:\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.\d{0,20})?|\.\d{1,20})"
    r"(?:m2|m\^2|m²|平方米|平米|平方|平|米2|sqm)?",
    re.IGNORECASE,
)
_DM2_PER_M2 = 100
# Formulas leave dust such as 76.25000000000001; a third decimal that someone typed is more.
_DUST = Decimal("0.0001")
_PLAUSIBLE_M2 = {Kind.HOME: (5, 2_000), Kind.SHOP: (1, 100_000)}


class AreaText(NamedTuple):
    """An area in dm², and what is wrong or worth a look."""

    area_dm2: int | None = None
    problem: Reason | None = None


@lru_cache(maxsize=16384)
def read_area(cell: Cell) -> AreaText:
    """Area from `89.5`, `８９．５０`, `89.50㎡`, `102.3平米`, `1,024.00 m2`.

    More than two decimals are rounded half up, as the land register does, with a warning. A blank
    cell gives no area and no problem: another row of the same room may have it.
    """
    text = compact(cell)
    if is_blank(text):
        return AreaText()
    match = _AREA.fullmatch(text)
    if match is None:
        return AreaText(problem=Reason.AREA_NOT_A_NUMBER)
    exact = Decimal(match[2].replace(",", "")) * _DM2_PER_M2
    if exact == 0:
        return AreaText(problem=Reason.AREA_ZERO)
    if match[1] == "-":
        return AreaText(problem=Reason.AREA_NEGATIVE)
    area = int(exact.to_integral_value(ROUND_HALF_UP))
    return AreaText(area, Reason.AREA_ROUNDED if abs(exact - area) > _DUST else None)


def is_plausible(area_dm2: int, kind: Kind) -> bool:
    """Whether a home or shop can be so large; catches a lost decimal point."""
    least, most = _PLAUSIBLE_M2[kind]
    return least * _DM2_PER_M2 <= area_dm2 <= most * _DM2_PER_M2
