"""Keyset pagination: stable under inserts, one index range a page.

A cursor is the sort key of the last row, signed together with the tenant and the filter, so that
it can be neither forged nor carried to another list.
"""

import base64
import binascii
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Depends, Query
from sqlalchemy import ColumnElement, Select, literal, tuple_

from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem

MAX_LIMIT = 200
SIGNATURE_BYTES = 12
_READ: dict[str, Callable[[str], Any]] = {
    "u": UUID,
    "t": datetime.fromisoformat,
    "d": date.fromisoformat,
}


@dataclass(frozen=True)
class PageAsked:
    """How many rows, and after which one."""

    limit: int
    cursor: str | None


async def _page(
    limit: Annotated[int, Query(ge=1, le=MAX_LIMIT)] = 50,
    cursor: Annotated[str | None, Query(max_length=600)] = None,
) -> PageAsked:
    return PageAsked(limit, cursor)


Page = Annotated[PageAsked, Depends(_page)]


async def page_of(
    tx: Tx, statement: Select[Any], keys: Sequence[ColumnElement[Any]], page: PageAsked, *about: Any
) -> Row:
    """One page as ``{"items": [...], "next": cursor or None}``.

    Args:
        tx: the open transaction.
        statement: the select without order or limit; it must return every key column.
        keys: the columns to sort by, ascending; together unique.
        page: what was asked for.
        about: what the list is (its name and filters); a cursor of another list is refused.

    Raises:
        Problem: 422 ``bad_cursor``.
    """
    if page.cursor is not None:
        statement = statement.where(tuple_(*keys) > _place(tx, keys, page.cursor, about))
    return await _cut(tx, statement.order_by(*keys), keys, page, about)


async def page_of_newest(
    tx: Tx, statement: Select[Any], keys: Sequence[ColumnElement[Any]], page: PageAsked, *about: Any
) -> Row:
    """Like ``page_of``, from the greatest key down."""
    if page.cursor is not None:
        statement = statement.where(tuple_(*keys) < _place(tx, keys, page.cursor, about))
    return await _cut(tx, statement.order_by(*(key.desc() for key in keys)), keys, page, about)


def _place(
    tx: Tx, keys: Sequence[ColumnElement[Any]], cursor: str, about: tuple[Any, ...]
) -> ColumnElement[Any]:
    after = read_cursor(tx, cursor, about)
    # Without the column's own type SQLite would compare other spellings of times and ids.
    return tuple_(*[literal(value, key.type) for key, value in zip(keys, after, strict=True)])


async def _cut(
    tx: Tx,
    ordered: Select[Any],
    keys: Sequence[ColumnElement[Any]],
    page: PageAsked,
    about: tuple[Any, ...],
) -> Row:
    names = [str(key.key) for key in keys]
    rows = await tx.rows(ordered.limit(page.limit + 1))
    more = len(rows) > page.limit
    items = rows[: page.limit]
    last = [items[-1][name] for name in names] if more else None
    return {"items": items, "next": None if last is None else write_cursor(tx, last, about)}


def _signature(tx: Tx, packed: bytes, about: tuple[Any, ...]) -> bytes:
    bound = orjson.dumps([str(tx.community_id), *[str(part) for part in about]])
    return tx.keyring.digest(bound + b"\n" + packed)[:SIGNATURE_BYTES]


def write_cursor(tx: Tx, key: list[Any], about: tuple[Any, ...]) -> str:
    """The signed cursor of a place in the list ``about``."""
    packed = orjson.dumps([_tagged(value) for value in key])
    return base64.urlsafe_b64encode(_signature(tx, packed, about) + packed).decode().rstrip("=")


def _tagged(value: Any) -> Any:
    match value:
        case UUID():
            return {"u": str(value)}
        case datetime():
            return {"t": value.isoformat()}
        case date():
            return {"d": value.isoformat()}
        case _:
            return value


def read_cursor(tx: Tx, cursor: str, about: tuple[Any, ...]) -> list[Any]:
    """The place that ``write_cursor`` signed.

    Raises:
        Problem: 422 ``bad_cursor`` when it is another list's, another tenant's, or no cursor.
    """
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except (binascii.Error, ValueError):
        raw = b""
    packed = raw[SIGNATURE_BYTES:]
    if not packed or raw[:SIGNATURE_BYTES] != _signature(tx, packed, about):
        raise Problem(422, "bad_cursor")
    return [_untagged(value) for value in orjson.loads(packed)]


def _untagged(value: Any) -> Any:
    if isinstance(value, dict):
        ((tag, text),) = value.items()
        return _READ[tag](text)
    return value
