"""Floor coefficients: a table of tiers without holes or overlaps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from linli.deliberation.rules.broken import RuleBrokenError


@dataclass(frozen=True, slots=True)
class Tier:
    """Storeys that weigh the same, first and last included; 1.1 is ``1100`` thousandths."""

    from_floor: int
    to_floor: int
    thousandths: int


def coefficients_by_floor(tiers: Sequence[Tier], floors: Iterable[int]) -> dict[int, int]:
    """Each storey's coefficient in thousandths.

    The table is what the owners adopt (Civil Code, art. 283: shares follow their agreement first).

    Raises:
        RuleBrokenError: ``tier_turned_round``, ``coefficient_negative``, ``coefficient_hole`` or
            ``coefficient_twice`` with the storeys concerned.
    """
    for tier in tiers:
        _check(tier)
    wanted = sorted(set(floors))
    found = {floor: [t.thousandths for t in tiers if _covers(t, floor)] for floor in wanted}
    _refuse("coefficient_hole", [floor for floor, values in found.items() if not values])
    _refuse("coefficient_twice", [floor for floor, values in found.items() if len(values) > 1])
    return {floor: values[0] for floor, values in found.items()}


def _check(tier: Tier) -> None:
    if tier.from_floor > tier.to_floor:
        raise RuleBrokenError("tier_turned_round", floors=[tier.from_floor, tier.to_floor])
    if tier.thousandths < 0:
        raise RuleBrokenError("coefficient_negative", floors=[tier.from_floor, tier.to_floor])


def _covers(tier: Tier, floor: int) -> bool:
    return tier.from_floor <= floor <= tier.to_floor


def _refuse(code: str, floors: list[int]) -> None:
    if floors:
        raise RuleBrokenError(code, floors=floors)
