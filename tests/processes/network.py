"""The network between a phone and the server, as bad as a stairwell: a proxy with moods."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from enum import StrEnum

PORTAL_PAGE = b"<html><body>Welcome to FreeWiFi, please log in</body></html>"
OURS = "application/json\r\nX-Request-Id: network"
ASKED_PAUSE = 240
SHORT_PAUSE = 2
PROBLEM = "application/problem+json\r\nX-Request-Id: network"
BUSY = f"{PROBLEM}\r\nRetry-After: {ASKED_PAUSE}"
LIMITED = f"{PROBLEM}\r\nRetry-After: {SHORT_PAUSE}"


@dataclass
class Request:
    """One request on its way: its head and its body as sent."""

    head: bytes
    body: bytes
    method: str = field(init=False)
    path: str = field(init=False)

    def __post_init__(self) -> None:
        self.method, self.path, _ = self.head.split(b"\r\n", 1)[0].decode().split(" ", 2)

    @property
    def is_sending(self) -> bool:
        """Whether it sends items."""
        return self.method == "POST" and self.path.endswith("/sync")

    @property
    def is_upload(self) -> bool:
        """Whether it sends a photo or a voice note."""
        return self.method == "PUT" and "/attachments/" in self.path


def problem(status: int) -> bytes:
    """A refusal in the server's own form."""
    body = {"status": status, "code": f"code_{status}", "title": "Not now", "errors": []}
    return json.dumps(body).encode()


def empty_promise(request: Request) -> bytes:
    """A sending answered with "accepted" for everything in it, and without a receipt."""
    ids = [item["id"] for item in json.loads(request.body)["items"]]
    results = [{"id": one, "verdict": "accepted", "receipt": None} for one in ids]
    return json.dumps({"results": results, "epoch": "promised", "server_time": None}).encode()


class Mood(StrEnum):
    """What the network does with a request."""

    PASS = "pass"
    CUT = "cut"
    """Refuses and drops everything at once."""
    SILENT = "silent"
    """Takes everything and answers nothing."""
    PORTAL = "portal"
    """Answers every request with 200 and a page of its own."""
    DEAF = "deaf"
    """Lets requests through and drops the connection instead of the answer."""
    HALF = "half"
    """Drops the connection in the middle of a body."""
    NARROW = "narrow"
    """Answers 413 in the server's own words to a body longer than ``narrowest``."""
    NARROW_STRANGER = "narrow stranger"
    """Answers 413 with a page, as a proxy on the way would."""
    DETOUR = "detour"
    """Leads every request to a page of its own, which answers 200."""
    PROMISE = "promise"
    """Answers each sending "accepted", without a receipt; lets the rest through."""
    BUSY = "busy"
    """Answers 503 to each sending and upload in the server's own words and asks to wait."""
    CROWDED = "crowded"
    """Answers 429 to each sending and upload in the server's own words and asks to wait."""
    LIMITED = "limited"
    """Answers 429 to each sending in the server's own words and asks to wait for a moment."""
    BROKEN = "broken"
    """Answers 500 to each sending that holds ``stumbles_over``."""


