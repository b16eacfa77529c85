"""Around all: every request gets an id, a line in the log, a place in the metrics, and an answer.

The log holds no personal data: the path's template instead of the path, no query, no body, no
account; of an unexpected error its class and where it happened, never its text. One layer also
guards the body and adds the headers, for each layer more is a cost of every request.
"""

import time

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from linli.kernel import ids
from linli.kernel.http.access_log import AccessLog
from linli.kernel.http.answers import answer
from linli.kernel.http.metrics import Metrics
from linli.kernel.http.middleware.body_limit import BodyLimit
from linli.kernel.http.middleware.security_headers import with_security
from linli.kernel.problems import Problem

log = structlog.get_logger("linli.http")
UNMATCHED = "(none)"
HUNG_UP = 499
"""For the log only: nobody is there to be answered."""


class Watch:
    """The outermost layer around the application; its own answer is guarded too."""

    def __init__(
        self, app: ASGIApp, *, metrics: Metrics, access_log: AccessLog, limit: BodyLimit
    ) -> None:
        """Wrap an application."""
        self.app = app
        self.metrics = metrics
        self.access_log = access_log
        self.limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request_id = ids.new_id_text()
        scope.setdefault("state", {})["request_id"] = request_id
        started, status = time.perf_counter(), 0

        async def told(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                secure = scope.get("scheme") == "https"
                headers = with_security(message.get("headers", ()), secure=secure)
                headers.append((b"x-request-id", request_id.encode()))
                message["headers"] = headers
            await send(message)

        try:
            await self.app(scope, self.limit.guard(scope, receive), told)
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
        method, route = scope["method"], getattr(scope.get("route"), "path", UNMATCHED)
        self.metrics.note(method, route, status, seconds)
        self.access_log.note(request_id, method, route, status, seconds)
