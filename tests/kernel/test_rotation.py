"""Another master key, while a server works: everything opens before, during and after."""

import asyncio
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from factories.identity import make_account
from fixtures.community import new_community
from linli.commands.rotate_key import rewrap_all
from linli.config import Settings
from linli.identity.models import Account
from linli.identity.queries.logins import open_login
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id
from linli.kernel.keyring import Keyring, load_keyring, new_key, read_key_file
from linli.kernel.vault.rotate import (
    WrongKeyError,
    begin_rotation,
    finish_rotation,
    refuse_wrong_key,
    rewrap_roots,
)
from linli.kernel.vault.sealer import Sealer, sealer_for, unsealer_for

Make = Callable[[], tuple[str, str]]
NEED = new_id()


async def opened(owner: str, serving: str, key: Path) -> Database:
    """A migrated database, opened as a server opens it."""
    database = open_database(owner, load_keyring(key))
    await migrate(database.writer, Settings().migrations_folder)
    await database.close()
    return open_database(serving, load_keyring(key))


async def seal_something(database: Database) -> tuple[UUID, UUID, bytes]:
    community_id, person = await new_community(database), new_id()
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        sealer = await sealer_for(tx, person)
    return community_id, person, sealer.seal("need", NEED, b"third floor")


async def opens(database: Database, sealed: tuple[UUID, UUID, bytes]) -> bool:
    community_id, person, content = sealed
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        sealer = await unsealer_for(tx, person)
    assert isinstance(sealer, Sealer)
    return sealer.unseal("need", NEED, content) == b"third floor"


async def login_of(database: Database, account_id: UUID) -> str:
    a = table(Account).c
    async with database.transaction(write=False) as tx:
        sealed = await tx.scalar(select(a.login_sealed).where(a.id == account_id))
    return open_login(database.keyring, account_id, sealed)


async def test_a_server_that_runs_opens_everything_at_every_step(
    empty_database: Make, tmp_path: Path
) -> None:
    key = tmp_path / "master.key"
    owner, serving = empty_database()
    server = await opened(owner, serving, key)
    before = await seal_something(server)
    account = await make_account(server, login="wangxiuying")
    first = key.read_text()
    digest, signing = server.keyring.digest(b"body"), server.keyring.signing_key("log")

    assert begin_rotation(key)
    during = await seal_something(server)
    command = open_database(serving, load_keyring(key))
    await rewrap_all(command)
    assert await opens(server, before)
    assert await opens(server, during)
    finish_rotation(key)
    after = await seal_something(server)
    for sealed in (before, during, after):
        assert await opens(server, sealed)
        assert await opens(command, sealed)
    assert await login_of(server, account.account_id) == "wangxiuying"
    assert await rewrap_roots(command) == 0

    fresh = load_keyring(key)
    assert fresh.digest(b"body") == digest, "what was recognised before is recognised after"
    assert fresh.signing_key("log").private_bytes_raw() == signing.private_bytes_raw()
    assert first not in key.read_text()
    old = open_database(serving, Keyring(bytes.fromhex(first)))
    with pytest.raises(WrongKeyError):
        await refuse_wrong_key(old)
    for database in (server, command, old):
        await database.close()


async def test_cut_off_anywhere_it_goes_on(empty_database: Make, tmp_path: Path) -> None:
    key = tmp_path / "master.key"
    owner, serving = empty_database()
    server = await opened(owner, serving, key)
    sealed = [await seal_something(server) for _ in range(3)]
    begin_rotation(key)
    half = read_key_file(key)
    assert await rewrap_roots(server) == 3
    more = await seal_something(server)
    assert not begin_rotation(key), "a rotation that is under way is not begun again"
    assert read_key_file(key) == half
    await rewrap_all(server)
    finish_rotation(key)
    for each in (*sealed, more):
        assert await opens(server, each)
    assert begin_rotation(key), "and the next one begins anew"
    await rewrap_all(server)
    finish_rotation(key)
    restarted = open_database(serving, load_keyring(key))
    for each in (*sealed, more):
        assert await opens(restarted, each)
    await server.close()
    await restarted.close()


async def test_many_write_while_the_key_changes(empty_database: Make, tmp_path: Path) -> None:
    key = tmp_path / "master.key"
    owner, serving = empty_database()
    server = await opened(owner, serving, key)
    made: list[tuple[UUID, UUID, bytes]] = []
    stop = asyncio.Event()

    async def write() -> None:
        while not stop.is_set():
            made.append(await seal_something(server))

    writing = asyncio.create_task(write())
    command = open_database(serving, load_keyring(key))
    for _ in range(3):
        begin_rotation(key)
        await rewrap_all(command)
        finish_rotation(key)
    stop.set()
    await writing
    restarted = open_database(serving, load_keyring(key))
    for each in made:
        assert await opens(restarted, each)
    for database in (server, command, restarted):
        await database.close()


async def test_the_command_rotates_and_the_key_file_stays_private(
    empty_database: Make, tmp_path: Path
) -> None:
    key = tmp_path / "master.key"
    owner, serving = empty_database()
    server = await opened(owner, serving, key)
    sealed = await seal_something(server)
    environment = {"LINLI_DATABASE_URL": serving, "LINLI_MASTER_KEY_FILE": str(key)}
    done = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "linli", "rotate-key"],
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert key.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.glob("master.key*")) == [key]
    assert await opens(server, sealed)
    given = {**environment, "LINLI_MASTER_KEY": new_key().hex()}
    refused = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-m", "linli", "rotate-key"],
        env=given,
        capture_output=True,
        check=False,
    )
    assert refused.returncode == 1
    await server.close()
