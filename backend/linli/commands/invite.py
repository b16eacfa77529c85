"""``linli invite``."""

from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy import select

from linli.commands.parts import (
    address_of_invitation,
    console,
    run,
    serving_database,
    short,
    show_link,
)
from linli.community.public import COMMUNITIES
from linli.identity.public import invite_first_admin
from linli.kernel.problems import not_found


def invite(
    community_id: Annotated[UUID, typer.Argument(help="Which community")],
    name: Annotated[str, typer.Argument(help="Who is invited", callback=short(60))],
) -> None:
    """Invite a community admin, for when no admin can sign in any more."""
    token = run(_invite(community_id, name))
    console.print(f"{name} becomes an admin by this link, which works once:")
    show_link(address_of_invitation(token))


async def _invite(community_id: UUID, name: str) -> str:
    async with serving_database() as database, database.transaction(write=True) as tx:
        c = COMMUNITIES.c
        if await tx.scalar(select(c.id).where(c.id == community_id)) is None:
            raise not_found()
        await tx.enter(community_id)
        return await invite_first_admin(tx, name)
