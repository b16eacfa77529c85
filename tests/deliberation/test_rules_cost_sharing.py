"""What must hold for every way of sharing a cost."""

import time
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.cost_sharing.coefficients import Tier
from linli.deliberation.rules.cost_sharing.comparison import Spread, compare, floor_rows, spread
from linli.deliberation.rules.cost_sharing.cost import Cost, Method
from linli.deliberation.rules.cost_sharing.home import Home
from linli.deliberation.rules.cost_sharing.largest_remainder import largest_remainder
from linli.deliberation.rules.cost_sharing.receivables import (
    receivable_digest,
    receivable_list,
)
from linli.deliberation.rules.cost_sharing.reductions import Reduction
from linli.deliberation.rules.cost_sharing.scheme import Scheme, compute
from linli.deliberation.rules.cost_sharing.shares import share
from linli.deliberation.rules.cost_sharing.sources import Source, SourceKind, net_of

FLOORS = range(1, 13)
COMPUTED = [method for method in Method if method is not Method.MANUAL]


@st.composite
def costs(draw: st.DrawFn, scope: str = "lift", methods: tuple[Method, ...] = ()) -> Cost:
    drawn = st.tuples(st.sampled_from(FLOORS), st.integers(1, 30_000), st.integers(0, 4))
    homes = tuple(
        Home(f"{scope}-{n:02d}", floor, area, exempt=not lot)
        for n, (floor, area, lot) in enumerate(draw(st.lists(drawn, min_size=1, max_size=20)))
    )
    coefficients = [draw(st.integers(0, 2000)) for _ in FLOORS]
    table = tuple(Tier(floor, floor, c) for floor, c in zip(FLOORS, coefficients, strict=True))
    total = draw(st.integers(1, 10**10))
    subsidy = draw(st.integers(0, total))
    sources = (Source(SourceKind.POLICY_SUBSIDY, subsidy),) if subsidy else ()
    method = draw(st.sampled_from(methods or COMPUTED))
    return Cost(scope, total, sources, method, homes, table)


def somebody_pays(cost: Cost) -> bool:
    try:
        share(cost)
    except RuleBrokenError as refused:
        return refused.code != "nobody_pays"
    return True


def exact(cost: Cost) -> dict[str, Fraction]:
    """The same shares by rational arithmetic, written down independently of the rules."""
    net = cost.total_fen - sum(source.amount_fen for source in cost.sources)
    table = {tier.from_floor: tier.thousandths for tier in cost.tiers}
    paying = [home for home in cost.homes if not home.exempt]
    top = max(home.floor for home in paying)

    def part(own: Callable[[Home], int]) -> dict[str, Fraction]:
        every = sum(own(home) for home in paying)
        return {home.code: Fraction(net * own(home), every) for home in paying}

    def ride(home: Home) -> Fraction:
        steps = range(2, home.floor + 1)
        return sum(
            (Fraction(net, (top - 1) * sum(h.floor >= s for h in paying)) for s in steps),
            Fraction(0),
        )

    match cost.method:
        case Method.AREA:
            found = part(lambda home: home.area_dm2)
        case Method.PER_HOUSEHOLD:
            found = part(lambda _: 1)
        case Method.FLOOR_COEFFICIENT:
            found = part(lambda home: table[home.floor])
        case Method.COEFFICIENT_AREA:
            found = part(lambda home: table[home.floor] * home.area_dm2)
        case Method.HALF_HALF:
            one, other = part(lambda home: table[home.floor]), part(lambda home: home.area_dm2)
            found = {code: (one[code] + other[code]) / 2 for code in one}
        case _:
            found = {home.code: ride(home) for home in paying}
    return {home.code: found.get(home.code, Fraction(0)) for home in cost.homes}


@given(costs())
def test_shares_always_add_up_to_the_net_exactly(cost: Cost) -> None:
    assume(somebody_pays(cost))
    shares = share(cost)
    assert sum(shares.fen.values()) == shares.net.net_fen
    assert min(shares.fen.values()) >= 0
    assert shares.fen.keys() == {home.code for home in cost.homes}


