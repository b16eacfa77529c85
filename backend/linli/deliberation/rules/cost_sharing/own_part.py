"""How much of the whole one home is, method by method, as steps."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from linli.deliberation.rules.cost_sharing.cost import Cost, Method
from linli.deliberation.rules.cost_sharing.home import Home
from linli.deliberation.rules.cost_sharing.riders import riders_by_step
from linli.deliberation.rules.cost_sharing.step import Step, StepKind
from linli.deliberation.rules.cost_sharing.weights import (
    by_area,
    by_coefficient_area,
    by_floor_coefficient,
    per_household,
)


def own_part(cost: Cost, home: Home) -> Iterator[Step]:
    """The home's own figure beside the sum of all paying homes (Civil Code, art. 283)."""
    return _TELL[cost.method](cost, home)


def _area(cost: Cost, home: Home) -> Iterator[Step]:
    weights = by_area(cost)
    yield Step(StepKind.OWN_AREA, {"own_dm2": weights[home.code], "all_dm2": sum(weights.values())})


def _household(cost: Cost, home: Home) -> Iterator[Step]:
    yield Step(
        StepKind.ONE_HOUSEHOLD, {"floor": home.floor, "all": sum(per_household(cost).values())}
    )


def _coefficient(cost: Cost, home: Home) -> Iterator[Step]:
    weights = by_floor_coefficient(cost)
    own, every = weights[home.code], sum(weights.values())
    values = {"floor": home.floor, "own_thousandths": own, "all_thousandths": every}
    yield Step(StepKind.OWN_COEFFICIENT, values)


def _coefficient_area(cost: Cost, home: Home) -> Iterator[Step]:
    coefficient, weights = by_floor_coefficient(cost)[home.code], by_coefficient_area(cost)
    values = {
        "floor": home.floor,
        "own_thousandths": coefficient,
        "own_dm2": home.area_dm2,
        "own": weights[home.code],
        "all": sum(weights.values()),
    }
    yield Step(StepKind.OWN_COEFFICIENT_AREA, values)


def _halves(cost: Cost, home: Home) -> Iterator[Step]:
    yield from _coefficient(cost, home)
    yield from _area(cost, home)


def _storeys(cost: Cost, home: Home) -> Iterator[Step]:
    riders = riders_by_step(cost.homes, cost.ground_floor)
    yield Step(StepKind.EQUAL_STEPS, {"steps": len(riders), "floor": home.floor})
    for storey, homes in riders.items():
        if storey <= home.floor:
            yield Step(StepKind.SHARED_STEP, {"storey": storey, "homes": homes})


def _table(cost: Cost, home: Home) -> Iterator[Step]:
    yield Step(StepKind.FROM_TABLE, {"fen": cost.table_fen[home.code]})


_TELL: Mapping[Method, Callable[[Cost, Home], Iterator[Step]]] = MappingProxyType(
    {
        Method.AREA: _area,
        Method.PER_HOUSEHOLD: _household,
        Method.FLOOR_COEFFICIENT: _coefficient,
        Method.COEFFICIENT_AREA: _coefficient_area,
        Method.HALF_HALF: _halves,
        Method.INCREMENTAL: _storeys,
        Method.MANUAL: _table,
    }
)
