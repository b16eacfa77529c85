"""Entries of a series carry gapless numbers. What was drafted before has none, and keeps none."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import Uuid

revision = "fact_series"
down_revision = "session_parties"
branch_labels = None
depends_on = None

TABLE = "fact_series"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("series", sa.String(length=80), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_fact_series__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "series", name=op.f("pk_fact_series")),
    )
    for statement in guards.tenant_table(op.get_bind().dialect.name, TABLE):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)
