"""What was erased stays erased, also when an older backup is put in place."""

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from factories.care_register import make_need, make_town
from linli.care.actions.end_need import Ending
from linli.care.actions.end_once import end_once
from linli.care.models.register import AssistanceNeed, NeedEnding
from linli.commands.backup import take
from linli.commands.restore import put
from linli.config import Settings
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate
from linli.kernel.db.rows import table
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


async def keys(database: Database, community_id: UUID) -> set[UUID]:
    c = table(VaultKey).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        rows = await tx.rows(select(c.id).where(c.community_id == community_id))
    return {row["id"] for row in rows}


async def person_of(database: Database, community_id: UUID, need_id: UUID) -> UUID:
    c = table(AssistanceNeed).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        found = await tx.row(select(c.person_id).where(c.id == need_id))
    assert found is not None
    return UUID(str(found["person_id"]))


async def withdraw(database: Database, community_id: UUID, need_id: UUID) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        need = await tx.row(
            select(table(AssistanceNeed)).where(table(AssistanceNeed).c.id == need_id)
        )
        assert need is not None
        await end_once(tx, need, Ending(new_id(), "withdrawn", new_id(), "spoken_at_door"))


async def test_a_restored_backup_does_not_bring_back_whom_it_still_knew(
    empty_database: Make, tmp_path: Path
) -> None:
    key = tmp_path / "keys" / "master.key"
    config = config_for(empty_database(), tmp_path / "data", key)
    database = await opened(config)
    town = await make_town(database)
    stays, goes = [await make_need(database, town, door) for door in (0, 1)]
    erased = await person_of(database, town.community_id, goes)
    kept = await person_of(database, town.community_id, stays)
    backup = await take(config, tmp_path / "backups")
    assert not list(backup.rglob(FILE)), "the list is out of the backup's reach"

    await withdraw(database, town.community_id, goes)
    assert erased not in await keys(database, town.community_id)
    assert {each.person_id for each in read_erased(key.parent)} == {erased}
    await database.close()

    target = config_for(empty_database(), tmp_path / "restored", key)
    report = await put(target, backup)
    assert report.whole, report
    restored = open_database(target.database, load_keyring(key))
    left = await keys(restored, town.community_id)
    assert kept in left
    assert erased not in left
    n, e = table(AssistanceNeed).c, table(NeedEnding).c
    async with restored.transaction(write=False) as tx:
        await tx.enter(town.community_id)
        rows = await tx.rows(select(n.id, n.status, n.sealed).where(n.id.in_([stays, goes])))
        reason = await tx.scalar(select(e.reason).where(e.need_id == goes))
    states = {row["id"]: (row["status"], row["sealed"] is None) for row in rows}
    assert states == {stays: ("active", False), goes: ("ended", True)}
    assert reason == "no_consent"
    await restored.close()


async def test_a_withdrawn_need_stays_withdrawn_though_its_person_goes_on(
    empty_database: Make, tmp_path: Path
) -> None:
    key = tmp_path / "keys" / "master.key"
    config = config_for(empty_database(), tmp_path / "data", key)
    database = await opened(config)
    town = await make_town(database)
    stays, goes = [await make_need(database, town, 0, kind) for kind in ("stair_support", "other")]
    person = await person_of(database, town.community_id, goes)
    assert person == await person_of(database, town.community_id, stays)
    backup = await take(config, tmp_path / "backups")
    await withdraw(database, town.community_id, goes)
    await database.close()

    target = config_for(empty_database(), tmp_path / "restored", key)
    report = await put(target, backup)
    assert report.whole, report
    restored = open_database(target.database, load_keyring(key))
    assert person in await keys(restored, town.community_id)
    n = table(AssistanceNeed).c
    async with restored.transaction(write=False) as tx:
        await tx.enter(town.community_id)
        rows = await tx.rows(select(n.id, n.status, n.sealed).where(n.id.in_([stays, goes])))
    states = {row["id"]: (row["status"], row["sealed"] is None) for row in rows}
    assert states == {stays: ("active", False), goes: ("ended", True)}
    await restored.close()