@given(costs())
def test_no_share_is_a_fen_or_more_from_its_exact_value(cost: Cost) -> None:
    assume(somebody_pays(cost) and any(not home.exempt for home in cost.homes))
    shares = share(cost)
    assume(sum(shares.weights.values()))
    for code, fraction in exact(cost).items():
        assert abs(shares.fen[code] - fraction) < 1


@given(costs())
def test_an_exempt_home_pays_nothing_whatever_the_method(cost: Cost) -> None:
    assume(somebody_pays(cost))
    fen = share(cost).fen
    assert all(fen[home.code] == 0 for home in cost.homes if home.exempt)


@given(costs(), st.randoms(use_true_random=False))
def test_the_order_of_homes_and_tiers_never_changes_a_share(cost: Cost, random: Random) -> None:
    assume(somebody_pays(cost))
    homes, tiers = list(cost.homes), list(cost.tiers)
    random.shuffle(homes)
    random.shuffle(tiers)
    shuffled = replace(cost, homes=tuple(homes), tiers=tuple(tiers))
    assert share(shuffled).fen == share(cost).fen


@given(costs())
def test_whoever_weighs_more_never_pays_less(cost: Cost) -> None:
    assume(somebody_pays(cost))
    shares = share(cost)
    order = sorted(shares.weights, key=lambda code: shares.weights[code])
    for lighter, heavier in pairwise(order):
        if shares.weights[lighter] < shares.weights[heavier]:
            assert shares.fen[lighter] <= shares.fen[heavier]


@given(costs(methods=(Method.INCREMENTAL,)))
def test_whoever_rides_further_never_pays_less(cost: Cost) -> None:
    assume(somebody_pays(cost))
    fen = share(cost).fen
    paying = sorted((home for home in cost.homes if not home.exempt), key=lambda home: home.floor)
    for lower, higher in pairwise(paying):
        if lower.floor < higher.floor:
            assert fen[lower.code] <= fen[higher.code]


@given(
    st.dictionaries(st.text("abc", min_size=1), st.integers(0, 10**6), min_size=1, max_size=12),
    st.integers(0, 10**9),
)
def test_equal_remainders_are_settled_by_household_code(
    weights: dict[str, int], net_fen: int
) -> None:
    assume(sum(weights.values()))
    fen = largest_remainder(net_fen, weights)
    codes = sorted(weights)
    for first, second in pairwise(codes):
        if weights[first] == weights[second]:
            assert fen[first] >= fen[second]


def test_something_to_share_among_nobody_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="nobody_pays"):
        largest_remainder(1, {"101": 0})
    assert largest_remainder(0, {"101": 0}) == {"101": 0}


def lift(scope: str, total_fen: int, *codes: str) -> Cost:
    homes = tuple(Home(code, 1, 8000) for code in codes)
    return Cost(scope, total_fen, (), Method.AREA, homes)


def test_each_lift_is_shared_by_its_own_households() -> None:
    computed = compute(Scheme((lift("a", 1000, "101", "102"), lift("b", 300, "102", "103"))))
    assert computed.shares_fen == {"101": 500, "102": 650, "103": 150}


@given(costs("a"), costs("b"))
def test_a_lift_that_costs_more_changes_nothing_for_the_households_of_another(
    one: Cost, other: Cost
) -> None:
    assume(somebody_pays(one) and somebody_pays(other))
    dearer = replace(other, total_fen=other.total_fen * 2)
    assume(somebody_pays(dearer))
    before, after = compute(Scheme((one, other))), compute(Scheme((one, dearer)))
    assert all(before.shares_fen[h.code] == after.shares_fen[h.code] for h in one.homes)


def test_the_same_lift_or_home_given_twice_is_refused() -> None:
    with pytest.raises(RuleBrokenError, match="scope_twice"):
        compute(Scheme((lift("a", 1, "101"), lift("a", 1, "102"))))
    with pytest.raises(RuleBrokenError, match="home_twice"):
        share(lift("a", 1, "101", "101"))


FUND, SUBSIDY = SourceKind.MAINTENANCE_FUND, SourceKind.POLICY_SUBSIDY


def test_sources_are_taken_in_their_order_and_may_cover_the_whole_cost() -> None:
    net = net_of(1000, [Source(FUND, 300), Source(SUBSIDY, 700)])
    assert [source.kind for source in net.taken] == [SUBSIDY, FUND]
    assert net.net_fen == 0


