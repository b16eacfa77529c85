"""What every workload stands on: databases of both kinds, server processes, seeded rows."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tests"), str(Path(__file__).parent)]

from cpu import children_of, seconds_of  # noqa: E402 - needs the path above
from fixtures.postgres import postgres_server  # noqa: E402 - needs the path above
from linli.kernel.db.database import Database, open_database  # noqa: E402 - likewise
from linli.kernel.db.migrate import migrate  # noqa: E402 - likewise
from linli.kernel.keyring import Keyring, load_keyring  # noqa: E402 - likewise

START_SECONDS = 120.0
KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True)
class Stage:
    """A migrated database and the folder of a server on it."""

    kind: str
    folder: Path
    url: str
    keyring: Keyring
    postmaster: int | None = None
    """The process of the database server, where there is one."""

    def cpu_seconds(self, server: "Serving") -> float:
        """What a server and its database have spent on a processor so far."""
        return seconds_of(server.process.pid, *self._backends())

    def cpu_seconds_here(self) -> float:
        """The same of this very process and the database."""
        return time.process_time() + seconds_of(*self._backends())

    def _backends(self) -> list[int]:
        return children_of(self.postmaster) if self.postmaster else []

    def open(self) -> Database:
        """Open it as the serving role."""
        return open_database(self.url, self.keyring)

    @property
    def driver_url(self) -> str:
        """The address for a bare driver: as the owner, whom no row-level security slows."""
        return self.url.replace("linli_app@", "postgres@")


@contextmanager
def stage(kind: str) -> Iterator[Stage]:
    """A fresh migrated database of a kind."""
    with tempfile.TemporaryDirectory(prefix="linli-bench-") as name:
        folder = Path(name)
        keyring = load_keyring(folder / "master.key")
        if kind == "sqlite":
            url = f"sqlite:///{folder / 'linli.db'}"
            asyncio.run(_migrate(url, keyring))
            yield Stage(kind, folder, url, keyring)
            return
        data = folder / "pg"
        data.mkdir()
        with postgres_server(data, durable=True) as server:
            owner, serving_url = server.new_database("linli_bench")
            asyncio.run(_migrate(owner, keyring))
            postmaster = int((data / "postmaster.pid").read_text().split()[0])
            yield Stage(kind, folder, serving_url, keyring, postmaster)


async def _migrate(url: str, keyring: Keyring) -> None:
    database = open_database(url, keyring)
    await migrate(database.writer, ROOT / "migrations")
    await database.close()


@dataclass(frozen=True)
class Serving:
    """A server process that listens on loopback."""

    port: int
    process: "subprocess.Popen[bytes]"

    def resident_mb(self) -> float:
        """Resident memory now, in MB of 10^6 bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024 / 1e6


@contextmanager
def serving(app: str, settings: dict[str, str], *flags: str) -> Iterator[Serving]:
    """``uvicorn app`` with settings, ended when the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", app, "--port", str(port), "--log-level", "warning"]
    process = subprocess.Popen(
        [*command, "--no-access-log", *flags],
        env=os.environ | {"PYTHONPATH": str(Path(__file__).parent)} | settings,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(port, process)
        yield Serving(port, process)
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=20)


def _wait(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server did not start")


def limit(staged: Stage, query: str) -> dict[str, str]:
    """Settings of the bare server for one statement."""
    return {"LIMIT_DATABASE": staged.driver_url, "LIMIT_QUERY": query}


def product(staged: Stage) -> dict[str, str]:
    """Settings of Linli on a stage."""
    return {
        "LINLI_DATABASE_URL": staged.url,
        "LINLI_DATA_FOLDER": str(staged.folder),
        "LINLI_WORKER_IN_PROCESS": "false",
        "LINLI_DEMO": "true",
    }
