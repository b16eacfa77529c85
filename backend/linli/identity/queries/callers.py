"""Who stands behind a session token: asked on every request, so it is one indexed statement."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import LargeBinary, and_, bindparam, select

from linli.identity.models import Account, RoleGrant, Session
from linli.identity.rules import sessions, tokens
from linli.kernel import clock
from linli.kernel.access.actor import Caller, Grant, Scope
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

_session, _account, _grant = table(Session).c, table(Account).c, table(RoleGrant).c

_CALLS = (
    select(
        _session.id,
        _session.account_id,
        _session.last_seen_at,
        _session.expires_at,
        _account.display_name,
        _account.language,
        _account.demo,
    )
    .select_from(table(Session).join(table(Account), _account.id == _session.account_id))
    .where(
        _session.token_hash == bindparam("digest", type_=LargeBinary),
        _session.ended_at.is_(None),
        _account.closed_at.is_(None),
    )
)
_HELD = and_(
    _grant.community_id == bindparam("community_id", type_=Uuid),
    _grant.account_id == _session.account_id,
    _grant.revoked_at.is_(None),
)
_CALLER = Fast(_CALLS)
_CALLER_WITH_GRANTS = Fast(
    _CALLS.add_columns(_grant.role, _grant.scope_kind, _grant.scope_id).outerjoin(
        table(RoleGrant), _HELD
    )
)
_GRANTS = Fast(
    select(_grant.role, _grant.scope_kind, _grant.scope_id).where(
        _grant.community_id == bindparam("community_id", type_=Uuid),
        _grant.account_id == bindparam("account_id", type_=Uuid),
        _grant.revoked_at.is_(None),
    )
)


@dataclass(frozen=True)
class KnownCaller(Caller):
    """A caller together with what the same statement found out about them."""

    community_id: UUID | None = None
    grants: tuple[Grant, ...] = ()
    unseen: bool = False
    """Whether it is time to note that the session was used."""


async def caller_of(
    tx: Tx, token: str, community_id: UUID | None, *, demo: bool
) -> KnownCaller | None:
    """The caller with their grants in a community, which the transaction has entered.

    Args:
        tx: the open transaction.
        token: what the cookie holds.
        community_id: where grants are looked for; ``None`` outside any community.
        demo: whether made-up accounts count.
    """
    asked: Row = {"digest": tokens.digest(token)}
    if community_id is None:
        rows = await tx.rows(_CALLER, asked)
    else:
        rows = await tx.rows(_CALLER_WITH_GRANTS, {**asked, "community_id": community_id})
    if not rows or (rows[0]["demo"] and not demo):
        return None
    first, now = rows[0], clock.now()
    if not sessions.is_alive(now, first["last_seen_at"], first["expires_at"]):
        return None
    return KnownCaller(
        first["account_id"],
        first["id"],
        first["display_name"],
        first["language"],
        community_id,
        tuple(as_grant(row) for row in rows if row.get("role")),
        sessions.to_be_seen(now, first["last_seen_at"]),
    )


def as_grant(row: Row) -> Grant:
    """A stored grant as the kernel knows it: no id where it reaches everywhere."""
    scope = Scope(row["scope_kind"])
    return Grant(row["role"], scope, None if scope is Scope.COMMUNITY else row["scope_id"])


async def grants_in(tx: Tx, account_id: UUID, community_id: UUID) -> tuple[Grant, ...]:
    """What an account holds in a community, which the transaction has entered."""
    asked = {"account_id": account_id, "community_id": community_id}
    return tuple(as_grant(row) for row in await tx.rows(_GRANTS, asked))
