"""Every route, for every role, for strangers and for nobody; generated from the route table."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from uuid import UUID

import httpx
import pytest

from architecture.api import ROLES, ROUTES
from factories.identity import client_of, make_community, make_member, serving, signed_in_client
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.http.permitted import Anyone
from linli.kernel.http.routes import ServedRoute
from linli.kernel.ids import new_id

API = [route for route in ROUTES if route.path.startswith("/api/v1/")]
CALLS = [(method, route) for route in API if route.declarations for method in sorted(route.methods)]
INSIDE = [(method, route) for method, route in CALLS if "{community_id}" in route.path]
HEADERS = {"If-Match": '"1"', "Idempotency-Key": "matrix", "Content-Type": "application/json"}
NOT_REFUSED = {200, 201, 204, 400, 404, 409, 410, 412, 415, 422}
"""What a permitted caller may hear about an empty body and ids that name nothing."""

REFUSED = {(403, "forbidden"), (404, "not_found")}
"""Seen but not allowed, or not even to be known of."""


def address(route: ServedRoute, community_id: UUID) -> str:
    path = route.path.replace("{community_id}", str(community_id))
    path = path.replace("{sha256}", "ab" * 32)
    while "{" in path:
        before, _, rest = path.partition("{")
        path = f"{before}{new_id()}{rest.partition('}')[2]}"
    return path


async def call(
    client: httpx.AsyncClient, method: str, route: ServedRoute, community_id: UUID
) -> httpx.Response:
    content = b"" if method in {"GET", "DELETE"} else b"{}"
    return await client.request(
        method, address(route, community_id), content=content, headers=HEADERS
    )


@dataclass(frozen=True)
class Neighbourhood:
    """A community with one signed-in member of each role, and another community."""

    community_id: UUID
    elsewhere: UUID
    members: dict[str, httpx.AsyncClient]


@pytest.fixture(scope="session")
async def neighbourhood(config: Settings, database: Database) -> AsyncIterator[Neighbourhood]:
    app = serving(config, database)
    community_id = await make_community(database)
    elsewhere = await make_community(database)
    async with AsyncExitStack() as stack:
        members = {}
        for role in sorted(ROLES):
            account = await make_member(database, community_id, role)
            client = signed_in_client(app, account)
            members[role] = await stack.enter_async_context(client)
        members["nobody"] = await stack.enter_async_context(client_of(app))
        yield Neighbourhood(community_id, elsewhere, members)


def named(value: object) -> str | None:
    return value.path.removeprefix("/api/v1") if isinstance(value, ServedRoute) else None


@pytest.mark.parametrize(("method", "route"), INSIDE, ids=named)
async def test_a_role_may_do_what_its_permission_says_and_nothing_else(
    neighbourhood: Neighbourhood, method: str, route: ServedRoute
) -> None:
    permission = route.declarations[0].permission
    names_a_thing = route.path.count("{") > 1
    for role in sorted(ROLES):
        answer = await call(neighbourhood.members[role], method, route, neighbourhood.community_id)
        if permission is None or role in permission.roles:
            heard = NOT_REFUSED if names_a_thing else NOT_REFUSED - {404}
            assert answer.status_code in heard, f"{role}: {answer.text}"
        else:
            assert (answer.status_code, answer.json()["code"]) in REFUSED, role


@pytest.mark.parametrize(("method", "route"), INSIDE, ids=named)
async def test_another_community_does_not_exist_for_any_role(
    neighbourhood: Neighbourhood, method: str, route: ServedRoute
) -> None:
    for community_id in (neighbourhood.elsewhere, new_id()):
        told = set()
        for role in sorted(ROLES):
            answer = await call(neighbourhood.members[role], method, route, community_id)
            told.add((answer.status_code, answer.json()["code"]))
        assert told == {(404, "not_found")}


@pytest.mark.parametrize(("method", "route"), CALLS, ids=named)
async def test_without_a_session_only_what_is_for_anyone_answers(
    neighbourhood: Neighbourhood, method: str, route: ServedRoute
) -> None:
    answer = await call(neighbourhood.members["nobody"], method, route, neighbourhood.community_id)
    if isinstance(route.declarations[0], Anyone):
        assert answer.status_code < 500
    else:
        assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")


def test_the_matrix_is_not_empty() -> None:
    assert len(INSIDE) > 30
