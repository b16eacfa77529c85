"""``linli migrate``."""

from linli.commands.parts import console, run
from linli.config import settings
from linli.kernel.db import migrate as migrations
from linli.kernel.db.database import open_database
from linli.kernel.keyring import load_keyring


def migrate() -> None:
    """Bring the database to the newest schema. Safe to repeat, and to run twice at once."""
    run(bring_up())
    console.print("The database has the newest schema.")


async def bring_up() -> None:
    """Migrate as the owner of the tables, making the data folder on first use."""
    config = settings()
    config.data_folder.mkdir(parents=True, exist_ok=True)
    database = open_database(config.migration_database, load_keyring(config.key_file))
    try:
        await migrations.migrate(database.writer, config.migrations_folder)
    finally:
        await database.close()
