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
    """A read transaction for safe methods, a write transaction for all others."""
    database: Database = request.app.state.database
    async with database.transaction(write=request.method not in SAFE) as tx:
        yield tx


TxDep = Annotated[Tx, Depends(transaction, scope="function")]
