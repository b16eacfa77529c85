"""Accounts that see what the register keeps of their owner."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "person_accounts"
down_revision = "volunteer_groups"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "person_account",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("person_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("relation", sa.String(length=10), nullable=False),
        sa.Column("ended_at", UtcTime(timezone=True), nullable=True),
        sa.Column("ended_by", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "relation IN ('self', 'guardian')", name=op.f("ck_person_account__relation")
        ),
        sa.CheckConstraint(
            "(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_person_account__ending")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_person_account__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_person_account__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_person_account__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_person_account")),
    )
    current = sa.text("ended_at IS NULL")
    op.create_index(
        op.f("uq_person_account__current"),
        "person_account",
        ["community_id", "person_id", "account_id"],
        unique=True,
        sqlite_where=current,
        postgresql_where=current,
    )
    op.create_index(
        op.f("ix_person_account__community_id_account_id"),
        "person_account",
        ["community_id", "account_id"],
    )
    for statement in guards.tenant_table(op.get_bind().dialect.name, "person_account"):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("person_account")
