"""What was erased stays erased, also when an older backup is put in place."""

import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from factories.care_register import Town, make_need, make_town
from linli.care.actions.end_need import Ending
from linli.care.actions.end_once import end_once
from linli.care.models.register import AssistanceNeed, NeedEnding
from linli.commands.backup import take
from linli.commands.restore import put
from linli.config import Settings
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id
from linli.kernel.keyring import load_keyring
from linli.kernel.vault.erased import FILE, keep_erasures, read_erased
from linli.kernel.vault.models import VaultErasure, VaultKey
from linli.kernel.vault.sealer import sealer_for
from linli.kernel.vault.vault import destroy_person_key

Make = Callable[[], tuple[str, str]]


def config_for(addresses: tuple[str, str], folder: Path, key: Path) -> Settings:
    owner, serving = addresses
    folder.mkdir(parents=True, exist_ok=True)
    return Settings(
        database_url=serving,
        migration_database_url=owner,
        data_folder=folder,
        master_key_file=key,
    )


async def opened(config: Settings) -> Database:
    owner = open_database(config.migration_database, load_keyring(config.key_file))
    await migrate(owner.writer, config.migrations_folder)
    await owner.close()
    return open_database(config.database, load_keyring(config.key_file))


@dataclass
class Stage:
    """A server with its keys, and a town in its database."""

    config: Settings
    database: Database
    town: Town

    @property
    def keys_folder(self) -> Path:
        return self.config.key_file.parent

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Tx]:
        async with self.database.transaction(write=True) as tx:
            await tx.enter(self.town.community_id)
            yield tx

    async def rows(self, asks: Any) -> list[Row]:
        async with self.database.transaction(write=False) as tx:
            await tx.enter(self.town.community_id)
            return await tx.rows(asks)

    async def keys(self) -> set[UUID]:
        c = table(VaultKey).c
        asks = select(c.id).where(c.community_id == self.town.community_id)
        return {row["id"] for row in await self.rows(asks)}

    async def person_of(self, need_id: UUID) -> UUID:
        c = table(AssistanceNeed).c
        (found,) = await self.rows(select(c.person_id).where(c.id == need_id))
        return UUID(str(found["person_id"]))

    async def states(self, *need_ids: UUID) -> dict[UUID, tuple[str, bool]]:
        """Each need's status, and whether its content is gone."""
        n = table(AssistanceNeed).c
        rows = await self.rows(select(n.id, n.status, n.sealed).where(n.id.in_(need_ids)))
        return {row["id"]: (row["status"], row["sealed"] is None) for row in rows}

    async def withdraw(self, need_id: UUID) -> None:
        n = table(AssistanceNeed)
        async with self.writing() as tx:
            need = await tx.row(select(n).where(n.c.id == need_id))
            assert need is not None
            await end_once(tx, need, Ending(new_id(), "withdrawn", new_id(), "spoken_at_door"))

    async def seal_for(self, person: UUID) -> None:
        async with self.writing() as tx:
            await sealer_for(tx, person)

    def erased(self) -> set[UUID]:
        """Whom the list beside the keys names."""
        return {each.person_id for each in read_erased(self.keys_folder)}

    async def restart(self) -> None:
        await self.database.close()
        self.database = open_database(self.config.database, load_keyring(self.config.key_file))

    async def restored(self, addresses: tuple[str, str], folder: Path, backup: Path) -> "Stage":
        """The same keys with a database that a backup was put into."""
        target = config_for(addresses, folder, self.config.key_file)
        report = await put(target, backup)
        assert report.whole, report
        database = open_database(target.database, load_keyring(target.key_file))
        return Stage(target, database, self.town)


@pytest.fixture
async def stage(empty_database: Make, tmp_path: Path) -> AsyncIterator[Stage]:
    config = config_for(empty_database(), tmp_path / "data", tmp_path / "keys" / "master.key")
    database = await opened(config)
    made = Stage(config, database, await make_town(database))
    yield made
    await made.database.close()


