"""Signing devices out."""

from uuid import UUID

from sqlalchemy import ColumnElement, update

from linli.identity.models import Session
from linli.identity.rules import tokens
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import not_found

_session = table(Session).c


async def end_session(tx: Tx, account_id: UUID, session_id: UUID) -> None:
    """Sign one of the account's own devices out.

    Raises:
        Problem: 404 when it is nobody's or somebody else's, or has ended already.
    """
    if not await _end(tx, _session.account_id == account_id, _session.id == session_id):
        raise not_found()


async def end_session_of(tx: Tx, token: str | None) -> None:
    """End the session that a new one replaces on the same device."""
    if token is not None:
        await _end(tx, _session.token_hash == tokens.digest(token))


async def end_sessions(tx: Tx, account_id: UUID, *, besides: UUID | None = None) -> int:
    """Sign all devices of an account out, except one (ASVS 5.0: 7.4.2, 7.4.3); how many."""
    mine: list[ColumnElement[bool]] = [_session.account_id == account_id]
    if besides is not None:
        mine.append(_session.id != besides)
    return await _end(tx, *mine)


async def _end(tx: Tx, *which: ColumnElement[bool]) -> int:
    ended = update(table(Session)).where(_session.ended_at.is_(None), *which)
    return (await tx.execute(ended.values(ended_at=clock.now()))).rowcount
