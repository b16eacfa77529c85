"""Single grants, as those who may give and revoke them see them."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, select, true

from linli.identity.models import RoleGrant
from linli.identity.permissions import REVOKE_GRANT
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found

_g = table(RoleGrant).c


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    buildings = actor.reach(REVOKE_GRANT, Scope.BUILDING)
    if buildings is None:
        return true()
    return and_(_g.scope_kind == str(Scope.BUILDING), _g.scope_id.in_(buildings))


async def grant_row(tx: Tx, actor: Actor, grant_id: UUID) -> Row:
    """One grant, held or revoked.

    Raises:
        Problem: 404 when it is not there or not on the actor's scope.
    """
    asks = select(
        _g.id,
        _g.account_id,
        _g.role,
        _g.scope_kind,
        _g.scope_id,
        _g.created_at,
        _g.revoked_at,
    ).where(_g.community_id == tx.community, _g.id == grant_id, _seen_by(actor))
    row = await tx.row(asks)
    if row is None:
        raise not_found()
    return row


async def lock_held(tx: Tx, role: str) -> list[UUID]:
    """The ids of all held grants of a role, locked so that no two are revoked at once."""
    asks = select(_g.id).where(
        _g.community_id == tx.community, _g.role == role, _g.revoked_at.is_(None)
    )
    return [row["id"] for row in await tx.rows(asks.order_by(_g.id).with_for_update())]
