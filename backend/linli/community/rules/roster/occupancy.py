"""Reads whether a household is lived in by its owners, let or empty."""

from enum import StrEnum
from functools import lru_cache

from linli.community.rules.roster.plain_text import compact
from linli.community.rules.roster.sheet import Cell


class Occupancy(StrEnum):
    """How a household is used."""

    OCCUPIED = "occupied"
    RENTED = "rented"
    EMPTY = "empty"


_WORDS = {
    Occupancy.OCCUPIED: "自住 自用 入住 已入住 居住 常住 业主自住 在住 有人 自住房 已住 营业",
    Occupancy.RENTED: "出租 租住 已出租 租赁 出租中 租用 租 出租房 已租 合租",
    Occupancy.EMPTY: "空置 空 闲置 未入住 无人 空房 空关 待售 未售 未住 空置房 未装修 毛坯 待租 "
    "未交付",
}
_MEANINGS = {word: meaning for meaning, words in _WORDS.items() for word in words.split()}
# What a property system says of the sale or the works tells nothing of who lives there.
_SILENT = {"已售", "已交付", "已交房", "装修", "装修中", "已装修", "已收房", "正常", "-", "/", "无"}


@lru_cache(maxsize=1024)
def read_occupancy(cell: Cell) -> tuple[Occupancy | None, bool]:
    """The occupancy a cell states, and whether the cell was understood."""
    text = compact(cell)
    meaning = _MEANINGS.get(text)
    return meaning, meaning is not None or not text or text in _SILENT
