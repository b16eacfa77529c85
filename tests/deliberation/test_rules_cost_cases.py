"""Cases C1 to C6, to the fen."""

from collections import Counter

from linli.deliberation.rules.cost_sharing.coefficients import Tier
from linli.deliberation.rules.cost_sharing.cost import Cost, Method
from linli.deliberation.rules.cost_sharing.home import Home
from linli.deliberation.rules.cost_sharing.shares import share
from linli.deliberation.rules.cost_sharing.sources import Source, SourceKind

C4_SOURCES = (
    Source(SourceKind.POLICY_SUBSIDY, 15_000_000),
    Source(SourceKind.COMMON_REVENUE, 3_000_000),
)
C4_HOMES = tuple(
    Home(f"{floor:02d}{door:02d}", floor, 8500) for floor in range(1, 19) for door in range(1, 5)
)


def tiers(first: int, *thousandths: int) -> tuple[Tier, ...]:
    return tuple(Tier(floor, floor, c) for floor, c in enumerate(thousandths, first))


def homes(floors: range, doors: int, area_dm2: int) -> tuple[Home, ...]:
    return tuple(
        Home(f"{floor}0{door}", floor, area_dm2) for floor in floors for door in range(1, doors + 1)
    )


def by_floor(cost: Cost) -> dict[int, list[int]]:
    """Floor → shares in fen, which must add up to the net."""
    shares = share(cost)
    assert sum(shares.fen.values()) == shares.net.net_fen
    found: dict[int, list[int]] = {}
    for home in cost.homes:
        found.setdefault(home.floor, []).append(shares.fen[home.code])
    return found


def test_c1_by_floor_coefficient() -> None:
    table = tiers(1, 0, 500, 1000, 1100, 1200, 1300)
    cost = Cost(
        "lift", 35_000_000, (), Method.FLOOR_COEFFICIENT, homes(range(1, 7), 2, 8000), table
    )
    expected = [0, 1_715_686, 3_431_373, 3_774_510, 4_117_647, 4_460_784]
    assert by_floor(cost) == {floor: [fen] * 2 for floor, fen in enumerate(expected, 1)}


def test_c2_by_floor_coefficient_with_two_storeys_free() -> None:
    table = (Tier(1, 2, 0), *tiers(3, 700, 800, 900, 1000, 1100, 1200, 1300))
    cost = Cost(
        "lift", 60_000_000, (), Method.FLOOR_COEFFICIENT, homes(range(1, 10), 2, 8000), table
    )
    paying = [3_000_000, 3_428_571, 3_857_143, 4_285_714, 4_714_286, 5_142_857, 5_571_429]
    expected = dict(enumerate([0, 0, *paying], 1))
    assert by_floor(cost) == {floor: [fen] * 2 for floor, fen in expected.items()}


def test_c3_by_coefficient_and_area() -> None:
    table = (Tier(1, 2, 0), *tiers(3, 700, 800, 900, 1000, 1100, 1200, 1300))
    areas = [7000, 7500, 8000, 8500, 9000, 9500, 10_000]
    owners = tuple(Home(f"{floor}01", floor, area) for floor, area in enumerate(areas, 3))
    cost = Cost("lift", 60_000_000, (), Method.COEFFICIENT_AREA, owners, table)
    paying = [4_827_586, 5_911_330, 7_093_596, 8_374_384, 9_753_695, 11_231_527, 12_807_882]
    assert by_floor(cost) == {floor: [fen] for floor, fen in enumerate(paying, 3)}


def test_c4_by_area_after_subsidy_and_common_revenue() -> None:
    cost = Cost("lift", 28_000_000, C4_SOURCES, Method.AREA, C4_HOMES)
    shares = share(cost)
    assert shares.net.net_fen == 10_000_000
    assert Counter(shares.fen.values()) == {138_889: 64, 138_888: 8}
    smaller = {code for code, fen in shares.fen.items() if fen == 138_888}
    assert smaller == {"1701", "1702", "1703", "1704", "1801", "1802", "1803", "1804"}


def test_c5_by_tiers_of_storeys() -> None:
    table = (Tier(1, 1, 0), Tier(2, 2, 600), Tier(3, 6, 800), Tier(7, 12, 1000), Tier(13, 18, 1200))
    cost = Cost("lift", 28_000_000, C4_SOURCES, Method.FLOOR_COEFFICIENT, C4_HOMES, table)
    found = by_floor(cost)
    assert found[1] == [0] * 4
    assert found[2] == [88_235] * 4
    assert {fen for floor in range(3, 7) for fen in found[floor]} == {117_647}
    assert {fen for floor in range(7, 13) for fen in found[floor]} == {147_059}
    top = Counter(fen for floor in range(13, 19) for fen in found[floor])
    assert top == {176_470: 12, 176_471: 12}
    assert found[13] == [176_471] * 4
    assert found[18] == [176_470] * 4


def test_c6_half_by_coefficient_and_half_by_area() -> None:
    owners = (Home("101", 1, 10_000), Home("201", 2, 8000), Home("301", 3, 6000))
    cost = Cost("lift", 12_000_000, (), Method.HALF_HALF, owners, tiers(1, 1000, 2000, 3000))
    assert share(cost).fen == {"101": 3_500_000, "201": 4_000_000, "301": 4_500_000}


def test_incremental_by_hand() -> None:
    """Two steps of 100: the first is shared by floors 2 and 3, the second is floor 3's alone."""
    owners = tuple(Home(f"{floor}01", floor, 8000) for floor in (1, 2, 3))
    cost = Cost("lift", 200, (), Method.INCREMENTAL, owners)
    assert share(cost).fen == {"101": 0, "201": 50, "301": 150}