async def test_a_server_started_on_an_older_copy_erases_again(
    empty_database: Make, tmp_path: Path
) -> None:
    key = tmp_path / "keys" / "master.key"
    config = config_for(empty_database(), tmp_path / "data", key)
    database = await opened(config)
    town = await make_town(database)
    need = await make_need(database, town)
    person = await person_of(database, town.community_id, need)
    await database.close()
    if database.on_postgres:
        pytest.skip("a database file is copied by hand on SQLite only")
    path = Path(config.database.removeprefix("sqlite:///"))
    shutil.copyfile(path, tmp_path / "older.db")
    database = open_database(config.database, load_keyring(key))
    await withdraw(database, town.community_id, need)
    await database.close()
    for leftover in path.parent.glob(f"{path.name}*"):
        leftover.unlink()
    shutil.copyfile(tmp_path / "older.db", path)
    started = open_database(config.database, load_keyring(key))
    assert person in await keys(started, town.community_id)
    again = await keep_erasures(started)
    assert [each.person_id for each in again] == [person]
    assert person not in await keys(started, town.community_id)
    await started.close()


async def test_a_line_that_was_never_written_is_written_at_the_next_start(
    empty_database: Make, tmp_path: Path
) -> None:
    key = tmp_path / "keys" / "master.key"
    config = config_for(empty_database(), tmp_path / "data", key)
    database = await opened(config)
    town = await make_town(database)
    person = new_id()
    async with database.transaction(write=True) as tx:
        await tx.enter(town.community_id)
        await sealer_for(tx, person)
    async with database.transaction(write=True) as tx:
        await tx.enter(town.community_id)
        assert await destroy_person_key(tx, person)
        tx.after_commit.clear()  # the process dies right after the commit
    assert read_erased(key.parent) == set()
    (key.parent / FILE).write_text("cut off in the mid")
    assert await keep_erasures(database) == []
    assert {each.person_id for each in read_erased(key.parent)} == {person}
    await database.close()


async def test_an_erasure_that_was_rolled_back_is_none(
    empty_database: Make, tmp_path: Path
) -> None:
    key = tmp_path / "keys" / "master.key"
    config = config_for(empty_database(), tmp_path / "data", key)
    database = await opened(config)
    town = await make_town(database)
    person = new_id()
    async with database.transaction(write=True) as tx:
        await tx.enter(town.community_id)
        await sealer_for(tx, person)

    class StoppedError(Exception):
        pass

    async def stop() -> None:
        async with database.transaction(write=True) as tx:
            await tx.enter(town.community_id)
            await destroy_person_key(tx, person)
            raise StoppedError

    with pytest.raises(StoppedError):
        await stop()
    assert read_erased(key.parent) == set()
    assert person in await keys(database, town.community_id)
    c = table(VaultErasure).c
    async with database.transaction(write=False) as tx:
        await tx.enter(town.community_id)
        assert await tx.scalar(select(func.count()).where(c.person_id == person)) == 0
    await database.close()


async def test_a_key_made_after_the_erasure_of_an_earlier_one_lives(
    empty_database: Make, tmp_path: Path
) -> None:
    key = tmp_path / "keys" / "master.key"
    config = config_for(empty_database(), tmp_path / "data", key)
    database = await opened(config)
    town = await make_town(database)
    person = new_id()
    for destroyed in (True, False):
        async with database.transaction(write=True) as tx:
            await tx.enter(town.community_id)
            await sealer_for(tx, person)
        if destroyed:
            async with database.transaction(write=True) as tx:
                await tx.enter(town.community_id)
                await destroy_person_key(tx, person)
    assert await keep_erasures(database) == []
    assert person in await keys(database, town.community_id)
    await database.close()