class Network:
    """A proxy on a port of its own; change ``mood`` at any time.

    Attributes:
        mood: what happens to requests.
        files: what happens to uploads of photos and voice notes instead, when it is set.
        narrowest: bytes of a body that still fit through a narrow network.
        stumbles_over: what a broken server cannot take in a sending.
        passed: the requests that reached the server.
        stopped: the requests that were answered on the way.
    """

    def __init__(self, target_port: int) -> None:
        self.target_port = target_port
        self.mood = Mood.PASS
        self.files: Mood | None = None
        self.narrowest = 0
        self.stumbles_over = b""
        self.port = 0
        self.passed: list[Request] = []
        self.stopped: list[Request] = []
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    @property
    def url(self) -> str:
        """Where the phone finds the server, through this network."""
        return f"http://localhost:{self.port}"

    async def open(self) -> None:
        """Start to listen."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Stop for good."""
        assert self._server is not None
        self._server.close()
        self._drop()
        await self._server.wait_closed()

    def become(self, mood: Mood) -> None:
        """Change the mood; connections under way break, as when a phone changes its network."""
        self.mood = mood
        self._drop()

    def uploads(self, mood: Mood | None) -> None:
        """Change the mood for photos and voice notes alone; ``None`` when it is as for the rest."""
        self.files = mood
        self._drop()

    def posts(self) -> list[Request]:
        """The sendings of items that reached the server."""
        return [one for one in self.passed if one.is_sending]

    def uploaded(self) -> int:
        """How often a photo or a voice note was sent, whether it reached the server or not."""
        return sum(one.is_upload for one in [*self.passed, *self.stopped])

    def _drop(self) -> None:
        for writer in list(self._open):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        try:
            if self.mood is Mood.CUT:
                writer.transport.abort()
            else:
                await Connection(self, reader, writer).relay()
        except (OSError, asyncio.IncompleteReadError):
            pass  # one of the two hung up
        finally:
            self._open.discard(writer)
            writer.close()

    def mood_for(self, request: Request) -> Mood:
        """What happens to this request."""
        return self.files if self.files is not None and request.is_upload else self.mood

    def own_answer(self, mood: Mood, request: Request) -> tuple[str, str, bytes] | None:
        """Status, content type and body of an answer that never was the server's."""
        large = len(request.body) > self.narrowest
        answer: tuple[str, str, bytes] | None = None
        match mood:
            case Mood.PORTAL:
                answer = "200 OK", "text/html", PORTAL_PAGE
            case Mood.DETOUR:
                status = "200 OK" if request.path == "/portal" else "302 Found"
                answer = status, "text/html\r\nLocation: /portal", PORTAL_PAGE
            case Mood.NARROW if large:
                answer = "413 Content Too Large", PROBLEM, problem(413)
            case Mood.NARROW_STRANGER if large:
                answer = "413 Content Too Large", "text/html", b"<h1>413</h1>"
            case Mood.PROMISE if request.is_sending:
                answer = "200 OK", OURS, empty_promise(request)
            case Mood.CROWDED if request.is_sending or request.is_upload:
                answer = "429 Too Many Requests", BUSY, problem(429)
            case Mood.BUSY if request.is_sending or request.is_upload:
                answer = "503 Service Unavailable", BUSY, problem(503)
            case Mood.LIMITED if request.is_sending:
                answer = "429 Too Many Requests", LIMITED, problem(429)
            case Mood.BROKEN if request.is_sending and self.stumbles_over in request.body:
                answer = "500 Internal Server Error", PROBLEM, problem(500)
        return answer

    @contextlib.asynccontextmanager
    async def upstream(self) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
        """A connection to the server."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.target_port)
        self._open.add(writer)
        try:
            yield reader, writer
        finally:
            self._open.discard(writer)
            writer.close()


@dataclass
class Connection:
    """One connection of a phone, request by request."""

    network: Network
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    deaf: bool = False

    async def relay(self) -> None:
        """Serve it until one side hangs up."""
        async with self.network.upstream() as (up_reader, up_writer):
            answers = asyncio.create_task(self._answers(up_reader))
            try:
                while True:
                    await self._treat(await self._next(), up_writer)
            finally:
                answers.cancel()
                with contextlib.suppress(asyncio.CancelledError, OSError):
                    await answers

    async def _next(self) -> Request:
        head = await self.reader.readuntil(b"\r\n\r\n")
        fields = [line.split(b":", 1) for line in head.split(b"\r\n")[1:] if line]
        lengths = [int(value) for name, value in fields if name.lower() == b"content-length"]
        return Request(head, await self.reader.readexactly(lengths[0]) if lengths else b"")

    async def _treat(self, request: Request, up: asyncio.StreamWriter) -> None:
        network = self.network
        mood = network.mood_for(request)
        own = network.own_answer(mood, request)
        if mood is Mood.CUT:
            raise ConnectionResetError
        if mood is Mood.SILENT:
            await self.reader.read()
        elif mood is Mood.HALF:
            up.write(request.head + request.body[: len(request.body) // 2])
            await up.drain()
            raise ConnectionResetError
        elif own:
            network.stopped.append(request)
            await self._answer(*own)
        else:
            self.deaf = mood is Mood.DEAF
            network.passed.append(request)
            up.write(request.head + request.body)
            await up.drain()

    async def _answer(self, status: str, kind: str, body: bytes) -> None:
        head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
        self.writer.write(head.encode() + body)
        await self.writer.drain()

    async def _answers(self, up: asyncio.StreamReader) -> None:
        while data := await up.read(65536):
            if self.deaf:
                self.writer.transport.abort()
                return
            self.writer.write(data)
            await self.writer.drain()
        self.writer.close()
