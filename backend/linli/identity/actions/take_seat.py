"""Receiving what an invitation promised."""

from uuid import UUID

from sqlalchemy import update

from linli.identity import facts
from linli.identity.models import Invitation, Membership, RoleGrant
from linli.identity.queries.homes import Homes
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for, insert_new
from linli.kernel.facts.record import record


async def take_seat(tx: Tx, homes: Homes, account_id: UUID, invitation: Row) -> None:
    """Use an invitation up: the account holds its role, and has its home, from now on.

    The invitation is open and locked by this transaction. Where the account holds that role
    already, only the invitation is used up.

    Raises:
        Problem: 409 as ``Homes.move_in``.
    """
    now = clock.now()
    row: Row = {
        "community_id": tx.community,
        "id": invitation["id"],
        "account_id": account_id,
        "role": invitation["role"],
        "scope_kind": invitation["scope_kind"],
        "scope_id": invitation["scope_id"],
        "body_digest": tx.keyring.digest(invitation["id"].bytes),
        "created_by": invitation["created_by"],
        "created_at": now,
    }
    await tx.execute(insert_for(tx, table(RoleGrant)).values(row).on_conflict_do_nothing())
    await join_community(tx, account_id)
    i = table(Invitation).c
    this = update(table(Invitation)).where(i.community_id == tx.community, i.id == invitation["id"])
    await tx.execute(this.values(accepted_at=now, accepted_by=account_id))
    record(tx, facts.invitation_accepted(account_id, invitation, now))
    await homes.move_in(tx, account_id, invitation["id"])


async def join_community(tx: Tx, account_id: UUID) -> None:
    """Note that the account belongs to the community; nothing happens when it does already."""
    row = {"account_id": account_id, "community_id": tx.community, "since": clock.now()}
    await insert_new(tx, table(Membership), ("account_id", "community_id"), row)
