"""Every request gets an id, a line in the log, a place in the metrics, and an answer.

The log holds no personal data: the path's template instead of the path, no query, no body, no
account; of an unexpected error its class and where it happened, never its text.
"""

import time

import structlog
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from linli.kernel import ids
from linli.kernel.http.answers import answer
from linli.kernel.http.metrics import Metrics
from linli.kernel.problems import Problem

log = structlog.get_logger("linli.http")
UNMATCHED = "(none)"
HUNG_UP = 499
"""For the log only: nobody is there to be answered."""


class Watch:
    """The layer around the application that answers when nothing else did."""

    def __init__(self, app: ASGIApp, *, metrics: Metrics) -> None:
        """Wrap an application."""
        self.app = app
        self.metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = str(ids.new_id())
        scope.setdefault("state", {})["request_id"] = request_id
        started, status = time.perf_counter(), 0

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = request_id
            await send(message)

        try:
            await self.app(scope, receive, told)
        except ClientDisconnect:
            status = status or HUNG_UP
        except Exception:
            log.exception("request.failed", request_id=request_id)
            if status:
                raise
            failed = answer(Request(scope), Problem(500, "internal"))
            await failed(scope, receive, told)
        finally:
            self._note(scope, request_id, status, time.perf_counter() - started)

    def _note(self, scope: Scope, request_id: str, status: int, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", UNMATCHED)
        self.metrics.note(scope["method"], route, status, seconds)
        log.info(
            "request",
            request_id=request_id,
            method=scope["method"],
            route=route,
            status=status,
            ms=round(seconds * 1000, 1),
        )