@pytest.fixture
async def restore(
    stage: Stage, empty_database: Make, tmp_path: Path
) -> AsyncIterator[Callable[[Path], Awaitable[Stage]]]:
    """Closes the server and puts a backup into another database."""
    made: list[Stage] = []

    async def put_in_place(backup: Path) -> Stage:
        await stage.database.close()
        made.append(await stage.restored(empty_database(), tmp_path / "restored", backup))
        return made[-1]

    yield put_in_place
    for each in made:
        await each.database.close()


Restore = Callable[[Path], Awaitable[Stage]]


async def test_a_restored_backup_does_not_bring_back_whom_it_still_knew(
    stage: Stage, restore: Restore, tmp_path: Path
) -> None:
    stays, goes = [await make_need(stage.database, stage.town, door) for door in (0, 1)]
    erased, kept = await stage.person_of(goes), await stage.person_of(stays)
    backup = await take(stage.config, tmp_path / "backups")
    assert not list(backup.rglob(FILE)), "the list is out of the backup's reach"

    await stage.withdraw(goes)
    assert erased not in await stage.keys()
    assert stage.erased() == {erased}

    restored = await restore(backup)
    left = await restored.keys()
    assert (kept in left, erased in left) == (True, False)
    assert await restored.states(stays, goes) == {stays: ("active", False), goes: ("ended", True)}
    e = table(NeedEnding).c
    (ending,) = await restored.rows(select(e.reason).where(e.need_id == goes))
    assert ending["reason"] == "no_consent"


async def test_a_withdrawn_need_stays_withdrawn_though_its_person_goes_on(
    stage: Stage, restore: Restore, tmp_path: Path
) -> None:
    kinds = ("stair_support", "other")
    stays, goes = [await make_need(stage.database, stage.town, 0, kind) for kind in kinds]
    person = await stage.person_of(goes)
    assert person == await stage.person_of(stays)
    backup = await take(stage.config, tmp_path / "backups")
    await stage.withdraw(goes)

    restored = await restore(backup)
    assert person in await restored.keys()
    assert await restored.states(stays, goes) == {stays: ("active", False), goes: ("ended", True)}


async def test_a_server_started_on_an_older_copy_erases_again(stage: Stage, tmp_path: Path) -> None:
    need = await make_need(stage.database, stage.town)
    person = await stage.person_of(need)
    if stage.database.on_postgres:
        pytest.skip("a database file is copied by hand on SQLite only")
    path = Path(stage.config.database.removeprefix("sqlite:///"))
    await stage.database.close()
    shutil.copyfile(path, tmp_path / "older.db")
    await stage.restart()
    await stage.withdraw(need)
    await stage.database.close()
    for leftover in path.parent.glob(f"{path.name}*"):
        leftover.unlink()
    shutil.copyfile(tmp_path / "older.db", path)
    await stage.restart()
    assert person in await stage.keys()
    again = await keep_erasures(stage.database)
    assert [each.person_id for each in again] == [person]
    assert person not in await stage.keys()


async def test_a_line_that_was_never_written_is_written_at_the_next_start(stage: Stage) -> None:
    person = new_id()
    await stage.seal_for(person)
    async with stage.writing() as tx:
        assert await destroy_person_key(tx, person)
        tx.after_commit.clear()  # the process dies right after the commit
    assert stage.erased() == set()
    (stage.keys_folder / FILE).write_text("cut off in the mid")
    assert await keep_erasures(stage.database) == []
    assert stage.erased() == {person}


async def test_an_erasure_that_was_rolled_back_is_none(stage: Stage) -> None:
    person = new_id()
    await stage.seal_for(person)

    class StoppedError(Exception):
        pass

    async def stop() -> None:
        async with stage.writing() as tx:
            await destroy_person_key(tx, person)
            raise StoppedError

    with pytest.raises(StoppedError):
        await stop()
    assert stage.erased() == set()
    assert person in await stage.keys()
    c = table(VaultErasure).c
    assert await stage.rows(select(c.id).where(c.person_id == person)) == []


async def test_a_key_made_after_the_erasure_of_an_earlier_one_lives(stage: Stage) -> None:
    person = new_id()
    await stage.seal_for(person)
    async with stage.writing() as tx:
        await destroy_person_key(tx, person)
    await stage.seal_for(person)
    assert await keep_erasures(stage.database) == []
    assert person in await stage.keys()
