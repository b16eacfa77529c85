"""Names of communities and buildings, for identity to show where a role is held."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.community.models import Building, Community, VolunteerGroup
from linli.identity.public import CommunityCard
from linli.kernel.access.actor import Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx


class CommunityDirectory:
    """Identity's ``Directory``; ``main`` connects it."""

    async def communities(self, tx: Tx, ids: Collection[UUID]) -> dict[UUID, CommunityCard]:
        """The communities with these ids."""
        c = table(Community).c
        rows = await tx.rows(select(c.id, c.name, c.time_zone).where(c.id.in_(ids)))
        return {row["id"]: CommunityCard(row["name"], row["time_zone"]) for row in rows}

    async def places(self, tx: Tx, scope: Scope, ids: Collection[UUID]) -> dict[UUID, str]:
        """The names of buildings or groups of the community that was entered, ended ones too."""
        if scope is Scope.COMMUNITY:
            return {}
        b = table(Building if scope is Scope.BUILDING else VolunteerGroup).c
        asks = select(b.id, b.name).where(b.community_id == tx.community, b.id.in_(ids))
        return {row["id"]: row["name"] for row in await tx.rows(asks)}

    async def hold_place(self, tx: Tx, scope: Scope, place_id: UUID) -> bool:
        """Whether a role can be held there: a group that has ended takes nobody in."""
        if scope is not Scope.GROUP:
            return place_id in await self.places(tx, scope, [place_id])
        g = table(VolunteerGroup).c
        here = (g.community_id == tx.community, g.id == place_id, g.ended_at.is_(None))
        return await tx.scalar(select(g.id).where(*here).with_for_update(read=True)) is not None
