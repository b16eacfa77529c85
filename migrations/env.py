"""Runs the migrations on whichever database the caller opened (see linli.kernel.db.migrate)."""

from alembic import context

from linli.kernel.db.rows import metadata
from linli.tables import ALL_TABLES

assert ALL_TABLES  # noqa: S101 - importing it fills the metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    compare_type=True,
)
context.run_migrations()
