"""Bodies end where they may: counted while they arrive, whatever their length was said to be."""

from collections.abc import Mapping
from typing import Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

UPLOAD: dict[str, Any] = {"x-body": "upload"}
"""``openapi_extra`` of a route that takes a file: the larger limit is its own."""


class BodyLimit:
    """Raises 413 ``too_large`` as soon as a body is longer than its route allows."""

    def __init__(self, app: ASGIApp, *, json: int, upload: int) -> None:
        """Wrap an application; limits are in bytes."""
        self.app = app
        self.json = json
        self.upload = upload

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "")
        counted = int(announced) if announced.isdecimal() else 0
        arrived = 0

        async def limited() -> Message:
            nonlocal arrived
            limit = self._limit(scope)
            if counted > limit:
                raise HTTPException(413)
            message = await receive()
            arrived += len(message.get("body", b""))
            if arrived > limit:
                raise HTTPException(413)
            return message

        await self.app(scope, limited, send)

    def _limit(self, scope: Mapping[str, Any]) -> int:
        """The limit of the route; it is known before any part of the body is read."""
        extra = getattr(scope.get("route"), "openapi_extra", None) or {}
        return self.upload if extra.get("x-body") == "upload" else self.json
