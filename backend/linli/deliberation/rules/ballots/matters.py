"""Which preset a matter suggests. A suggestion: a local lawyer confirms it before real use."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from linli.deliberation.rules.ballots.decision_rule import Preset
from linli.deliberation.rules.broken import RuleBrokenError


class Matter(StrEnum):
    """Matters that owners decide together (Civil Code, art. 278 (1), item in brackets)."""

    ASSEMBLY_RULES = "assembly_rules"  # (1)
    COVENANT = "covenant"  # (2)
    COMMITTEE = "committee"  # (3)
    MANAGER = "manager"  # (4)
    USE_OF_FUND = "use_of_fund"  # (5)
    LIFT_FROM_FUND = "lift_from_fund"  # (5)
    RAISING_FUND = "raising_fund"  # (6)
    OWNERS_PAY_EXTRA = "owners_pay_extra"  # (6), the careful reading
    REBUILDING = "rebuilding"  # (7)
    BUSINESS_ON_COMMON_PARTS = "business_on_common_parts"  # (8)
    LIFT_ADVERTISING = "lift_advertising"  # (8)
    BRAND_CHOICE = "brand_choice"  # (9)
    USE_OF_COMMON_REVENUE = "use_of_common_revenue"  # (9)
    OTHER_MAJOR = "other_major"  # (9)
    OPINION = "opinion"


_BY_LAW = {
    Matter.RAISING_FUND,
    Matter.REBUILDING,
    Matter.BUSINESS_ON_COMMON_PARTS,
    Matter.LIFT_ADVERTISING,
}
"""Items 6 to 8, for which the law itself asks for three quarters (art. 278 (2))."""
_SPECIAL = _BY_LAW | {Matter.OWNERS_PAY_EXTRA}


def _preset_of(matter: Matter) -> Preset:
    if matter is Matter.OPINION:
        return Preset.SURVEY
    return Preset.SPECIAL if matter in _SPECIAL else Preset.ORDINARY


SUGGESTED: Mapping[Matter, Preset] = MappingProxyType({m: _preset_of(m) for m in Matter})


def refuse_below_the_law(matter: Matter, preset: Preset) -> None:
    """Refuse to decide with less than the law asks for.

    Raises:
        RuleBrokenError: ``preset_below_the_law``.
    """
    if matter in _BY_LAW and preset is Preset.ORDINARY:
        raise RuleBrokenError("preset_below_the_law")


def is_weaker(matter: str, preset: str) -> bool:
    """Whether a preset asks for less than is suggested; the notice then says so."""
    return SUGGESTED[Matter(matter)] is Preset.SPECIAL and preset == Preset.ORDINARY
