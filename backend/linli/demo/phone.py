"""A phone without a screen: the demo is told through the same API that everybody uses."""

import uuid
from collections.abc import Sequence
from typing import Any

import httpx
from fastapi import FastAPI

from linli.demo.documents import Picture
from linli.identity.public import SESSION_COOKIE
from linli.kernel import clock
from linli.kernel.ids import new_id

BATCH = 200
ORIGIN = "https://localhost"


class RefusedError(Exception):
    """The server refused a step of the story: the story no longer fits the product."""


class Phone:
    """Somebody's phone, signed in to one community."""

    def __init__(self, client: httpx.AsyncClient, community_id: str) -> None:
        """Use ``signed_in`` to make one."""
        self._client = client
        self._base = f"/api/v1/communities/{community_id}"

    @classmethod
    def signed_in(cls, app: FastAPI, token: str, community_id: str) -> "Phone":
        """A phone with a session that is open already."""
        headers = {"X-Linli": "1", "Cookie": f"{SESSION_COOKIE}={token}"}
        transport = httpx.ASGITransport(app)
        client = httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers)
        return cls(client, community_id)

    async def get(self, path: str) -> Any:
        """Read something."""
        return _checked(await self._client.get(self._base + path))

    async def post(self, path: str, body: Any, version: int | None = None) -> Any:
        """Create something, or do what has no id of its own, to what was seen in a version."""
        headers = {"Idempotency-Key": uuid.uuid4().hex}
        if version is not None:
            headers["If-Match"] = f'"{version}"'
        return _checked(await self._client.post(self._base + path, json=body, headers=headers))

    async def put(self, path: str, body: Any, version: int) -> Any:
        """Change something that was seen in this version."""
        headers = {"If-Match": f'"{version}"'}
        return _checked(await self._client.put(self._base + path, json=body, headers=headers))

    async def upload(self, path: str, content: bytes) -> Any:
        """Send a file."""
        headers = {"Content-Type": "application/octet-stream"}
        return _checked(
            await self._client.post(self._base + path, content=content, headers=headers)
        )

    async def attach(self, file: Picture) -> None:
        """Send a file that something declared."""
        path = f"{self._base}/attachments/{file.slot['sha256']}"
        headers = {"Content-Type": "application/octet-stream"}
        _checked(await self._client.put(path, content=file.content, headers=headers))

    async def photograph(self, kind: str, payload: dict[str, Any], file: Picture) -> None:
        """Send a photo that is a record of its own, as the outbox does; the payload names it."""
        await self.sync(kind, [{**payload, "sha256": file.slot["sha256"]}], [file.slot])
        await self.attach(file)

    async def sync(
        self, kind: str, payloads: Sequence[dict[str, Any]], slots: Sequence[dict[str, Any]] = ()
    ) -> None:
        """Send what was recorded, as the outbox does; each with the same files."""
        for start in range(0, len(payloads), BATCH):
            moment = clock.now().isoformat()
            items = [
                {
                    "id": str(new_id()),
                    "kind": kind,
                    "recorded_at": payload.get("happened_at", moment),
                    "payload": payload,
                    "attachments": list(slots),
                }
                for payload in payloads[start : start + BATCH]
            ]
            await self._send(moment, items)

    async def _send(self, moment: str, items: list[dict[str, Any]]) -> None:
        head = {"device_id": str(new_id()), "app_version": "demo", "device_time": moment}
        answer = await self.post("/sync", {**head, "items": items})
        refused = [each for each in answer["results"] if each["verdict"] != "accepted"]
        if refused:
            raise RefusedError(str(refused[0]))

    async def close(self) -> None:
        """Put it away and sign out."""
        await self._client.delete("/api/v1/session")
        await self._client.aclose()


def _checked(response: httpx.Response) -> Any:
    if response.is_error:
        raise RefusedError(f"{response.request.url.path} {response.text}")
    return response.json() if response.content else None
