"""Reads the 是否有电梯 column."""

from functools import lru_cache

from linli.community.rules.roster.plain_text import compact
from linli.community.rules.roster.sheet import Cell

_YES = frozenset({"是", "有", "有电梯", "y", "yes", "true", "1", "√"})
_NO = frozenset({"否", "无", "没有", "无电梯", "n", "no", "false", "0", "×", "x"})


@lru_cache(maxsize=1024)
def read_lift(cell: Cell) -> tuple[bool | None, bool]:
    """Whether there is a lift, and whether the cell was understood (a blank one is)."""
    text = compact(cell).casefold()
    if text in _YES:
        return True, True
    return (False, True) if text in _NO else (None, not text)
