"""Ten thousand homes, and tables made elsewhere, on both databases."""

import io
from collections.abc import AsyncIterator

import pytest
from xlsxwriter import Workbook

from factories.care_canvass_stage import code
from factories.cost_plans import Costs, costing, shares, tiers
from linli.config import Settings
from linli.deliberation.rules.cost_sharing.table_rows import read_table
from linli.kernel.db.database import Database

TOTAL = 3_500_000_001
"""Divides by nothing near."""


@pytest.fixture
async def costs(database: Database, config: Settings) -> AsyncIterator[Costs]:
    async with costing(database, config) as made:
        yield made


async def test_ten_thousand_homes_add_up_to_the_fen_and_check_out(
    database: Database, config: Settings
) -> None:
    homes = [(floor, 7000 + 13 * door) for floor in range(1, 101) for door in range(100)]
    async with costing(database, config, homes) as costs:
        admin = await costs.as_("community_admin")
        plan_id = await costs.plan(admin, costs.scope(TOTAL))
        steps = tiers((1, 1, 0), (2, 50, 900), (51, 100, 1150))
        scheme = await costs.scheme(admin, plan_id, method="coefficient_area", tiers=steps)
        found = await shares(admin, scheme["id"])
        assert (len(found), sum(found.values())) == (10_000, TOTAL)
        assert scheme["spread"]["paying"] == 9_900
        path = f"cost-schemes/{scheme['id']}"
        check = (await admin.get(f"{path}/check")).json()
        assert (check["agrees"], check["homes"]) == (True, 10_000)
        home = (await admin.get(f"{path}/homes/1-1-10042")).json()
        assert home["share_fen"] == found["1-1-10042"]


def workbook() -> bytes:
    file = io.BytesIO()
    with Workbook(file) as book:
        sheet = book.add_worksheet()
        rows = [("电梯分摊", "", ""), ("序号", "房号", "分摊金额（元）"), (1, "1-1-101", 1388.89)]
        rows += [(2, "1-1-102", "1,388.88"), (3, "1-1-201", "待定")]
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return file.getvalue()


@pytest.mark.parametrize("filename", ["table.xlsx", "table.csv"])
async def test_a_table_made_elsewhere_is_read_and_nothing_of_it_kept(
    costs: Costs, filename: str
) -> None:
    admin, resident = await costs.as_("community_admin"), await costs.as_("resident")
    csv = '房号,金额\n1-1-101,1388.89\n1-1-102,"1,388.88"\n1-1-201,待定\n'.encode("gbk")
    content = workbook() if filename.endswith("xlsx") else csv
    path = f"cost-tables?filename={filename}"
    found = (await admin.post(path, content=content)).json()
    assert found["rows"] == [
        {"code": "1-1-101", "fen": 138_889},
        {"code": "1-1-102", "fen": 138_888},
    ]
    assert found["total_fen"] == 277_777
    assert [(one["code"], one["cell"]) for one in found["problems"]] == [("1-1-201", "待定")]
    assert code(await resident.post(path, content=content)) == (403, "forbidden")
    assert (await admin.post(path, content=b"PK\x03\x04 broken")).status_code == 422


@pytest.mark.parametrize(
    ("cells", "rows", "problems"),
    [
        ([["1-1-101", "12"]], (("1-1-101", 1200),), ()),
        ([["1-1-101", "¥ 1，234.5 元"]], (("1-1-101", 123_450),), ()),
        ([["1-1-101", "0.005"]], (), ((1, "1-1-101", "0.005"),)),
        ([["1-1-101", None]], (), ((1, "1-1-101", ""),)),
        ([[], [None, " "], ["1-1-101", 3]], (("1-1-101", 300),), ()),
        ([["金额", "房号"], ["-1.10", "1-1-101"]], (("1-1-101", -110),), ()),
    ],
)
def test_amounts_are_read_to_the_fen_or_named(
    cells: list[list[str | int | None]],
    rows: tuple[tuple[str, int], ...],
    problems: tuple[tuple[int, str, str], ...],
) -> None:
    found = read_table(cells)
    assert (found.rows, found.problems) == (rows, problems)
