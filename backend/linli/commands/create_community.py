"""``linli create-community``."""

from typing import Annotated
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from linli.commands.parts import (
    address_of_invitation,
    console,
    run,
    serving_database,
    short,
    show_link,
)
from linli.community.actions import create_community as community
from linli.identity.public import invite_first_admin


def _known(time_zone: str) -> str:
    try:
        ZoneInfo(time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise typer.BadParameter("there is no such time zone") from error
    return time_zone


def create_community(
    name: Annotated[str, typer.Argument(help="How the community is called", callback=short(100))],
    admin: Annotated[str, typer.Option(help="Its first admin", callback=short(60))] = "Admin",
    time_zone: Annotated[str, typer.Option(callback=_known)] = "Asia/Shanghai",
) -> None:
    """Open a community and invite its first admin."""
    community_id, token = run(_create(name, admin, time_zone))
    console.print(f"Community {name} has been opened: {community_id}")
    console.print(f"Its first admin, {admin}, comes in by this link, which works once:")
    show_link(address_of_invitation(token))


async def _create(name: str, admin: str, time_zone: str) -> tuple[UUID, str]:
    async with serving_database() as database, database.transaction(write=True) as tx:
        community_id = await community.create_community(tx, name, time_zone)
        return community_id, await invite_first_admin(tx, admin)
