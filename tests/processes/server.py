"""A real server process that a test can start, kill and start again on the same port."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx

from linli.kernel.db.database import Database, open_database
from linli.kernel.keyring import load_keyring

START_SECONDS = 120.0
"""Patience costs only where it fails; a busy machine needs more than half a minute."""
LOOK_EVERY = 0.05


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """``linli serve`` on loopback with its own data folder."""

    def __init__(self, folder: Path, database_url: str = "", **settings: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.settings = {
            "LINLI_DATA_FOLDER": str(folder),
            "LINLI_DATABASE_URL": database_url,
            "LINLI_PORT": str(self.port),
            "LINLI_PUBLIC_URL": f"http://localhost:{self.port}",
            "LINLI_DEMO": "false",
            **settings,
        }
        self.database_url = database_url or f"sqlite:///{folder / 'linli.db'}"
        self.process: subprocess.Popen[bytes] | None = None

    @asynccontextmanager
    async def database(self) -> AsyncIterator[Database]:
        """The database behind the server, open beside it."""
        opened = open_database(self.database_url, load_keyring(self.folder / "master.key"))
        try:
            yield opened
        finally:
            await opened.close()

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://localhost:{self.port}"

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """One command of the product against this server's data."""
        return subprocess.run(
            [sys.executable, "-m", "linli", *arguments],
            env=os.environ | self.settings,
            capture_output=True,
            text=True,
            check=True,
        )

    async def start(self, within: float = START_SECONDS) -> None:
        """Start and wait until it is ready."""
        with (self.folder / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "linli", "serve"],
                env=os.environ | self.settings,
                stdout=log,
                stderr=log,
            )
        try:
            async with asyncio.timeout(within), httpx.AsyncClient() as client:
                while not await self._ready(client):
                    await asyncio.sleep(LOOK_EVERY)
        except BaseException:
            self.kill()  # whoever waited in vain has nothing to end it by
            raise

    async def keep_running(self) -> None:
        """Start it, unless it runs."""
        if self.process is None or self.process.poll() is not None:
            await self.start()

    async def _ready(self, client: httpx.AsyncClient) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, (self.folder / "server.log").read_text()[-3000:]
        try:
            return (await client.get(f"{self.url}/readyz")).status_code == httpx.codes.OK
        except httpx.TransportError:
            return False

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """End it as an operator would."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait(timeout=20)
        self.process = None
