"""The network between a phone and the server, as bad as a stairwell: a TCP proxy with moods."""

import asyncio
import contextlib
from enum import StrEnum

PORTAL_PAGE = b"<html><body>Welcome to FreeWiFi, please log in</body></html>"
PORTAL = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
    b"Content-Length: " + str(len(PORTAL_PAGE)).encode() + b"\r\n\r\n" + PORTAL_PAGE
)


class Mood(StrEnum):
    """What the network does with a connection."""

    PASS = "pass"
    CUT = "cut"
    """Refuses and drops everything at once."""
    SILENT = "silent"
    """Takes everything and answers nothing."""
    PORTAL = "portal"
    """Answers every request with 200 and a page of its own."""
    DEAF = "deaf"
    """Lets requests through and drops the connection instead of the answer."""


class Network:
    """A proxy on a port of its own; change ``mood`` at any time."""

    def __init__(self, target_port: int) -> None:
        self.target_port = target_port
        self.mood = Mood.PASS
        self.port = 0
        self.bytes_up = 0
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
        self.drop()
        await self._server.wait_closed()

    def become(self, mood: Mood) -> None:
        """Change the mood; connections under way break, as when a phone changes its network."""
        self.mood = mood
        self.drop()

    def drop(self) -> None:
        """Break every connection under way."""
        for writer in list(self._open):
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        with contextlib.suppress(OSError, asyncio.IncompleteReadError):
            await self._treat(reader, writer)
        self._open.discard(writer)
        writer.close()

    async def _treat(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        match self.mood:
            case Mood.CUT:
                writer.transport.abort()
            case Mood.SILENT:
                await reader.read()
            case Mood.PORTAL:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(PORTAL)
                await writer.drain()
            case _:
                await self._relay(reader, writer)

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        up_reader, up_writer = await asyncio.open_connection("127.0.0.1", self.target_port)
        self._open.add(up_writer)
        down = asyncio.create_task(self._answers(up_reader, writer))
        try:
            while data := await reader.read(65536):
                self.bytes_up += len(data)
                up_writer.write(data)
                await up_writer.drain()
        finally:
            self._open.discard(up_writer)
            up_writer.close()
            down.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError):
                await down

    async def _answers(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            if self.mood is Mood.DEAF:
                writer.transport.abort()
                return
            writer.write(data)
            await writer.drain()
        writer.close()
