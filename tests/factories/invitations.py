"""Inviting and coming in through the API."""

from typing import Any
from uuid import UUID

from fastapi import FastAPI

from factories.identity import PASSWORD, AccountMade, signed_in_client
from linli.kernel.access.actor import Scope
from linli.kernel.ids import new_id

LOOKUPS, ACCEPTANCES = "/api/v1/invitation-lookups", "/api/v1/invitation-acceptances"


def invitations(community_id: UUID) -> str:
    return f"/api/v1/communities/{community_id}/invitations"


def to(role: str, scope: Scope = Scope.COMMUNITY, scope_id: UUID | None = None) -> dict[str, Any]:
    """An invitation's body."""
    return {
        "id": str(new_id()),
        "role": role,
        "scope_kind": str(scope),
        "scope_id": scope_id and str(scope_id),
        "display_name": "李阿姨",
        "expires_in_days": 7,
    }


def newcomer(token: str, **said: str) -> dict[str, str]:
    """What somebody says who comes in."""
    return {
        "token": token,
        "login": f"n{new_id().hex}"[:32],
        "display_name": "李桂芳",
        "password": PASSWORD,
        "device_name": "her phone",
        **said,
    }


async def invite(
    app: FastAPI, admin: AccountMade, community_id: UUID, body: dict[str, Any]
) -> dict[str, Any]:
    async with signed_in_client(app, admin) as client:
        answer = await client.post(invitations(community_id), json=body)
    assert answer.status_code == 201
    made: dict[str, Any] = answer.json()
    return made
