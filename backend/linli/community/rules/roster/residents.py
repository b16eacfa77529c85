"""Reads who lives in a household, as little as is needed: a name, whether a tenant, how many."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from linli.community.rules.roster.locations import is_blank
from linli.community.rules.roster.owners import is_simple_name, read_owners
from linli.community.rules.roster.plain_text import arabic, compact, plain
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.sheet import Cell

_TENANT = re.compile(r"租")
_TENANT_MARK = re.compile(r"\(?(?:租户|承租人?|租客|租住|租)\)?")
_PEOPLE = re.compile(r"(\d{1,2}|[零一二两三四五六七八九十]{1,3})[人口个]?")
MOST_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class Resident:
    """Someone who lives in a household."""

    name: str = field(repr=False)
    tenant: bool = False


def read_residents(cell: Cell) -> tuple[tuple[Resident, ...], bool]:
    """Residents in the order written, from `陈晓军(租户)`, `周梅,张爱`; and whether readable."""
    if is_simple_name(cell):
        return (Resident(cell),), True
    if is_blank(text := plain(cell)):
        return (), True
    rents = bool(_TENANT.search(text))
    named, problem = read_owners(_TENANT_MARK.sub(" ", text) if rents else text)
    residents = tuple(Resident(person.name, tenant=rents) for person in named)
    return residents, problem is not Reason.OWNER_UNREADABLE


@lru_cache(maxsize=1024)
def read_people(cell: Cell) -> tuple[int | None, bool]:
    """Number of people from `3`, `3人`, `三口`, and whether the cell was understood."""
    text = compact(cell)
    if is_blank(text):
        return None, True
    match = _PEOPLE.fullmatch(text)
    number = arabic(match[1]) if match else ""
    if not number.isdigit() or int(number) > MOST_PEOPLE:
        return None, False
    return int(number), True
