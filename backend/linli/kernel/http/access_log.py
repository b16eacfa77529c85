"""The line that every request leaves in the log, written some at a time.

Writing each line by itself, through a logger of many parts, took a tenth of a hot read. Here lines
wait for a twentieth of a second at most, and for nothing when the server ends; only a process that
is killed can take some along.
"""

import asyncio
import logging
import sys
from datetime import UTC, datetime

import orjson

FLUSH_AFTER = 0.05
"""Seconds."""
MANY = 1000
"""So many lines are written at once, however young they are."""


class AccessLog:
    """Lines of one server."""

    def __init__(self, level: str) -> None:
        """Write lines when ``level`` lets pass what is of interest."""
        self._wanted = logging.getLevelNamesMapping()[level.upper()] <= logging.INFO
        self._waiting: list[bytes] = []

    def note(self, request_id: str, method: str, route: str, status: int, seconds: float) -> None:
        """One request: the path's template instead of the path, and nothing about who asked."""
        if not self._wanted:
            return
        line = {
            "request_id": request_id,
            "method": method,
            "route": route,
            "status": status,
            "ms": round(seconds * 1000, 1),
            "event": "request",
            "level": "info",
            "timestamp": datetime.now(UTC).isoformat().replace("+00:00", "Z"),
        }
        self._waiting.append(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
        if len(self._waiting) == 1:
            asyncio.get_running_loop().call_later(FLUSH_AFTER, self.flush)
        elif len(self._waiting) >= MANY:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        lines, self._waiting = self._waiting, []
        if lines:
            sys.stdout.write(b"".join(lines).decode())
            sys.stdout.flush()