def test_a_source_never_exceeds_what_is_left() -> None:
    with pytest.raises(RuleBrokenError, match="source_exceeds_rest") as refused:
        net_of(1000, [Source(FUND, 301), Source(SUBSIDY, 700)])
    assert refused.value.values == {"kind": "maintenance_fund", "left_fen": 300}


@pytest.mark.parametrize(
    ("total_fen", "amount_fen", "code"),
    [(0, 1, "total_not_positive"), (-5, 1, "total_not_positive"), (9, 0, "source_not_positive")],
)
def test_amounts_that_make_no_sense_are_refused(total_fen: int, amount_fen: int, code: str) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        net_of(total_fen, [Source(FUND, amount_fen)])


TWO_HOMES = (Home("101", 1, 8000), Home("301", 3, 8000))


@pytest.mark.parametrize(
    ("tiers", "code"),
    [
        ((Tier(1, 2, 500),), "coefficient_hole"),
        ((Tier(1, 3, 500), Tier(3, 9, 600)), "coefficient_twice"),
        ((Tier(3, 1, 500),), "tier_turned_round"),
        ((Tier(1, 9, -1),), "coefficient_negative"),
    ],
)
def test_a_coefficient_table_with_a_hole_or_an_overlap_is_refused(
    tiers: tuple[Tier, ...], code: str
) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        share(Cost("lift", 100, (), Method.FLOOR_COEFFICIENT, TWO_HOMES, tiers))


def test_a_hole_is_told_with_its_storeys_and_an_exempt_home_leaves_none() -> None:
    homes = (*TWO_HOMES, Home("901", 9, 8000, exempt=True))
    cost = Cost("lift", 100, (), Method.HALF_HALF, homes, (Tier(1, 1, 1000),))
    with pytest.raises(RuleBrokenError) as refused:
        share(cost)
    assert refused.value.values == {"floors": [3]}


@pytest.mark.parametrize(
    ("table", "code"),
    [
        ({"101": 40}, "table_has_a_hole"),
        ({"101": 40, "301": 60, "401": 0}, "table_names_strangers"),
        ({"101": -1, "301": 101}, "table_negative"),
        ({"101": 40, "301": 59}, "table_does_not_add_up"),
    ],
)
def test_a_table_by_hand_must_be_whole_and_add_up(table: dict[str, int], code: str) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        share(Cost("lift", 100, (), Method.MANUAL, TWO_HOMES, table_fen=table))


def test_a_table_by_hand_may_not_charge_an_exempt_home() -> None:
    homes = (TWO_HOMES[0], replace(TWO_HOMES[1], exempt=True))
    table = {"101": 99, "301": 1}
    with pytest.raises(RuleBrokenError, match="table_charges_exempt"):
        share(Cost("lift", 100, (), Method.MANUAL, homes, table_fen=table))
    whole = {"101": 100, "301": 0}
    assert share(Cost("lift", 100, (), Method.MANUAL, homes, table_fen=whole)).fen == whole


def reduced(*reductions: Reduction, budget_fen: int = 1000) -> Scheme:
    return Scheme((lift("a", 1000, "101", "102"),), reductions, {"common_revenue": budget_fen})


def test_a_reduction_is_paid_by_its_payer_and_leaves_the_neighbours_as_they_were() -> None:
    payments = compute(reduced(Reduction("101", 200, "common_revenue"))).payments
    assert payments.homes_fen == {"101": 300, "102": 500}
    assert payments.payers_fen == {"common_revenue": 200}


@pytest.mark.parametrize(
    ("reduction", "code"),
    [
        (Reduction("101", 501, "common_revenue"), "reduction_exceeds_share"),
        (Reduction("101", 0, "common_revenue"), "reduction_not_positive"),
        (Reduction("109", 1, "common_revenue"), "reduction_of_stranger"),
        (Reduction("101", 1, "the neighbours"), "reduction_without_payer"),
    ],
)
def test_a_reduction_without_a_payer_or_a_share_is_refused(reduction: Reduction, code: str) -> None:
    with pytest.raises(RuleBrokenError, match=code):
        compute(reduced(reduction))


