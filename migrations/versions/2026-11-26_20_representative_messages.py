"""What residents write to whoever speaks for their building, and the answers; both sealed."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "representative_messages"
down_revision = "election_homes"
branch_labels = None
depends_on = None

TABLE = "representative_message"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("mandate_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("words", sa.LargeBinary(), nullable=True),
        sa.Column("answer", sa.LargeBinary(), nullable=True),
        sa.Column("answered_by", Uuid(length=36), nullable=True),
        sa.Column("answered_at", UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(answered_at IS NULL) = (answered_by IS NULL)",
            name=op.f("ck_representative_message__answering"),
        ),
        sa.CheckConstraint(
            "answer IS NULL OR answered_at IS NOT NULL",
            name=op.f("ck_representative_message__answer"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_representative_message__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "mandate_id"],
            ["mandate.community_id", "mandate.id"],
            name=op.f("fk_representative_message__community_id_mandate_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
            name=op.f("fk_representative_message__community_id"),
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_representative_message")),
    )
    for column in ("created_by", "mandate_id"):
        op.create_index(
            op.f(f"ix_representative_message__community_id_{column}_created_at"),
            TABLE,
            ["community_id", column, "created_at"],
        )
    for statement in guards.tenant_table(op.get_bind().dialect.name, TABLE):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)
