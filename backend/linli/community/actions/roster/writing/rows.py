"""Writing many rows without holding up the loop for long."""

import asyncio
from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Executable

from linli.community.queries.roster_course import Course
from linli.kernel.db.transaction import Row, Tx

AT_ONCE = 1_000
"""Rows a statement; on SQLite the loop stands still for some 20 ms meanwhile."""

Item = TypeVar("Item")


def in_batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The same items, a thousand at a time."""
    for start in range(0, len(items), AT_ONCE):
        yield items[start : start + AT_ONCE]


async def write_rows(tx: Tx, statement: Executable, rows: Sequence[Row]) -> None:
    """Run a statement for many rows of parameters; other requests go on in between.

    Raises:
        Problem: 409 ``import_stopped`` when nobody wants it any more.
    """
    course = tx.buffer(Course, Course)
    for batch in in_batches(rows):
        await tx.execute(statement, batch)
        course.step(len(batch))
        await asyncio.sleep(0)
