"""A server process with the demo community, and somebody of each role signed in."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpx
import pytest

from linli.demo.people import ONE_OF_EACH, PASSWORD
from processes.server import Server

LISTS = {
    "household_id": "households",
    "building_id": "buildings",
    "project_id": "projects",
    "plan_id": "cost-plans",
    "canvass_id": "canvasses",
    "document_id": "handbook-documents",
    "need_id": "assistance-needs",
    "suggestion_id": "need-suggestions",
    "task_id": "care-tasks",
    "grievance_id": "grievances",
    "import_id": "roster-imports",
    "duty_id": "register-duties",
}
"""Where ids of real things are found, by the name of the path parameter."""


@dataclass
class Neighbourhood:
    """A served community and what is in it."""

    server: Server
    community_id: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    ids: dict[str, list[str]] = field(default_factory=dict)

    async def sign_in(self, login: str) -> str:
        """A fresh session; its cookie."""
        async with httpx.AsyncClient(base_url=self.server.url) as client:
            body = {"login": login, "password": PASSWORD, "device_name": "fuzz"}
            headers = {"X-Linli": "1", "X-Forwarded-For": f"10.9.8.{len(self.cookies)}"}
            answer = await client.post("/api/v1/session", json=body, headers=headers)
            assert answer.status_code == httpx.codes.OK, answer.text
            self.community_id = answer.json()["communities"][0]["id"]
            return "; ".join(f"{name}={value}" for name, value in answer.cookies.items())

    async def look_around(self) -> None:
        """Find ids of real things, as whoever may list them."""
        for name, path in LISTS.items():
            for role in ("social_worker", "community_admin"):
                headers = {"Cookie": self.cookies[role]}
                address = f"{self.server.url}/api/v1/communities/{self.community_id}/{path}"
                async with httpx.AsyncClient() as client:
                    answer = await client.get(address, headers=headers)
                if answer.status_code == httpx.codes.OK:
                    found = answer.json()["items"]
                    self.ids.setdefault(name, []).extend(row["id"] for row in found[:20])


@pytest.fixture(scope="session")
async def neighbourhood(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Neighbourhood]:
    server = Server(tmp_path_factory.mktemp("api"), LINLI_LOG_LEVEL="WARNING", LINLI_DEMO="true")
    await server.start()
    try:
        made = Neighbourhood(server)
        for person in ONE_OF_EACH:
            made.cookies[person.role] = await made.sign_in(person.login)
        made.cookies["volunteer"] = await made.sign_in("volunteer")
        await made.look_around()
        yield made
    finally:
        server.stop()
