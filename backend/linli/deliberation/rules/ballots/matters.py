"""Which preset a matter suggests. A suggestion: a local lawyer confirms it before real use."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from linli.deliberation.rules.ballots.decision_rule import Preset


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


_SPECIAL = {
    Matter.RAISING_FUND,
    Matter.OWNERS_PAY_EXTRA,
    Matter.REBUILDING,
    Matter.BUSINESS_ON_COMMON_PARTS,
    Matter.LIFT_ADVERTISING,
}


def _preset_of(matter: Matter) -> Preset:
    if matter is Matter.OPINION:
        return Preset.SURVEY
    return Preset.SPECIAL if matter in _SPECIAL else Preset.ORDINARY


SUGGESTED: Mapping[Matter, Preset] = MappingProxyType({m: _preset_of(m) for m in Matter})
