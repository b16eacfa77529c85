"""One home's share, told so that anyone can reckon it again."""

from dataclasses import replace
from fractions import Fraction

import pytest

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.cost_sharing.coefficients import Tier
from linli.deliberation.rules.cost_sharing.cost import Cost, Method
from linli.deliberation.rules.cost_sharing.explanation import explain
from linli.deliberation.rules.cost_sharing.home import Home
from linli.deliberation.rules.cost_sharing.reductions import Reduction
from linli.deliberation.rules.cost_sharing.scheme import Scheme, compute
from linli.deliberation.rules.cost_sharing.sources import Source, SourceKind
from linli.deliberation.rules.cost_sharing.step import Step, StepKind

AREAS = {1: 10_000, 2: 8000, 3: 6500}
COST = Cost(
    scope="lift 1",
    total_fen=1_000_007,
    sources=(Source(SourceKind.POLICY_SUBSIDY, 100_000),),
    method=Method.AREA,
    homes=tuple(Home(f"{floor}0{n}", floor, area) for floor, area in AREAS.items() for n in (1, 2)),
    tiers=tuple(Tier(floor, floor, 1000 * floor) for floor in AREAS),
    table_fen={"101": 7, "102": 0, "201": 0, "202": 0, "301": 900_000, "302": 0},
)
NET = 900_007


def told(cost: Cost, code: str) -> tuple[list[Step], int]:
    scheme = Scheme((cost,))
    computed = compute(scheme)
    return explain(scheme, computed, code), computed.payments.homes_fen[code]


def own_share(steps: list[Step]) -> Fraction:
    """The exact share from the home's own figures in the steps, as a neighbour would reckon it."""
    values = {step.kind: step.values for step in steps}
    match next(step.kind for step in steps if step.kind not in FRAME):
        case StepKind.OWN_AREA:
            area = values[StepKind.OWN_AREA]
            return Fraction(NET * int(area["own_dm2"]), int(area["all_dm2"]))
        case StepKind.ONE_HOUSEHOLD:
            return Fraction(NET, int(values[StepKind.ONE_HOUSEHOLD]["all"]))
        case StepKind.OWN_COEFFICIENT_AREA:
            both = values[StepKind.OWN_COEFFICIENT_AREA]
            assert both["own"] == int(both["own_thousandths"]) * int(both["own_dm2"])
            return Fraction(NET * int(both["own"]), int(both["all"]))
        case StepKind.EQUAL_STEPS:
            each = Fraction(NET, int(values[StepKind.EQUAL_STEPS]["steps"]))
            ridden = [s for s in steps if s.kind is StepKind.SHARED_STEP]
            return sum((each / int(s.values["homes"]) for s in ridden), Fraction(0))
        case _:
            coefficient = values[StepKind.OWN_COEFFICIENT]
            own, every = coefficient["own_thousandths"], coefficient["all_thousandths"]
            return Fraction(NET * int(own), int(every))


FRAME = {StepKind.COST, StepKind.LESS_SOURCE, StepKind.NET, StepKind.SHARE, StepKind.PAYS}


@pytest.mark.parametrize(
    "method", [m for m in Method if m not in (Method.MANUAL, Method.HALF_HALF)]
)
@pytest.mark.parametrize("code", ["101", "202", "301"])
def test_the_figures_in_the_steps_give_the_share(method: Method, code: str) -> None:
    steps, pays = told(replace(COST, method=method), code)
    share = next(step.values for step in steps if step.kind is StepKind.SHARE)
    exact = Fraction(int(share["numerator"]), int(share["denominator"]))
    assert exact == own_share(steps)
    assert share["rounded_down_fen"] == exact.numerator // exact.denominator
    assert int(share["rounded_down_fen"]) + int(share["extra_fen"]) == share["fen"] == pays
    assert share["extra_fen"] in (0, 1)


def test_half_and_half_tells_both_halves() -> None:
    steps, _ = told(replace(COST, method=Method.HALF_HALF), "201")
    values = {step.kind: step.values for step in steps}
    one, other = values[StepKind.OWN_COEFFICIENT], values[StepKind.OWN_AREA]
    halves = Fraction(int(one["own_thousandths"]), int(one["all_thousandths"])) + Fraction(
        int(other["own_dm2"]), int(other["all_dm2"])
    )
    share = values[StepKind.SHARE]
    assert Fraction(int(share["numerator"]), int(share["denominator"])) == NET * halves / 2


def test_the_way_from_the_cost_to_the_net_is_told_first() -> None:
    steps, _ = told(COST, "101")
    assert steps[:3] == [
        Step(StepKind.COST, {"scope": "lift 1", "fen": 1_000_007}),
        Step(StepKind.LESS_SOURCE, {"kind": "policy_subsidy", "fen": 100_000}),
        Step(StepKind.NET, {"fen": NET}),
    ]
    assert steps[-1].kind is StepKind.PAYS


def test_a_table_by_hand_is_named_as_such() -> None:
    steps, pays = told(replace(COST, method=Method.MANUAL), "101")
    assert steps[3:5] == [Step(StepKind.FROM_TABLE, {"fen": 7}), Step(StepKind.SHARE, {"fen": 7})]
    assert pays == 7


def test_where_sources_pay_everything_the_share_is_told_as_nothing() -> None:
    ground = replace(COST, method=Method.INCREMENTAL, homes=COST.homes[:2])
    paid = replace(ground, sources=(Source(SourceKind.MAINTENANCE_FUND, COST.total_fen),))
    steps, pays = told(paid, "101")
    assert Step(StepKind.SHARE, {"fen": 0}) in steps
    assert pays == 0


def test_an_exempt_home_is_told_so() -> None:
    homes = (replace(COST.homes[0], exempt=True), *COST.homes[1:])
    steps, pays = told(replace(COST, homes=homes), "101")
    assert Step(StepKind.EXEMPT, {}) in steps
    assert pays == 0


def test_a_reduction_names_its_payer() -> None:
    scheme = Scheme((COST,), (Reduction("101", 200, "common_revenue"),), {"common_revenue": 200})
    computed = compute(scheme)
    steps = explain(scheme, computed, "101")
    assert steps[-2] == Step(StepKind.LESS_REDUCTION, {"payer": "common_revenue", "fen": 200})
    assert steps[-1].values == {"fen": computed.shares_fen["101"] - 200}
    assert StepKind.LESS_REDUCTION not in {s.kind for s in explain(scheme, computed, "102")}


def test_a_home_of_two_lifts_is_told_both() -> None:
    scheme = Scheme((COST, replace(COST, scope="lift 2", homes=COST.homes[:2])))
    steps = explain(scheme, compute(scheme), "101")
    scopes = [step.values["scope"] for step in steps if step.kind is StepKind.COST]
    assert scopes == ["lift 1", "lift 2"]
    shares = [int(s.values["fen"]) for s in steps if s.kind is StepKind.SHARE]
    assert steps[-1].values == {"fen": sum(shares)}


def test_a_home_outside_the_scheme_is_refused() -> None:
    scheme = Scheme((COST,))
    with pytest.raises(RuleBrokenError, match="home_unknown"):
        explain(scheme, compute(scheme), "999")
