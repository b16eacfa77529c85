"""Who I am, where I belong and what I may do there.

Row security shows one community at a time, so each is looked into in a transaction of its own;
almost everybody belongs to one.
"""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from linli.identity.models import Account, RoleGrant
from linli.identity.queries.directory import Directory, with_scope_names
from linli.identity.queries.logins import open_login
from linli.identity.queries.memberships import communities_of
from linli.identity.rules.roles import VOLUNTEER
from linli.kernel import clock
from linli.kernel.access.actor import Permission
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.models import FactHead

_a, _g = table(Account).c, table(RoleGrant).c


async def me_of(
    database: Database,
    directory: Directory,
    permissions: Sequence[Permission],
    account_id: UUID,
) -> Row:
    """The answer to "who am I". Opens its own transactions; call it outside any other.

    Args:
        database: the open database.
        directory: names communities and places.
        permissions: all that exist; those the caller holds are named.
        account_id: an account that exists.
    """
    async with database.transaction(write=False) as tx:
        account = await _account(tx, account_id)
        belongs_to = await communities_of(tx, account_id)
    seats = []
    for community_id in belongs_to:
        async with database.transaction(write=False) as tx:
            await tx.enter(community_id)
            seats.append(await _seat(tx, directory, permissions, account_id))
    held = [seat for seat in seats if seat["roles"]]
    return {**_told(account, held), "communities": held, "server_time": clock.now()}


async def _account(tx: Tx, account_id: UUID) -> Row:
    asks = select(
        _a.id, _a.display_name, _a.login_sealed, _a.language, _a.elder_mode, _a.version
    ).where(_a.id == account_id)
    row = await tx.row(asks)
    if row is None:
        raise RuntimeError("a caller without an account")
    return {**row, "login": open_login(tx.keyring, account_id, row["login_sealed"])}


async def _seat(
    tx: Tx, directory: Directory, permissions: Sequence[Permission], account_id: UUID
) -> Row:
    h = table(FactHead).c
    epoch = select(h.epoch).where(h.community_id == tx.community).scalar_subquery()
    asks = select(_g.role, _g.scope_kind, _g.scope_id, epoch.label("epoch")).where(
        _g.community_id == tx.community, _g.account_id == account_id, _g.revoked_at.is_(None)
    )
    rows = await tx.rows(asks.order_by(_g.created_at, _g.id))
    card = (await directory.communities(tx, [tx.community]))[tx.community]
    roles = {row["role"] for row in rows}
    return {
        "id": tx.community,
        "name": card.name,
        "time_zone": card.time_zone,
        "epoch": rows[0]["epoch"] if rows else None,
        "roles": await with_scope_names(tx, directory, rows),
        "permissions": sorted(each.name for each in permissions if roles & each.roles),
    }


def _told(account: Row, seats: list[Row]) -> Row:
    """长辈版 is the default for volunteers until they choose (phone.md)."""
    volunteers = any(role["role"] == VOLUNTEER for seat in seats for role in seat["roles"])
    chosen = account["elder_mode"]
    return {
        "account": {name: account[name] for name in ("id", "login", "display_name")},
        "preferences": {
            "language": account["language"],
            "elder_mode": volunteers if chosen is None else chosen,
            "version": account["version"],
        },
    }
