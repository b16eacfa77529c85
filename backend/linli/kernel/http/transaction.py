"""One transaction per request, committed before the response is sent.

``scope="function"`` is what makes it so: a failing commit then answers 500, while the default
scope commits after the client has already read 201 (tests/kernel pins this).
"""

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request

from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Tx

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


async def transaction(request: Request) -> AsyncIterator[Tx]:
    """A read transaction for safe methods, a write transaction for all others.

    The body is read before a write begins: a phone that dawdles or hangs up half-way must hold
    neither a connection nor SQLite's only writer.
    """
    database: Database = request.app.state.database
    write = request.method not in SAFE
    if write:
        await request.body()
    async with database.transaction(write=write) as tx:
        yield tx


TxDep = Annotated[Tx, Depends(transaction, scope="function")]
