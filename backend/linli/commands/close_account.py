"""``linli close-account``."""

from typing import Annotated
from uuid import UUID

import typer

from linli.commands.parts import console, run, serving_database
from linli.community.actions.homes import CommunityHomes
from linli.deliberation.public import erase_messages
from linli.identity.actions.make_invitation import OPERATOR
from linli.identity.actions.open_account import readable_login
from linli.identity.public import close_account as close
from linli.identity.queries.logins import account_with
from linli.identity.queries.memberships import communities_of
from linli.kernel.db.database import Database
from linli.kernel.problems import not_found


def close_account(
    login: Annotated[str, typer.Argument(help="The login whose account is closed")],
) -> None:
    """Close an account for good: nobody signs in with it, its devices are signed out."""
    run(_close(login))
    console.print("The account is closed.")


async def _close(login: str) -> None:
    """First the communities, so that a command that was cut off can be given again."""
    async with serving_database() as database:
        async with database.transaction(write=False) as tx:
            account = await account_with(tx, readable_login(login))
            if account is None:
                raise not_found()
        await leave_communities(database, account["id"])
        async with database.transaction(write=True) as tx:
            await close(tx, login)


async def leave_communities(database: Database, account_id: UUID) -> None:
    """End an account's homes everywhere, and erase what it wrote to representatives."""
    async with database.transaction(write=False) as tx:
        communities = await communities_of(tx, account_id)
    for community_id in communities:
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            await CommunityHomes().move_out(tx, account_id, OPERATOR)
            await erase_messages(tx, account_id)
