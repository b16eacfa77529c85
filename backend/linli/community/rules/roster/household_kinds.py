"""Homes, shops, and what is listed in a roster without being a household."""

import re
from enum import StrEnum
from functools import lru_cache

from linli.community.rules.roster.plain_text import compact
from linli.community.rules.roster.sheet import Cell


class Kind(StrEnum):
    """Kind of a household."""

    HOME = "home"
    SHOP = "shop"


_SHOP = re.compile(r"商|铺|门面|店|营业")
_NO_HOUSEHOLD = re.compile(r"车位|车库|储藏|储物|杂物|自行车|摊位|配电|物业用房|设备")
_HOME = re.compile(r"住|公寓|别墅|高层|多层|洋房|跃层|复式|平层|房改|经适|廉租|公租")
_SHOP_WORDS = ("商铺", "铺", "门面", "店面", "店铺", "底商")
_LONGEST_DOOR = 12
_SHOP_NUMBER = re.compile(
    r"(?:商铺|铺位|门面|店面|店铺|底商|铺|商|S)-?(\d{1,5})号?|(\d{1,5})号?(?:商铺|门面|店面|铺)?"
)


@lru_cache(maxsize=1024)
def read_kind(cell: Cell) -> Kind | None:
    """Kind a 房屋类型 cell states; None where it is neither home nor shop."""
    text = compact(cell)
    if _NO_HOUSEHOLD.search(text):
        return None
    if _SHOP.search(text) and "商住" not in text:
        return Kind.SHOP
    return Kind.HOME if _HOME.search(text) else None


@lru_cache(maxsize=1024)
def is_no_household(cell: Cell) -> bool:
    """Whether the row is a parking space, a store room or the like, which has no head."""
    return bool(_NO_HOUSEHOLD.search(compact(cell)))


def shop_door(cell: Cell) -> str | None:
    """Number of a shop named `商铺3`, `3号铺`, `S-3`; other names stay as they are.

    None where the cell is blank or no name at all.
    """
    text = compact(cell).upper()
    match = _SHOP_NUMBER.fullmatch(text)
    if match is None:
        return text if 0 < len(text) <= _LONGEST_DOOR else None
    return (match[1] or match[2]).lstrip("0") or "0"


def names_shop(cell: Cell) -> bool:
    """Whether a room cell names a shop rather than a room number."""
    return isinstance(cell, str) and cell.lstrip().startswith(_SHOP_WORDS)
