"""The composed server: what its file says, and that its commands do what they should."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from sqlalchemy import text

from conftest import KEYRING, MASTER_KEY, ROOT
from fixtures.postgres import PostgresServer
from linli.config import Settings
from linli.kernel.db.database import open_database, refuse_unsafe_role

FILE = ROOT / "docker-compose.yml"
COMPOSE: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("app", "worker", "migrate")
NEEDED = {"LINLI_DOMAIN", "LINLI_OWNER_PASSWORD", "LINLI_SERVING_PASSWORD"}


def has_compose() -> bool:
    asked = subprocess.run(["docker", "compose", "version"], capture_output=True, check=False)
    return asked.returncode == 0


def test_the_file_means_something_to_compose() -> None:
    """Asks Compose itself where its client is there, else checks what names what."""
    try:
        available = has_compose()
    except FileNotFoundError:
        available = False
    if available:
        values = dict.fromkeys(NEEDED, "x")
        command = ["docker", "compose", "--file", FILE, "config", "--quiet"]
        subprocess.run(command, env=os.environ | values, check=True)
    for name, service in SERVICES.items():
        assert set(service.get("depends_on", {})) <= set(SERVICES), name
        assert set(service.get("networks", [])) <= set(COMPOSE["networks"]), name
        assert set(service.get("secrets", [])) <= set(COMPOSE["secrets"]), name
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            there = (ROOT / source).exists() if source.startswith(".") else None
            assert there or source in COMPOSE["volumes"], volume


def test_only_the_front_door_is_open() -> None:
    assert [name for name, service in SERVICES.items() if service.get("ports")] == ["caddy"]
    assert COMPOSE["networks"]["inside"]["internal"] is True
    for name in OURS:
        assert SERVICES[name]["networks"] == ["inside"]


def test_every_service_says_whether_it_is_well_or_ends() -> None:
    inherited = {"app"}  # from the image
    for name, service in SERVICES.items():
        assert name in inherited or service["healthcheck"], name


def test_our_processes_can_do_no_more_than_they_must() -> None:
    for name in OURS:
        service = SERVICES[name]
        assert service["read_only"] is True
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]


def test_no_password_is_written_down_and_only_migrations_are_the_owners() -> None:
    for name, service in SERVICES.items():
        for key, value in service.get("environment", {}).items():
            if "PASSWORD" in key or "@postgres" in str(value):
                assert ":?" in value, f"{name} {key}"
        if "LINLI_OWNER_PASSWORD" in str(service.get("environment", {})):
            assert name in {"migrate", "postgres"}


def test_every_setting_is_one_that_exists() -> None:
    known = {f"LINLI_{name.upper()}" for name in Settings.model_fields}
    known |= {"LINLI_DOMAIN", "LINLI_SERVING_PASSWORD"}
    for service in SERVICES.values():
        given = {key for key in service.get("environment", {}) if key.startswith("LINLI_")}
        assert given <= known


def test_the_front_door_guards_the_figures_and_leads_to_the_server() -> None:
    caddyfile = (ROOT / "deploy" / "Caddyfile").read_text(encoding="utf-8")
    assert caddyfile.count("{") == caddyfile.count("}")
    assert "respond @private 404" in caddyfile
    assert "reverse_proxy app:8000" in caddyfile
    assert "encode zstd gzip" in caddyfile


def command_of(service: str) -> list[str]:
    program, *rest = SERVICES[service]["command"]
    assert program == "python"
    return [sys.executable, *rest]


@pytest.fixture
def environment(postgres_instance: PostgresServer, tmp_path: Path) -> dict[str, str]:
    """What Compose would give, with an empty database and this machine's addresses."""
    (tmp_path / "master.key").write_text(MASTER_KEY.hex())
    owner, serving = postgres_instance.new_database(f"composed_{uuid.uuid4().hex[:8]}")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    return {
        **os.environ,
        "LINLI_DATABASE_URL": serving,
        "LINLI_MIGRATION_DATABASE_URL": owner,
        "LINLI_MASTER_KEY_FILE": str(tmp_path / "master.key"),
        "LINLI_DATA_FOLDER": str(tmp_path),
        "LINLI_PUBLIC_URL": f"http://localhost:{port}",
        "LINLI_WORKER_IN_PROCESS": "false",
        "LINLI_HOST": "127.0.0.1",
        "LINLI_PORT": port,
    }


@contextmanager
def running(service: str, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """The service's own command as a process; it must end in peace when asked to."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command_of(service), env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            yield process
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=20)
            output.seek(0)
            assert process.returncode in {0, -signal.SIGTERM}, output.read().decode()
        finally:
            process.kill()
            process.wait()


async def ready(port: str) -> int:
    async with asyncio.timeout(40), httpx.AsyncClient() as client:
        while True:
            try:
                return (await client.get(f"http://127.0.0.1:{port}/readyz")).status_code
            except httpx.TransportError:
                await asyncio.sleep(0.05)


async def test_the_same_commands_migrate_serve_and_work(environment: dict[str, str]) -> None:
    subprocess.run(command_of("migrate"), env=environment, check=True, capture_output=True)
    with running("app", environment), running("worker", environment):
        assert await ready(environment["LINLI_PORT"]) == 200
        health = SERVICES["worker"]["healthcheck"]["test"][2:]
        check = [sys.executable, *health]
        subprocess.run(check, env=environment, check=True, capture_output=True)


async def test_the_serving_role_of_the_init_script_is_bound_by_row_security(
    postgres_instance: PostgresServer,
) -> None:
    script = (ROOT / "deploy" / "postgres-init.sh").read_text(encoding="utf-8")
    statement = script.partition("<<'SQL'\n")[2].partition("\nSQL")[0]
    owner, serving = postgres_instance.new_database(f"init_{uuid.uuid4().hex[:8]}")
    role = f"init_{uuid.uuid4().hex[:8]}"
    made = statement.replace("linli_app", role).replace(":'password'", "'made up'")
    database = open_database(owner, KEYRING)
    async with database.transaction(write=True) as tx:
        await tx.execute(text(made))
    await database.close()
    serving_database = open_database(serving.replace("linli_app@", f"{role}@"), KEYRING)
    await refuse_unsafe_role(serving_database)
    await serving_database.close()