def test_a_payer_gives_no_more_than_it_has() -> None:
    reductions = [Reduction(code, 300, "common_revenue") for code in ("101", "102")]
    with pytest.raises(RuleBrokenError, match="payer_exhausted"):
        compute(reduced(*reductions, budget_fen=599))
    assert compute(reduced(*reductions, budget_fen=600)).payments.payers_fen == {
        "common_revenue": 600
    }


@given(costs(), st.data())
def test_homes_and_payers_together_pay_the_net_exactly(cost: Cost, data: st.DataObject) -> None:
    assume(somebody_pays(cost))
    fen = share(cost).fen
    reductions = tuple(
        Reduction(code, data.draw(st.integers(1, share_fen)), "fund")
        for code, share_fen in fen.items()
        if share_fen and data.draw(st.booleans())
    )
    computed = compute(Scheme((cost,), reductions, {"fund": 10**12}))
    paid = [*computed.payments.homes_fen.values(), *computed.payments.payers_fen.values()]
    assert sum(paid) == computed.shares[0].net.net_fen
    untouched = fen.keys() - {one.home for one in reductions}
    assert all(computed.payments.homes_fen[code] == fen[code] for code in untouched)


def test_schemes_side_by_side_tell_who_gains_and_who_loses() -> None:
    result = compare({"a": 10, "b": 20, "c": 30, "d": 5}, {"a": 15, "b": 12, "c": 30, "d": 6})
    assert [(one.code, one.change) for one in result.gain] == [("b", -8)]
    assert [(one.code, one.change) for one in result.lose] == [("a", 5), ("d", 1)]
    assert result.same == 1


def test_schemes_of_different_homes_are_not_compared() -> None:
    with pytest.raises(RuleBrokenError, match="schemes_of_different_homes"):
        compare({"a": 1}, {"b": 1})


def test_the_spread_is_measured_among_those_who_pay() -> None:
    found = spread({"a": 0, "b": 30, "c": 10, "d": 20, "e": 40})
    assert (found.homes, found.paying, found.least, found.middle, found.most) == (5, 4, 10, 20, 40)
    assert found.total == 100
    assert spread({"a": 9, "b": 7, "c": 5, "d": 3, "e": 1}).middle == 5
    assert spread({"a": 0, "b": 0}) == Spread(2, paying=0, least=0, middle=0, most=0, total=0)


def test_storeys_are_listed_from_the_top() -> None:
    homes = [Home("101", 1, 1), Home("201", 2, 1), Home("202", 2, 1)]
    rows = floor_rows(homes, {"101": 5, "201": 7, "202": 9})
    assert [(row.floor, row.homes, row.least, row.most) for row in rows] == [
        (2, 2, 7, 9),
        (1, 1, 5, 5),
    ]


def test_an_adopted_scheme_is_frozen_with_a_digest_that_one_fen_changes() -> None:
    scheme = reduced(Reduction("101", 200, "common_revenue"))
    document = receivable_list(compute(scheme))
    assert document["homes_fen"] == {"101": "300", "102": "500"}
    assert document["net_fen"] == "1000"
    other = receivable_list(compute(reduced(Reduction("101", 201, "common_revenue"))))
    assert receivable_digest(document) != receivable_digest(other)
    turned = replace(scheme, costs=(lift("a", 1000, "102", "101"),))
    assert receivable_digest(document) == receivable_digest(receivable_list(compute(turned)))


@pytest.mark.parametrize("method", Method)
def test_ten_thousand_homes_are_shared_in_a_tenth_of_a_second(method: Method) -> None:
    homes = tuple(Home(f"{n:05d}", 1 + n % 33, 4000 + n * 7919 % 11_000) for n in range(10_000))
    table = tuple(Tier(floor, floor, 500 + 40 * floor) for floor in range(1, 34))
    manual = {home.code: 1000 for home in homes}
    cost = Cost("all", 10_000_000, (), method, homes, table, manual)
    took = []
    for _ in range(3):
        start = time.process_time()
        shares = share(cost)
        took.append(time.process_time() - start)
    assert sum(shares.fen.values()) == 10_000_000
    assert min(took) < 0.1
