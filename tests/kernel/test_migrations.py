"""The schema on both databases: the same as the models, up and down, once."""

import asyncio
import re
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, select, text

from conftest import KEYRING, ROOT
from factories.community import make_building, make_community
from linli.community.public import BUILDINGS
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.each_community import each_community
from linli.kernel.db.migrate import check, migrate, newest_revision, unmigrate

FOLDER = ROOT / "migrations"
Make = Callable[[], tuple[str, str]]


async def objects(database: Database) -> set[str]:
    """Tables, triggers, policies and functions that there are."""
    on_sqlite = (
        "SELECT type || ' ' || name AS name FROM sqlite_master WHERE name NOT LIKE 'sqlite%'"
    )
    on_postgres = (
        "SELECT 'table ' || tablename AS name FROM pg_tables WHERE schemaname = 'public' "
        "UNION SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal "
        "UNION SELECT 'policy ' || tablename FROM pg_policies "
        "UNION SELECT 'function ' || proname FROM pg_proc p JOIN pg_namespace n "
        "ON n.oid = p.pronamespace WHERE n.nspname = 'public'"
    )
    asks = text(on_postgres if database.on_postgres else on_sqlite)
    async with database.transaction(write=False) as tx:
        return {row["name"] for row in await tx.rows(asks)}


async def test_the_migrated_schema_is_that_of_the_models(empty_database: Make) -> None:
    owner, _ = empty_database()
    database = open_database(owner, KEYRING)
    await migrate(database.writer, FOLDER)
    await check(database.writer, FOLDER)
    await database.close()


async def test_up_down_up_leaves_nothing_behind_and_comes_back_whole(empty_database: Make) -> None:
    owner, _ = empty_database()
    database = open_database(owner, KEYRING)
    before = await objects(database)
    await migrate(database.writer, FOLDER)
    whole = await objects(database)
    await unmigrate(database.writer, FOLDER, "base")
    assert await objects(database) - before <= {
        "table alembic_version",
        "index sqlite_autoindex_alembic_version_1",
    }
    await migrate(database.writer, FOLDER)
    assert await objects(database) == whole
    await database.close()


def by_number(path: Path) -> list[int]:
    """The tenth migration of a day comes after the ninth."""
    return [int(number) for number in re.findall(r"\d+", path.name)]


async def test_each_migration_can_be_undone_alone(empty_database: Make) -> None:
    owner, _ = empty_database()
    database = open_database(owner, KEYRING)
    await migrate(database.writer, FOLDER)
    newest = await objects(database)
    for path in sorted((FOLDER / "versions").glob("*.py"), key=by_number, reverse=True):
        down = re.search(r'^down_revision = "?(\w+)"?', path.read_text(), re.MULTILINE)
        assert down is not None
        previous = "base" if down.group(1) == "None" else down.group(1)
        await unmigrate(database.writer, FOLDER, previous)
    await migrate(database.writer, FOLDER)
    assert await objects(database) == newest
    await database.close()


async def test_two_servers_that_start_together_migrate_once(empty_database: Make) -> None:
    owner, _ = empty_database()
    databases = [open_database(owner, KEYRING) for _ in range(3)]
    await asyncio.gather(*[migrate(each.writer, FOLDER) for each in databases])
    async with databases[0].transaction(write=False) as tx:
        versions = await tx.rows(text("SELECT version_num FROM alembic_version"))
    assert [row["version_num"] for row in versions] == [newest_revision(FOLDER)]
    for each in databases:
        await each.close()


def test_migrations_are_dated_and_form_one_line() -> None:
    names = sorted(path.name for path in (FOLDER / "versions").glob("*.py"))
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d_[a-z0-9_]+\.py", name) for name in names)
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    assert newest_revision(FOLDER) == ScriptDirectory.from_config(config).get_current_head()
    assert Path(FOLDER / "env.py").is_file()


async def test_a_migration_sees_the_rows_of_each_community_in_turn(database: Database) -> None:
    """As the serving role, which row security holds as it holds an owner that is no superuser."""
    made = {
        community: await make_building(database, community) for community in await two(database)
    }

    def buildings(conn: Connection) -> dict[UUID, list[UUID]]:
        here = select(BUILDINGS.c.id)
        return {
            each: list(conn.scalars(here.where(BUILDINGS.c.community_id == each)))
            for each in each_community(conn)
            if each in made
        }

    async with database.writer.connect() as conn:
        found = await conn.run_sync(buildings)
        seen = (await conn.scalars(select(BUILDINGS.c.id))).all()
    assert found == {community: [building.id] for community, building in made.items()}
    assert not (database.on_postgres and seen)


async def two(database: Database) -> list[UUID]:
    return [await make_community(database) for _ in range(2)]
