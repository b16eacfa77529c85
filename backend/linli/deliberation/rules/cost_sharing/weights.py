"""The weight of every home in every method; an exempt home weighs nothing."""

from collections.abc import Callable, Mapping
from math import lcm
from types import MappingProxyType

from linli.deliberation.rules.cost_sharing.coefficients import coefficients_by_floor
from linli.deliberation.rules.cost_sharing.cost import Cost, Method
from linli.deliberation.rules.cost_sharing.home import Home
from linli.deliberation.rules.cost_sharing.riders import riders_by_step

Weights = dict[str, int]


def by_area(cost: Cost) -> Weights:
    """Each dm² weighs the same: what the law does where nothing is agreed (Civil Code, 283)."""
    return {home.code: _area(home) for home in cost.homes}


def per_household(cost: Cost) -> Weights:
    """Each home weighs the same, if the owners agree on it (Civil Code, art. 283)."""
    return {home.code: int(not home.exempt) for home in cost.homes}


def by_floor_coefficient(cost: Cost) -> Weights:
    """Each home weighs its storey's coefficient, as the owners adopt it (Civil Code, art. 283)."""
    coefficients = _coefficients(cost)
    return {home.code: _coefficient(home, coefficients) for home in cost.homes}


def by_coefficient_area(cost: Cost) -> Weights:
    """Coefficient × area, normalised by Σ(coefficient × area) (Civil Code, art. 283)."""
    coefficients = _coefficients(cost)
    return {h.code: _coefficient(h, coefficients) * h.area_dm2 for h in cost.homes}


def half_and_half(cost: Cost) -> Weights:
    """Half of the net by coefficient, half by area (Civil Code, art. 283).

    Both halves over one denominator: weight = coefficient × Σarea + area × Σcoefficient. A home
    whose storey has coefficient 0 still pays its half by area; an exempt one pays nothing. Where
    nobody has a coefficient, or nobody an area, nobody could pay that half: all weights are 0.
    """
    coefficients = _coefficients(cost)
    all_coefficients = sum(_coefficient(home, coefficients) for home in cost.homes)
    all_area = sum(_area(home) for home in cost.homes)
    return {
        home.code: _coefficient(home, coefficients) * all_area + _area(home) * all_coefficients
        for home in cost.homes
    }


def incremental(cost: Cost) -> Weights:
    """Each storey's step is shared by those who ride at least that far.

    The steps are equal parts of the net; this is the airport rule (Littlechild and Owen 1973),
    adopted by agreement (Civil Code, art. 283).
    """
    riders = riders_by_step(cost.homes, cost.ground_floor)
    scale = lcm(*riders.values())
    weight, by_floor = 0, {}
    for floor, number in riders.items():
        weight += scale // number
        by_floor[floor] = weight
    return {h.code: 0 if h.exempt else by_floor.get(h.floor, 0) for h in cost.homes}


def _coefficients(cost: Cost) -> dict[int, int]:
    return coefficients_by_floor(cost.tiers, (home.floor for home in cost.homes if not home.exempt))


def _coefficient(home: Home, coefficients: Mapping[int, int]) -> int:
    return 0 if home.exempt else coefficients[home.floor]


def _area(home: Home) -> int:
    return 0 if home.exempt else home.area_dm2


WEIGHTS: Mapping[Method, Callable[[Cost], Weights]] = MappingProxyType(
    {
        Method.AREA: by_area,
        Method.PER_HOUSEHOLD: per_household,
        Method.FLOOR_COEFFICIENT: by_floor_coefficient,
        Method.COEFFICIENT_AREA: by_coefficient_area,
        Method.HALF_HALF: half_and_half,
        Method.INCREMENTAL: incremental,
    }
)
