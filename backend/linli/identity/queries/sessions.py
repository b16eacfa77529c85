"""The devices on which an account is signed in."""

from sqlalchemy import select

from linli.identity.models import Session
from linli.identity.rules.sessions import is_alive
from linli.kernel import clock
from linli.kernel.access.actor import Caller
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx


async def own_devices(tx: Tx, caller: Caller) -> list[Row]:
    """The caller's own live sessions, the last used first."""
    s = table(Session).c
    asks = select(s.id, s.device_name, s.created_at, s.last_seen_at, s.expires_at).where(
        s.account_id == caller.account_id, s.ended_at.is_(None)
    )
    rows = await tx.rows(asks.order_by(s.last_seen_at.desc(), s.id))
    now = clock.now()
    return [
        {**row, "current": row["id"] == caller.session_id}
        for row in rows
        if is_alive(now, row["last_seen_at"], row["expires_at"])
    ]
