"""The community, its fact log, its vault, due work."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "foundation"
down_revision = None
branch_labels = None
depends_on = None

GLOBAL_TABLES = ("community", "idempotent_call", "due_work", "alembic_version")
TENANT_TABLES = (
    "fact",
    "fact_head",
    "fact_node",
    "fact_private",
    "vault_key",
    "vault_opening",
    "vault_root",
)


def upgrade() -> None:
    op.create_table(
        "community",
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("time_zone", sa.String(), nullable=False),
        sa.Column("city_profile", sa.String(), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_community")),
    )
    op.create_table(
        "idempotent_call",
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("request_digest", sa.LargeBinary(), nullable=False),
        sa.Column("status", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "key", name=op.f("pk_idempotent_call")),
    )
    op.create_index(
        op.f("ix_idempotent_call__made_at"), "idempotent_call", ["made_at"], unique=False
    )
    op.create_table(
        "due_work",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", Uuid(length=36), nullable=False),
        sa.Column("due_at", UtcTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("last_error", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_due_work__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "kind", "subject_id", name=op.f("pk_due_work")),
    )
    op.create_index(op.f("ix_due_work__due_at"), "due_work", ["due_at"], unique=False)
    op.create_table(
        "fact",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("actor_id", Uuid(length=36), nullable=True),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", Uuid(length=36), nullable=False),
        sa.Column("recorded_at", UtcTime(timezone=True), nullable=False),
        sa.Column("happened_at", UtcTime(timezone=True), nullable=False),
        sa.Column("leaf", sa.String(), nullable=False),
        sa.Column("leaf_hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_fact__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "seq", name=op.f("pk_fact")),
    )
    op.create_index(
        op.f("ix_fact__community_id_kind_seq"),
        "fact",
        ["community_id", "kind", "seq"],
        unique=False,
    )
    op.create_index(
        op.f("ix_fact__community_id_subject_id_seq"),
        "fact",
        ["community_id", "subject_id", "seq"],
        unique=False,
    )
    op.create_table(
        "fact_head",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("epoch", Uuid(length=36), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("frontier", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_fact_head__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", name=op.f("pk_fact_head")),
    )
    op.create_table(
        "fact_node",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("level", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_fact_node__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "level", "position", name=op.f("pk_fact_node")),
    )
    op.create_table(
        "vault_key",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_vault_key__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_vault_key")),
    )
    op.create_table(
        "vault_opening",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("person_id", Uuid(length=36), nullable=False),
        sa.Column("record_table", sa.String(), nullable=False),
        sa.Column("record_id", Uuid(length=36), nullable=False),
        sa.Column("actor_id", Uuid(length=36), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("opened_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_vault_opening__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_vault_opening")),
    )
    op.create_index(
        op.f("ix_vault_opening__community_id_record_id_opened_at"),
        "vault_opening",
        ["community_id", "record_id", "opened_at"],
        unique=False,
    )
    op.create_table(
        "vault_root",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_vault_root__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", name=op.f("pk_vault_root")),
    )
    op.create_table(
        "fact_private",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("seq", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("payload", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "seq"],
            ["fact.community_id", "fact.seq"],
            name=op.f("fk_fact_private__community_id_seq"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_fact_private__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "seq", name=op.f("pk_fact_private")),
    )
    guard()


def guard() -> None:
    dialect = op.get_bind().dialect.name
    statements = [*guards.app_role(dialect)]
    for table in GLOBAL_TABLES:
        statements += guards.global_table(dialect, table)
    for table in TENANT_TABLES:
        statements += guards.tenant_table(dialect, table)
    for table in ("fact", "fact_node", "vault_opening"):
        statements += guards.append_only(dialect, table)
    statements += guards.append_only(dialect, "fact_private", erasable=True)
    for statement in statements:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("fact_private")
    op.drop_table("vault_root")
    op.drop_index(
        op.f("ix_vault_opening__community_id_record_id_opened_at"), table_name="vault_opening"
    )
    op.drop_table("vault_opening")
    op.drop_table("vault_key")
    op.drop_table("fact_node")
    op.drop_table("fact_head")
    op.drop_index(op.f("ix_fact__community_id_subject_id_seq"), table_name="fact")
    op.drop_index(op.f("ix_fact__community_id_kind_seq"), table_name="fact")
    op.drop_table("fact")
    op.drop_index(op.f("ix_due_work__due_at"), table_name="due_work")
    op.drop_table("due_work")
    op.drop_index(op.f("ix_idempotent_call__made_at"), table_name="idempotent_call")
    op.drop_table("idempotent_call")
    op.drop_table("community")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION IF EXISTS linli_refuse()")
