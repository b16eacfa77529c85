"""Attachments and signed checkpoints."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "attachments"
down_revision = "register"
branch_labels = None
depends_on = None

TENANT_TABLES = ("attachment", "attachment_slot", "fact_checkpoint")


def upgrade() -> None:
    op.create_table(
        "attachment_slot",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("item_id", Uuid(length=36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("item_kind", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content_type", sa.String(length=100), nullable=False),
        sa.Column("declared_by", Uuid(length=36), nullable=False),
        sa.Column("declared_at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint("size > 0", name=op.f("ck_attachment_slot__size_positive")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_attachment_slot__community_id")
        ),
        sa.PrimaryKeyConstraint(
            "community_id", "item_id", "sha256", name=op.f("pk_attachment_slot")
        ),
    )
    op.create_index(
        op.f("ix_attachment_slot__community_id_sha256"),
        "attachment_slot",
        ["community_id", "sha256"],
    )
    op.create_table(
        "attachment",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content_type", sa.String(length=100), nullable=False),
        sa.Column("stored_by", Uuid(length=36), nullable=False),
        sa.Column("stored_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_attachment__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "sha256", name=op.f("pk_attachment")),
    )
    op.create_table(
        "fact_checkpoint",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("epoch", Uuid(length=36), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("root_hash", sa.LargeBinary(), nullable=False),
        sa.Column("signed_note", sa.String(), nullable=False),
        sa.Column("signed_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_fact_checkpoint__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", name=op.f("pk_fact_checkpoint")),
    )
    dialect = op.get_bind().dialect.name
    for table in TENANT_TABLES:
        for statement in guards.tenant_table(dialect, table):
            op.execute(statement)


def downgrade() -> None:
    for table in reversed(TENANT_TABLES):
        op.drop_table(table)
