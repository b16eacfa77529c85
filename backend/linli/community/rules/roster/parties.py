"""Reads the 业主类型 column: whose line it is."""

import re
from functools import lru_cache

from linli.community.rules.roster.locations import is_blank
from linli.community.rules.roster.plain_text import compact
from linli.community.rules.roster.row import Party
from linli.community.rules.roster.sheet import Cell

_MEANINGS = (
    (re.compile(r"共有|共同"), Party.CO_OWNER),
    (re.compile(r"租|承租"), Party.TENANT),
    (re.compile(r"业主|产权人|户主|房主|本人|开发商|个人|单位|企业|公司|自然人"), Party.OWNER),
    (re.compile(r"家属|家庭|亲属|成员|配偶|夫妻|子女?$|儿子|女儿?$|父|母|住户|同住"), Party.FAMILY),
)


@lru_cache(maxsize=1024)
def read_party(cell: Cell) -> Party | None:
    """Whose line it is; a blank cell means an owner's, None is a word not known."""
    text = compact(cell)
    if is_blank(text):
        return Party.OWNER
    return next((party for pattern, party in _MEANINGS if pattern.search(text)), None)
