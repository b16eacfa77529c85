"""Accounts and the households they belong to."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "household_members"
down_revision = "attachments"
branch_labels = None
depends_on = None

TENANT_TABLES = ("household_member",)


def upgrade() -> None:
    op.create_table(
        "household_member",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("relation", sa.String(length=10), nullable=False),
        sa.Column("owner_id", Uuid(length=36), nullable=True),
        sa.Column("verified_how", sa.String(length=200), nullable=False),
        sa.Column("ended_at", UtcTime(timezone=True), nullable=True),
        sa.Column("ended_by", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "relation IN ('owner', 'family', 'tenant')", name=op.f("ck_household_member__relation")
        ),
        sa.CheckConstraint(
            "(relation = 'owner') = (owner_id IS NOT NULL)", name=op.f("ck_household_member__owner")
        ),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_household_member__ending")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_household_member__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_household_member__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "owner_id"],
            ["owner.community_id", "owner.id"],
            name=op.f("fk_household_member__community_id_owner_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_household_member__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_household_member")),
    )
    current = sa.text("ended_at IS NULL")
    op.create_index(
        op.f("uq_household_member__current"),
        "household_member",
        ["community_id", "household_id", "account_id"],
        unique=True,
        sqlite_where=current,
        postgresql_where=current,
    )
    for column in ("account_id", "owner_id"):
        op.create_index(
            op.f(f"ix_household_member__community_id_{column}"),
            "household_member",
            ["community_id", column],
        )
    dialect = op.get_bind().dialect.name
    for table in TENANT_TABLES:
        for statement in guards.tenant_table(dialect, table):
            op.execute(statement)


def downgrade() -> None:
    op.drop_table("household_member")
