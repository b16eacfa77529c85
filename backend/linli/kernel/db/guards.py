"""What the database itself refuses: changing what is append-only, and crossing communities.

Migrations call these; nothing here runs while serving.
"""

from collections.abc import Iterator

APP_ROLE = "linli_app"
"""The PostgreSQL role that serves: owns nothing, bypasses nothing."""

_REFUSE = """
CREATE OR REPLACE FUNCTION linli_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$
"""
_MAKE_ROLE = f"""
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN
    CREATE ROLE {APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
END $$
"""


def app_role(dialect: str) -> Iterator[str]:
    """Make the serving role where it does not exist yet; it gets rights table by table."""
    if dialect == "postgresql":
        yield _MAKE_ROLE
        yield f"GRANT USAGE ON SCHEMA public TO {APP_ROLE}"


def global_table(dialect: str, table: str) -> Iterator[str]:
    """Let the serving role work with a table that belongs to no community."""
    if dialect == "postgresql":
        yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}"


def tenant_table(dialect: str, table: str) -> Iterator[str]:
    """Row-level security: no row is seen or written outside the community of the transaction.

    Without the setting the comparison is with NULL and nothing is seen: it fails closed.
    """
    if dialect != "postgresql":
        return
    mine = "community_id = NULLIF(current_setting('linli.community_id', true), '')::uuid"
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"
    yield f"CREATE POLICY community ON {table} USING ({mine}) WITH CHECK ({mine})"
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}"


def append_only(dialect: str, table: str, *, erasable: bool = False) -> Iterator[str]:
    """Refuse UPDATE, TRUNCATE and, unless ``erasable``, DELETE, whoever asks."""
    verbs = ["UPDATE"] if erasable else ["UPDATE", "DELETE"]
    if dialect == "postgresql":
        yield _REFUSE
        for verb, each in [*((verb, "ROW") for verb in verbs), ("TRUNCATE", "STATEMENT")]:
            yield (
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"FOR EACH {each} EXECUTE FUNCTION linli_refuse()"
            )
        return
    for verb in verbs:
        yield (
            f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
