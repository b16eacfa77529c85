"""Roles that follow from something else, such as a mandate: given and taken without an asker.

Whoever calls has checked that it may be: the grant follows from what another context decided.
"""

from uuid import UUID

from sqlalchemy import select, update

from linli.identity import facts
from linli.identity.actions.end_sessions import end_sessions
from linli.identity.actions.make_invitation import OPERATOR
from linli.identity.models import RoleGrant
from linli.identity.queries.holders import is_member
from linli.kernel import clock
from linli.kernel.access.actor import Grant
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id

_g = table(RoleGrant).c


async def hold_role(tx: Tx, account_id: UUID, grant: Grant, *, by: UUID | None) -> UUID:
    """Have a member hold a role from now on; the id of the grant.

    One that is held already is recognised; otherwise the member's devices are signed out.
    """
    row: Row = {
        "community_id": tx.community,
        "id": new_id(),
        "account_id": account_id,
        "role": grant.role,
        "scope_kind": str(grant.scope),
        "scope_id": grant.scope_id or tx.community,
        "created_by": by or OPERATOR,
        "created_at": clock.now(),
    }
    row["body_digest"] = tx.keyring.digest(row["id"].bytes)
    new = insert_for(tx, table(RoleGrant)).values(row).on_conflict_do_nothing()
    if (await tx.execute(new)).rowcount:
        await end_sessions(tx, account_id)
        record(tx, facts.grant_given(by, row))
        return UUID(int=row["id"].int)
    same = [_g[name] == row[name] for name in ("account_id", "role", "scope_kind", "scope_id")]
    held = select(_g.id).where(_g.community_id == tx.community, _g.revoked_at.is_(None), *same)
    return UUID(int=(await tx.scalar(held)).int)


async def release_role(tx: Tx, grant_id: UUID, reason: str, *, by: UUID | None) -> UUID | None:
    """Have a grant end; nothing happens when it has ended already.

    Returns:
        Whose it was, when that account holds nothing here any more: it has left.
    """
    now = clock.now()
    mine = (_g.community_id == tx.community, _g.id == grant_id)
    ended = update(table(RoleGrant)).where(*mine, _g.revoked_at.is_(None))
    done = ended.values(revoked_at=now, revoked_by=by or OPERATOR, revoked_because=reason)
    if not (await tx.execute(done)).rowcount:
        return None
    row = await tx.row(select(table(RoleGrant)).where(*mine))
    assert row is not None  # noqa: S101 - it was just changed
    await end_sessions(tx, row["account_id"])
    record(tx, facts.grant_revoked(by, row, reason, now))
    return None if await is_member(tx, row["account_id"]) else UUID(int=row["account_id"].int)
