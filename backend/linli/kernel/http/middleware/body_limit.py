"""Bodies end where they may: counted while they arrive, whatever their length was said to be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.types import Message, Receive, Scope

UPLOAD: dict[str, Any] = {"x-body": "upload"}
"""``openapi_extra`` of a route that takes a file: the larger limit is its own."""
_BODILESS = frozenset({"GET", "HEAD"})
"""Nothing reads a body of these."""


@dataclass(frozen=True)
class BodyLimit:
    """How long bodies may be, in bytes."""

    json: int
    upload: int

    def guard(self, scope: Scope, receive: Receive) -> Receive:
        """``receive``, but raising 413 as soon as a body is longer than its route allows."""
        if scope["method"] in _BODILESS:
            return receive
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

        return limited

    def _limit(self, scope: Mapping[str, Any]) -> int:
        """The limit of the route; it is known before any part of the body is read."""
        extra = getattr(scope.get("route"), "openapi_extra", None) or {}
        return self.upload if extra.get("x-body") == "upload" else self.json
