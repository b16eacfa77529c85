"""Reads the owners of one cell: co-owners, companies, and the developer's unsold homes."""

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeGuard

from linli.community.rules.roster.locations import is_blank
from linli.community.rules.roster.plain_text import plain
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.sheet import Cell


class OwnerKind(StrEnum):
    """Whose name stands in an owner cell."""

    PERSON = "person"
    COMPANY = "company"
    DEVELOPER = "developer"


@dataclass(frozen=True, slots=True)
class Owner:
    """An owner as one row names them; phones are those that reach this owner."""

    name: str = field(repr=False)
    kind: OwnerKind = OwnerKind.PERSON
    phones: tuple[str, ...] = field(default=(), repr=False)


_SIMPLE_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
LONGEST_NAME = 60
_BETWEEN = re.compile(r"[、,/;|\n&+]")
_PAIR = re.compile(r"([^\W和]{2,3})和([^\W和]{2,3})")
_BRACKETS = re.compile(r"\([^()]*\)?")
_COMPANY = re.compile(
    r"公司|集团|银行|委员会|居委会|合作社|学校|医院|中心|事务所|管理处|基金会|厂$|局$|企业"
)
_DEVELOPER = re.compile(r"开发商|开发公司|开发有限公司|房地产|地产|置业|未售")
_SURELY_DEVELOPER = re.compile(r"开发商|未售")
_UNKNOWN = re.compile(r"无|不详|未知|待定|待查|空|无人|暂无|[?？]+")
_NO_PERSON = re.compile(f"{_COMPANY.pattern}|{_DEVELOPER.pattern}|租")
_LATIN = re.compile(r"[A-Za-z]")
_DIGIT = re.compile(r"\d")
DEVELOPER = "开发商"


def is_simple_name(cell: Cell) -> TypeGuard[str]:
    """Whether it is one person's name beyond doubt; most cells are, and this is quick."""
    return (
        isinstance(cell, str)
        and _SIMPLE_NAME.fullmatch(cell) is not None
        and _NO_PERSON.search(cell) is None
        and _UNKNOWN.fullmatch(cell) is None
    )


def read_owners(cell: Cell) -> tuple[tuple[Owner, ...], Reason | None]:
    """Owners in the order written, each once.

    Names are parted by 、 , / ; and by spaces, but not the padding in `李  丽`. A company is one
    owner however it is written; a bare `开发商` is the developer without a name. Placeholders such
    as 不详 are nobody.
    """
    if is_simple_name(cell):
        return (Owner(cell),), None
    text = plain(cell)
    bare = _BRACKETS.sub("", text).strip()
    if _DEVELOPER.search(text) and len(bare) <= LONGEST_NAME:
        sure = _SURELY_DEVELOPER.search(text)
        developer = Owner(_developer_name(bare), OwnerKind.DEVELOPER)
        return (developer,), None if sure else Reason.DEVELOPER_BY_NAME
    if is_blank(bare) or _UNKNOWN.fullmatch(bare):
        return (), None
    names = dict.fromkeys(name for part in _BETWEEN.split(bare) for name in _names(part))
    if max(map(len, names), default=0) > LONGEST_NAME:
        return (), Reason.OWNER_UNREADABLE
    unclear = bare != text or any(_DIGIT.search(name) for name in names)
    owners = tuple(Owner(name, _kind(name)) for name in names)
    return owners, Reason.OWNER_UNCLEAR if unclear else None


def _developer_name(bare: str) -> str:
    name = "".join(bare.split())
    return name if _COMPANY.search(name) else DEVELOPER


def _kind(name: str) -> OwnerKind:
    return OwnerKind.COMPANY if _COMPANY.search(name) else OwnerKind.PERSON


def _names(part: str) -> list[str]:
    if pair := _PAIR.fullmatch(part.strip()):
        return [pair[1], pair[2]]
    words = part.split()
    if len(words) <= 1 or _LATIN.search(part):
        return [" ".join(words)] if words else []
    if _COMPANY.search(part) or any(len(word) == 1 for word in words):
        return ["".join(words)]
    return words
