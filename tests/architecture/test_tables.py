"""Every table keeps communities apart, by its keys on both databases and by policy on one."""

import pytest
from sqlalchemy import ForeignKeyConstraint, Table, UniqueConstraint, text

from linli.kernel.db.database import Database
from linli.kernel.db.rows import GLOBAL_TABLES, metadata
from linli.main import parts
from linli.tables import ALL_TABLES

assert ALL_TABLES
TABLES = {name: each for name, each in metadata.tables.items() if name not in GLOBAL_TABLES}
OF_EVERYBODY = {
    "account",
    "alembic_version",
    "community",
    "due_work",
    "idempotent_call",
    "login_throttle",
    "membership",
    "session",
}
"""What belongs to no community; a new one needs a reason and a line here."""


def test_the_kind_of_an_attachment_is_the_table_of_what_it_belongs_to() -> None:
    for kind in parts().attachment_kinds:
        assert {"id", "created_by"} <= set(metadata.tables[kind.name].c.keys())


def test_tables_of_no_community_are_few_and_known() -> None:
    assert GLOBAL_TABLES == OF_EVERYBODY


@pytest.mark.parametrize("name", sorted(TABLES))
def test_the_primary_key_begins_with_the_community(name: str) -> None:
    columns = [column.name for column in TABLES[name].primary_key.columns]
    assert columns[0] == "community_id"
    assert not TABLES[name].c.community_id.nullable


@pytest.mark.parametrize("name", sorted(TABLES))
def test_whatever_is_unique_is_unique_in_a_community(name: str) -> None:
    for constraint in TABLES[name].constraints:
        if isinstance(constraint, UniqueConstraint):
            assert "community_id" in constraint.columns
    for index in TABLES[name].indexes:
        if index.unique:
            assert "community_id" in index.columns


def crosses(key: ForeignKeyConstraint) -> bool:
    """Whether a foreign key could lead into another community."""
    target: Table = key.elements[0].column.table
    if target.name in GLOBAL_TABLES:
        return False
    pairs = {(element.parent.name, element.column.name) for element in key.elements}
    return ("community_id", "community_id") not in pairs


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_no_reference_can_cross_communities(name: str) -> None:
    keys = metadata.tables[name].foreign_key_constraints
    assert [key.name for key in keys if crosses(key)] == []


async def test_row_level_security_guards_every_table_of_a_community(
    postgres_owner: Database,
) -> None:
    asks = text(
        "SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS guarded, "
        "(SELECT count(*) FROM pg_policies p WHERE p.tablename = relname AND p.cmd = 'ALL' "
        " AND p.qual LIKE '%linli.community_id%' AND p.with_check = p.qual) AS policies "
        "FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    async with postgres_owner.transaction(write=False) as tx:
        rows = {row["name"]: row for row in await tx.rows(asks)}
    assert set(TABLES) <= set(rows)
    for name in TABLES:
        assert (rows[name]["guarded"], rows[name]["policies"]) == (True, 1), name
    unknown = set(rows) - set(TABLES) - OF_EVERYBODY - {"test_note"}
    assert unknown == set()


async def test_the_serving_role_may_use_every_table_and_owns_none(
    postgres_owner: Database,
) -> None:
    asks = text(
        "SELECT tablename AS name, tableowner AS owner, "
        "has_table_privilege('linli_app', format('public.%I', tablename), "
        "'SELECT, INSERT, UPDATE, DELETE') AS used FROM pg_tables WHERE schemaname = 'public'"
    )
    async with postgres_owner.transaction(write=False) as tx:
        rows = await tx.rows(asks)
    assert [row["name"] for row in rows if row["owner"] == "linli_app"] == []
    assert [row["name"] for row in rows if not row["used"]] == []
