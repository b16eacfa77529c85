"""What the secretary did at the desk while the network was away."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "desk_steps"
down_revision = "contested_papers"
branch_labels = None
depends_on = None

TABLE = "desk_step"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("about", Uuid(length=36), nullable=True),
        sa.Column("happened_at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "what IN ('open', 'recess', 'close', 'take_up', 'call', 'end_turn', 'count_taps')",
            name=op.f("ck_desk_step__what"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_desk_step__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_desk_step__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_desk_step")),
    )
    op.create_index(
        op.f("ix_desk_step__community_id_session_id"), TABLE, ["community_id", "session_id"]
    )
    dialect = op.get_bind().dialect.name
    for statement in guards.tenant_table(dialect, TABLE):
        op.execute(statement)
    for statement in guards.append_only(dialect, TABLE):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)
