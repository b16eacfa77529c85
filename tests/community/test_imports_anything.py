"""Whatever stands in the cells, an import ends, and importing again changes nothing."""

import csv
import io
from random import Random

import pytest

from factories.community import make_community
from linli.community.actions.roster.bring_in import bring_in
from linli.kernel.db.database import Database

HEADINGS = (
    *("楼号", "单元", "房间", "楼层", "总层数", "是否有电梯", "房屋类型", "建筑面积"),
    *("业主名称", "手机号", "业主类型", "实际居住人", "居住人数", "房屋状态", "备注"),
)
STRANGE = (
    *("", "1", "１栋", "A座", "名" * 30, "x" * 500, "楼" * 2000, "-1", "0", "999999999999"),
    *("1e308", "89.5㎡", "NaN", "Infinity", "是", "否", "18层", "3/18", "负1层", "B1"),
    *("商铺" + "长" * 300, "商铺9", "101", "1-1-101", "1301A", "\u200b", "😀", "𠮷", "a\u0301"),
    *("' OR 1=1 --", "=cmd|' /C calc'!A0", "张小明", "张、李", "张,李;王", "示例公司"),
    *("19900000001", "138 0000 0000/027-88120000", "租户", "业主", "自住", "住宅", "底商"),
    *("车位", "孕妇 轮椅", "2147483648", "-2147483649", "5人", "三口", "１２", "150", "151"),
    *("2026-01-04", "9" * 30, "20000.00", "1000000"),
)


def anything(seed: int) -> bytes:
    """A roster of which half of the cells hold something strange."""
    random = Random(seed)  # noqa: S311 - the same strange cells every time
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(HEADINGS)
    for _ in range(random.randint(20, 60)):
        room = f"{random.randint(1, 30)}0{random.randint(1, 4)}"
        usual = [str(random.randint(1, 3)), "1单元", room, "", "", "", "住宅", "89.5", "张明"]
        usual += [""] * (len(HEADINGS) - len(usual))
        writer.writerow(
            [random.choice(STRANGE) if random.random() < 0.5 else cell for cell in usual]
        )
    return file.getvalue().encode()


def silent(_step: str, _done: int, _total: int) -> None:
    pass


@pytest.mark.parametrize("seed", range(6))
async def test_any_roster_is_taken_and_leaves_nothing_to_do(database: Database, seed: int) -> None:
    community_id = await make_community(database)
    for content in (anything(seed), anything(seed + 100)):
        first = await bring_in(database, community_id, "a.csv", content, silent, apply=True)
        assert first.applied
        again = await bring_in(database, community_id, "a.csv", content, silent, apply=False)
        assert again.plan.does_nothing
