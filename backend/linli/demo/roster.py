"""The roster workbook of 怡景社区, as an office keeps one by hand. All people are made up.

Title rows, the header in row 3 and again on every printed page, subtotals, blank rows, merged
building cells, five spellings of everything, the developer's unsold homes, remarks that say too
much, and five rows that nobody could import without asking. It is the same workbook every time.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from linli.demo import roster_spellings as spelled
from linli.demo.roster_people import Neighbours
from linli.demo.roster_spellings import Cell

_SEED: Final = 20260301
_MADE: Final = datetime(2026, 3, 1)  # noqa: DTZ001 - a spreadsheet knows no time zones
_HEADER: Final = (
    *("序号", "楼栋", "单元", "房号", "建筑面积(㎡)", "业主姓名"),
    *("联系电话", "实际居住人", "居住人数", "房屋状态", "备注"),
)
_ROWS_A_PAGE: Final = 60
_STRAY_BLANK: Final = 0.006
_MERGED: Final = 12
"""So many last homes of some buildings share one merged building cell."""
_SHOPS: Final = 12


@dataclass(frozen=True)
class _Tower:
    """A building: stairwells, floors, and the area of each door on a floor in m²."""

    number: int
    stairwells: int
    floors: int
    areas: tuple[float, ...]
    merged: bool = False

    def doors(self) -> Iterator[tuple[int, int, int, int]]:
        """Building, stairwell, floor and door of every home."""
        for stairwell in range(1, self.stairwells + 1):
            for floor in range(1, self.floors + 1):
                for door in range(1, len(self.areas) + 1):
                    yield self.number, stairwell, floor, door


_TOWERS: Final = (
    _Tower(1, 1, 30, (89.5, 75.85, 76.25, 102.3)),
    _Tower(2, 1, 30, (89.5, 75.85, 76.25, 102.3)),
    _Tower(3, 2, 33, (89.1, 76.6, 76.25, 101.9)),
    _Tower(4, 2, 33, (89.1, 76.6, 76.25, 101.9)),
    _Tower(5, 1, 18, (89.85, 76.25, 76.25, 102.65), merged=True),
    _Tower(6, 1, 18, (89.85, 76.25, 76.25, 102.65), merged=True),
    _Tower(7, 2, 11, (89.5, 76.25)),
    _Tower(8, 2, 11, (89.5, 76.25)),
)
HOMES: Final = sum(1 for tower in _TOWERS for _ in tower.doors())
_TO_ASK_ABOUT: Final[tuple[tuple[Cell, ...], ...]] = (
    ("", "3栋", "1单元", "1201", "95.00", "黄桂英", "19900008001", "", 2, "自住"),
    ("", "4栋", "2单元", "2502", "待测", "陈建国", "19900008002", "", 2, "自住"),
    ("", "9栋", "", "", "80", "吴桂兰", "19900008003", "", 2, "自住"),
    ("", "2栋", "1单元", "3105", "-76.25", "张霞", "19900008004", "", 2, "自住"),
    ("", "1栋", "1单元", "9901", "76.25", "周明", "123", "", 2, "自住"),
)
"""The same room with another area, no area, no room, a negative area, a floor too high."""


def demo_workbook() -> bytes:
    """The workbook: 8 buildings with 1,000 homes, 12 shops, and 5 rows to ask about."""
    file = io.BytesIO()
    random = Random(_SEED)  # noqa: S311 - made-up people, no secret
    neighbours = Neighbours(random, HOMES)
    with Workbook(file, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": _MADE})
        _Homes(workbook.add_worksheet("花名册"), random, neighbours).write()
        _write_shops(workbook.add_worksheet("商铺"), neighbours)
        notes = workbook.add_worksheet("说明")
        notes.write_column(0, 0, ["1. 面积以不动产登记为准", "2. 商铺参与共同决定"])
    return file.getvalue()


class _Homes:
    """The sheet of homes, page by page."""

    def __init__(self, sheet: Worksheet, random: Random, neighbours: Neighbours) -> None:
        self._sheet = sheet
        self._random = random
        self._neighbours = neighbours
        self._row = 0
        self._homes = 0

    def write(self) -> None:
        self._sheet.merge_range(0, 0, 0, len(_HEADER) - 1, "怡景社区住户花名册")
        self._row = 1
        self._write(("制表单位:社区居委会", "", "", "", "", "", "", "更新日期:2026年3月"))
        self._write(_HEADER)
        for tower in _TOWERS:
            self._write_tower(tower)
            self._write(("", f"{tower.number}栋小计"))
        for row in _TO_ASK_ABOUT:
            self._write(row)

    def _write_tower(self, tower: _Tower) -> None:
        places = list(tower.doors())
        together = _MERGED if tower.merged else 0
        apart = len(places) - together
        for place in places[:apart]:
            self._write(self._home(tower, place))
            self._turn_page()
        for place in places[apart:]:
            self._write(self._home(tower, place))
        if together:
            first, last = self._row - together, self._row - 1
            self._sheet.merge_range(first, 1, last, 1, f"{tower.number}栋")

    def _home(self, tower: _Tower, place: tuple[int, int, int, int]) -> list[Cell]:
        random = self._random
        told = self._neighbours.household(self._homes)
        self._homes += 1
        building, stairwell, _, door = place
        return [
            self._homes,
            spelled.building(random, building),
            spelled.stairwell(random, stairwell, only=tower.stairwells == 1),
            spelled.room(random, place),
            spelled.area(random, tower.areas[door - 1]),
            spelled.owners(random, told.owners),
            spelled.phones(random, told.phones),
            told.resident,
            told.people,
            told.occupancy,
            told.remark,
        ]

    def _turn_page(self) -> None:
        if self._homes % _ROWS_A_PAGE == 0:
            self._write(_HEADER)
        elif self._random.random() < _STRAY_BLANK:
            self._row += 1

    def _write(self, cells: Sequence[Cell]) -> None:
        for column, cell in enumerate(cells):
            if cell is not None and cell != "":
                self._sheet.write(self._row, column, cell)
        self._row += 1


def _write_shops(sheet: Worksheet, neighbours: Neighbours) -> None:
    sheet.write_row(0, 0, ("铺号", "面积", "产权人", "电话"))
    for number in range(1, _SHOPS + 1):
        owner, phone = neighbours.shopkeeper(number)
        area = f"{40 + 2.5 * number:.2f}"
        sheet.write_row(number, 0, (f"商铺{number}", area, owner, phone))
