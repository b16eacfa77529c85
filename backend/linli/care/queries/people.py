"""Accounts of the community, as far as care needs to know them."""

from uuid import UUID

from sqlalchemy import exists, select

from linli.identity.models import Account, RoleGrant
from linli.kernel.access.actor import Permission
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx

accounts = table(Account)


async def holds(tx: Tx, account_id: UUID, permission: Permission) -> bool:
    """Whether an account has a grant in this community that allows something, on any scope."""
    grants = table(RoleGrant)
    held = exists().where(
        grants.c.community_id == tx.community,
        grants.c.account_id == account_id,
        grants.c.role.in_(permission.roles),
        grants.c.revoked_at.is_(None),
    )
    return bool(await tx.scalar(select(held)))
