"""Writing into the scene of a browser test as somebody of its community."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from e2e.scene import Scene
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id


@asynccontextmanager
async def writing(scene: Scene) -> AsyncIterator[Tx]:
    async with scene.server.database() as database, database.transaction(write=True) as tx:
        await tx.enter(scene.community_id)
        yield tx


def office(scene: Scene) -> Actor:
    return one_of(scene, new_id(), "community_admin")


def neighbour(scene: Scene, account_id: UUID) -> Actor:
    return one_of(scene, account_id, "resident")


def one_of(scene: Scene, account_id: UUID, role: str) -> Actor:
    """Somebody with a role in the whole community."""
    return Actor(account_id, scene.community_id, (Grant(role, Scope.COMMUNITY),))
