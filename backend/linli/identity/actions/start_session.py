"""Signing a device in."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert, or_

from linli.identity.models import Session
from linli.identity.rules import sessions, tokens
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id


@dataclass(frozen=True)
class Started:
    """A new session and the only copy of its token."""

    session_id: UUID
    token: str
    expires_at: datetime


async def start_session(tx: Tx, account_id: UUID, device_name: str) -> Started:
    """Begin a session under a fresh token (ASVS 5.0: 7.2.4), and forget long-dead ones."""
    now = clock.now()
    started = Started(
        new_id(), tokens.written(secrets.token_bytes(tokens.SECRET_BYTES)), sessions.expires(now)
    )
    await _forget_dead(tx, account_id, now)
    row = {
        "id": started.session_id,
        "account_id": account_id,
        "token_hash": tokens.digest(started.token),
        "device_name": device_name,
        "created_at": now,
        "last_seen_at": now,
        "expires_at": started.expires_at,
    }
    await tx.execute(insert(table(Session)).values(row))
    return started


async def _forget_dead(tx: Tx, account_id: UUID, now: datetime) -> None:
    c = table(Session).c
    dead = or_(c.ended_at < now - sessions.IDLE, c.expires_at < now - sessions.IDLE)
    await tx.execute(delete(table(Session)).where(c.account_id == account_id, dead))
