"""Calling every route: a community with one member of each role, and how a route is called."""

from dataclasses import dataclass
from uuid import UUID

import httpx
from fastapi import FastAPI

from architecture.api import ROUTES
from linli.kernel.http.routes import ServedRoute
from linli.kernel.ids import new_id

API = [route for route in ROUTES if route.path.startswith("/api/v1/")]
CALLS = [(method, route) for route in API if route.declarations for method in sorted(route.methods)]
INSIDE = [(method, route) for method, route in CALLS if "{community_id}" in route.path]
HEADERS = {"If-Match": '"1"', "Idempotency-Key": "matrix", "Content-Type": "application/json"}


@dataclass(frozen=True)
class Neighbourhood:
    """A community with one signed-in member of each role, and another community."""

    community_id: UUID
    elsewhere: UUID
    members: dict[str, httpx.AsyncClient]
    app: FastAPI


def address(route: ServedRoute, community_id: UUID) -> str:
    path = route.path.replace("{community_id}", str(community_id))
    path = path.replace("{sha256}", "ab" * 32)
    while "{" in path:
        before, _, rest = path.partition("{")
        path = f"{before}{new_id()}{rest.partition('}')[2]}"
    return path


async def call(
    client: httpx.AsyncClient,
    method: str,
    route: ServedRoute,
    community_id: UUID,
    headers: dict[str, str] | None = None,
) -> httpx.Response:
    content = b"" if method in {"GET", "DELETE"} else b"{}"
    return await client.request(
        method,
        address(route, community_id),
        content=content,
        headers={**HEADERS, **(headers or {})},
    )


def named(value: object) -> str | None:
    return value.path.removeprefix("/api/v1") if isinstance(value, ServedRoute) else None
