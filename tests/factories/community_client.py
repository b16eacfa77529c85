"""Clients that act inside one community."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import httpx
from fastapi import FastAPI

from factories.identity import make_member, signed_in_client
from linli.kernel.access.actor import Scope


@asynccontextmanager
async def client_as(
    app: FastAPI,
    community_id: UUID,
    role: str,
    scope: Scope = Scope.COMMUNITY,
    scope_id: UUID | None = None,
) -> AsyncIterator[httpx.AsyncClient]:
    """A signed-in member with one grant; paths are relative to the community."""
    account = await make_member(app.state.database, community_id, role, scope, scope_id)
    async with signed_in_client(app, account) as client:
        client.base_url = client.base_url.join(f"/api/v1/communities/{community_id}/")
        yield client
