"""``Idempotency-Key`` for unsafe calls that have no client id (IETF draft of that name).

The first answer is stored in the transaction that did the work; a repeat gets that answer.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import orjson
from fastapi import Depends, Header, Request, Response
from fastapi.encoders import jsonable_encoder
from sqlalchemy import func, insert, select
from sqlmodel import Field, SQLModel

from linli.kernel import clock
from linli.kernel.db.rows import GLOBAL_TABLES, Key, Time, table
from linli.kernel.db.transaction import Tx
from linli.kernel.http.transaction import TxDep
from linli.kernel.problems import Problem

KEEP_DAYS = 7
GLOBAL_TABLES.add("idempotent_call")


class IdempotentCall(SQLModel, table=True):
    """The first answer to a key. Belongs to an account, not to a community."""

    __tablename__ = "idempotent_call"
    account_id: UUID = Key(primary_key=True)
    key: str = Field(primary_key=True, max_length=200)
    request_digest: bytes
    status: int
    body: bytes
    made_at: datetime = Time(index=True)


class Replay(Exception):  # noqa: N818 - not an error: the stored answer is the answer
    """Carries the stored answer out of the dependency."""

    def __init__(self, status: int, body: bytes) -> None:
        """Take the stored answer."""
        super().__init__(status)
        self.response = Response(body, status, {"Idempotency-Replayed": "true"}, "application/json")


@dataclass
class Attempt:
    """A call under way; the endpoint ends with ``return await attempt.answer(...)``."""

    tx: Tx
    key: str
    digest: bytes
    account_id: UUID | None = None

    async def begin(self, account_id: UUID) -> None:
        """Look the key up for this account.

        Raises:
            Replay: the same call was answered before.
            Problem: 409 ``call_in_flight`` while a parallel call holds the key; 422
                ``key_reused`` when the key was used for another request.
        """
        self.account_id = account_id
        await self._hold()
        c = table(IdempotentCall).c
        mine = (c.account_id == account_id, c.key == self.key)
        stored = await self.tx.row(select(c.request_digest, c.status, c.body).where(*mine))
        if stored is None:
            return
        if stored["request_digest"] != self.digest:
            raise Problem(422, "key_reused")
        raise Replay(stored["status"], stored["body"])

    async def _hold(self) -> None:
        """Hold the key until the transaction ends; SQLite has one writer at a time anyway."""
        if not self.tx.on_postgres:
            return
        name = func.hashtextextended(f"{self.account_id} {self.key}", 0)
        if not await self.tx.scalar(select(func.pg_try_advisory_xact_lock(name))):
            raise Problem(409, "call_in_flight", headers={"Retry-After": "1"})

    async def answer(self, body: Any, status: int = 200) -> Response:
        """Store the answer with the work and return it."""
        packed = orjson.dumps(jsonable_encoder(body))
        row = {
            "account_id": self.account_id,
            "key": self.key,
            "request_digest": self.digest,
            "status": status,
            "body": packed,
            "made_at": clock.now(),
        }
        await self.tx.execute(insert(table(IdempotentCall)).values(row))
        return Response(packed, status, media_type="application/json")


async def _attempt(
    request: Request,
    tx: TxDep,
    idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
) -> Attempt:
    if not idempotency_key:
        raise Problem(400, "idempotency_key_required")
    whole = f"{request.method} {request.url.path}\n".encode() + await request.body()
    return Attempt(tx, idempotency_key, tx.keyring.digest(whole))


Idempotent = Annotated[Attempt, Depends(_attempt, scope="function")]
"""Requires the header; call ``await attempt.begin(actor.account_id)`` before any work."""
