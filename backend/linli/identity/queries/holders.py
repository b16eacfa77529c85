"""Whom other contexts turn to: names of accounts, holders of a role, membership."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import or_, select

from linli.identity.models import Account, RoleGrant
from linli.kernel.access.actor import Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

_a, _g = table(Account).c, table(RoleGrant).c


async def names_of(tx: Tx, account_ids: Collection[UUID]) -> dict[UUID, str]:
    """Display names of accounts that hold or held something in this community."""
    here = select(_g.account_id).where(
        _g.community_id == tx.community, _g.account_id.in_(account_ids)
    )
    rows = await tx.rows(select(_a.id, _a.display_name).where(_a.id.in_(here)))
    return {row["id"]: row["display_name"] for row in rows}


async def holders_of(tx: Tx, role: str, building_id: UUID | None = None) -> list[UUID]:
    """The accounts that hold a role on the whole community or, where given, on a building."""
    everywhere = _g.scope_kind == str(Scope.COMMUNITY)
    reaches = everywhere
    if building_id is not None:
        reaches = or_(everywhere, _g.scope_id == building_id)
    asks = select(_g.account_id).where(
        _g.community_id == tx.community, _g.role == role, _g.revoked_at.is_(None), reaches
    )
    rows = await tx.rows(asks.distinct().order_by(_g.account_id))
    return [row["account_id"] for row in rows]


async def held_roles(tx: Tx, *roles: str) -> list[Row]:
    """Who holds one of these roles now, wherever: rows of ``account_id name role scope_id``."""
    asks = (
        select(_g.account_id, _a.display_name.label("name"), _g.role, _g.scope_id)
        .join_from(table(RoleGrant), table(Account), _a.id == _g.account_id)
        .where(_g.community_id == tx.community, _g.role.in_(roles), _g.revoked_at.is_(None))
        .where(_a.closed_at.is_(None))
        .order_by(_g.role, _g.created_at, _g.id)
    )
    return await tx.rows(asks)


async def is_member(tx: Tx, account_id: UUID, *roles: str) -> bool:
    """Whether an account holds one of these roles here, or any role when none is named."""
    asks = select(_g.id).where(
        _g.community_id == tx.community, _g.account_id == account_id, _g.revoked_at.is_(None)
    )
    if roles:
        asks = asks.where(_g.role.in_(roles))
    return await tx.scalar(asks.limit(1)) is not None


async def hold_member(tx: Tx, account_id: UUID) -> bool:
    """Whether an account is a member, who cannot leave before this transaction ends."""
    asks = select(_g.id).where(
        _g.community_id == tx.community, _g.account_id == account_id, _g.revoked_at.is_(None)
    )
    held = asks.order_by(_g.id).limit(1).with_for_update(read=True)
    return await tx.scalar(held) is not None


async def lock_grants(tx: Tx, account_id: UUID) -> None:
    """Hold all that an account holds: of two who take its last two roles, one comes second."""
    asks = select(_g.id).where(
        _g.community_id == tx.community, _g.account_id == account_id, _g.revoked_at.is_(None)
    )
    await tx.rows(asks.order_by(_g.id).with_for_update())
