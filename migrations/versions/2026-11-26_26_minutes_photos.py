"""Photos of the minutes: the signed page, the whiteboard."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "minutes_photos"
down_revision = "paper_codes"
branch_labels = None
depends_on = None

TABLE = "minutes_photo"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("taken_at", UtcTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", UtcTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by IS NULL)",
            name=op.f("ck_minutes_photo__withdrawn"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_minutes_photo__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_minutes_photo__community_id")
        ),
        sa.ForeignKeyConstraint(
            ["withdrawn_by"], ["account.id"], name=op.f("fk_minutes_photo__withdrawn_by")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_minutes_photo")),
    )
    op.create_index(
        op.f("ix_minutes_photo__community_id_session_id"), TABLE, ["community_id", "session_id"]
    )
    for statement in guards.tenant_table(op.get_bind().dialect.name, TABLE):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)
