"""Minutes of a building's assemblies."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.community.public import homes_of
from linli.deliberation.permissions.representatives import MINUTE_ASSEMBLY
from linli.deliberation.queries.representatives.tables import assemblies
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found


async def read_assembly(tx: Tx, actor: Actor, assembly_id: UUID) -> Row:
    """Minutes with their files, for those of the building and the office.

    Raises:
        Problem: 404 ``not_found``.
    """
    c = assemblies.c
    row = await tx.row(
        select(assemblies).where(c.community_id == tx.community, c.id == assembly_id)
    )
    if row is None or row["id"] not in await visible_assemblies(tx, actor, [assembly_id]):
        raise not_found()
    files = await slots_of(tx, [assembly_id])
    return {**row, "attachments": files.get(assembly_id, [])}


async def visible_assemblies(tx: Tx, actor: Actor, ids: Collection[UUID]) -> set[UUID]:
    """Which of these minutes the actor may read; signed papers go with them."""
    c = assemblies.c
    asks = select(c.id, c.building_id).where(c.community_id == tx.community, c.id.in_(ids))
    rows = await tx.rows(asks)
    if actor.may(MINUTE_ASSEMBLY):
        return {row["id"] for row in rows}
    mine = {home["building_id"] for home in await homes_of(tx, actor.account_id)}
    return {row["id"] for row in rows if row["building_id"] in mine}
