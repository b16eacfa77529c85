"""Keyset pages whose items the database renders as JSON."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, bindparam, select

from linli.kernel.db.fast import Fast
from linli.kernel.db.rendered import json_rows
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, read_cursor, write_cursor


def page_statement(statement: Select[Any], key: ColumnElement[str], from_key: str = "") -> Fast:
    """The statement of one page, compiled once.

    Args:
        statement: the select, without order or limit; its columns become the items' members.
        key: the column to sort by, ascending and unique. The cursor is the key of the first row
            of the next page, so the last page knows that it is the last.
        from_key: below every key.
    """
    limit = bindparam("limit", type_=Integer)
    start = bindparam("from_key", from_key, type_=key.type)
    rows = statement.where(key >= start).order_by(key)
    page = rows.limit(limit).subquery("page")
    following = rows.with_only_columns(key).limit(1).offset(limit).scalar_subquery()
    return Fast(select(json_rows(page).label("items"), following.label("following")))


async def rendered_page(tx: Tx, asks: Fast, params: Row, page: PageAsked, *about: Any) -> bytes:
    """One page as the bytes of ``{"items": [...], "next": cursor or null}``.

    Args:
        tx: the open transaction.
        asks: what ``page_statement`` made.
        params: the statement's own parameters.
        page: what was asked for.
        about: what the list is (its name and filters); a cursor of another list is refused.

    Raises:
        Problem: 422 ``bad_cursor``.
    """
    asked = {**params, "limit": page.limit}
    if page.cursor is not None:
        (asked["from_key"],) = read_cursor(tx, page.cursor, about)
    found = await tx.row(asks, asked)
    if found is None:
        raise RuntimeError("an aggregate always has a row")
    following = found["following"]
    cursor = "null" if following is None else f'"{write_cursor(tx, [following], about)}"'
    return f'{{"items":{found["items"]},"next":{cursor}}}'.encode()
