"""Checking a column against another list of words, for migrations."""

from sqlalchemy import Connection, text

_READ = text("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = :table")
_WRITE = text("UPDATE sqlite_schema SET sql = :sql WHERE type = 'table' AND name = :table")


def replace_check(conn: Connection, table: str, name: str, was: str, now: str) -> None:
    """Have constraint ``name`` of a table check ``now`` instead of ``was``, both as SQL.

    No row is read on SQLite: every row must meet ``now``. There the table's text is changed in
    place (sqlite.org/lang_altertable.html, 7): made anew, as Alembic would, a table that others
    refer to cannot be dropped while foreign keys are enforced, and they are in every transaction.

    Raises:
        RuntimeError: on SQLite, when the table does not check ``was`` once.
    """
    if conn.dialect.name == "postgresql":
        conn.execute(text(f"ALTER TABLE {table} DROP CONSTRAINT {name}"))
        conn.execute(text(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({now})"))
        return
    before, after = (f"CONSTRAINT {name} CHECK ({words})" for words in (was, now))
    made: str = conn.scalar(_READ, {"table": table}) or ""
    if made.count(before) != 1:
        raise RuntimeError(f"{table} does not check {was}")
    conn.exec_driver_sql("PRAGMA writable_schema=ON")
    conn.execute(_WRITE, {"sql": made.replace(before, after), "table": table})
    version: int = conn.exec_driver_sql("PRAGMA schema_version").scalar_one()
    conn.exec_driver_sql(f"PRAGMA schema_version={version + 1}")
    conn.exec_driver_sql("PRAGMA writable_schema=RESET")
