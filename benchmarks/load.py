"""A bounded HTTP/1.1 load: N kept-alive connections on loopback, a fixed number of requests.

Written on asyncio protocols so that on two cores the client is not what is measured.
"""

import asyncio
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

HOST = "127.0.0.1"
LONGEST_SECONDS = 120
"""A load that has not ended by then is given up: something hangs."""


@dataclass(frozen=True)
class Loaded:
    """What a load saw."""

    rate: float
    """Requests a second."""
    p50_ms: float
    p99_ms: float
    bytes_each: float


def request(method: str, path: str, headers: dict[str, str], body: bytes = b"") -> bytes:
    """The bytes of one request."""
    lines = [f"{method} {path} HTTP/1.1", "Host: localhost", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


class _Connection(asyncio.Protocol):
    def __init__(self, requests: Iterator[bytes], done: asyncio.Future[None]) -> None:
        self.requests, self.done = requests, done
        self.seen, self.times, self.size = b"", [], 0
        self.started = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        self._next()

    def _next(self) -> None:
        payload = next(self.requests, None)
        if payload is None:
            self.transport.close()
            if not self.done.done():
                self.done.set_result(None)
            return
        self.started = time.perf_counter()
        self.transport.write(payload)

    def data_received(self, data: bytes) -> None:
        self.seen = self.seen + data if self.seen else data
        head, separator, rest = self.seen.partition(b"\r\n\r\n")
        if not separator or len(rest) < _length(head):
            return
        self._check(head, rest)
        self.times.append(time.perf_counter() - self.started)
        self.size += len(rest)
        self.seen = b""
        self._next()

    def _check(self, head: bytes, rest: bytes) -> None:
        if head[9:10] != b"2" and not self.done.done():
            self.done.set_exception(RuntimeError(f"{head[:60]!r} {rest[:600]!r}"))

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_exception(exc or RuntimeError("the server hung up"))


def _length(head: bytes) -> int:
    marker = head.lower().index(b"content-length:")
    return int(head[marker + 15 :].split(b"\r\n", 1)[0])


async def _run(port: int, make: Callable[[], Iterator[bytes]], connections: int) -> Loaded:
    loop = asyncio.get_running_loop()
    requests = make()
    ends: list[asyncio.Future[None]] = [loop.create_future() for _ in range(connections)]
    began = time.perf_counter()
    protocols = [
        (await loop.create_connection(lambda end=end: _Connection(requests, end), HOST, port))[1]
        for end in ends
    ]
    async with asyncio.timeout(LONGEST_SECONDS):
        await asyncio.gather(*ends)
    seconds = time.perf_counter() - began
    times = sorted(t for protocol in protocols for t in protocol.times)
    return Loaded(
        rate=len(times) / seconds,
        p50_ms=1000 * statistics.median(times),
        p99_ms=1000 * times[int(len(times) * 0.99)],
        bytes_each=sum(protocol.size for protocol in protocols) / len(times),
    )


def load(port: int, make: Callable[[], Iterator[bytes]], connections: int = 16) -> Loaded:
    """Send every request that ``make()`` yields, ``connections`` at a time; all must answer 2xx."""
    import uvloop  # noqa: PLC0415 - the client's own loop, as fast as the server's

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(_run(port, make, connections))
