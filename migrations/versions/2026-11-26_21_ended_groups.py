"""Groups of volunteers can be renamed, and end; the name of an ended one may be taken again."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.types import UtcTime, Uuid

revision = "ended_groups"
down_revision = "representative_messages"
branch_labels = None
depends_on = None

TABLE = "volunteer_group"
NAMES = "uq_volunteer_group__community_id_name"
NAMES_NOW = "uq_volunteer_group__name_now"
KINDS = "ck_volunteer_group__kind"
NOW = sa.text("ended_at IS NULL")


def upgrade() -> None:
    with op.batch_alter_table(TABLE, table_args=(_kinds(),)) as group:
        group.drop_constraint(op.f(NAMES), type_="unique")
        group.add_column(sa.Column("version", sa.Integer(), nullable=False, server_default="1"))
        group.add_column(sa.Column("ended_at", UtcTime(timezone=True), nullable=True))
        group.add_column(sa.Column("ended_by", Uuid(length=36), nullable=True))
        group.add_column(sa.Column("ended_because", sa.String(length=2000), nullable=True))
    with op.batch_alter_table(TABLE, table_args=(_kinds(),)) as group:
        group.alter_column("version", existing_type=sa.Integer(), server_default=None)
    op.create_index(
        op.f(NAMES_NOW),
        TABLE,
        ["community_id", "name"],
        unique=True,
        sqlite_where=NOW,
        postgresql_where=NOW,
    )


def downgrade() -> None:
    op.drop_index(op.f(NAMES_NOW), table_name=TABLE)
    with op.batch_alter_table(TABLE, table_args=(_kinds(),)) as group:
        for column in ("ended_because", "ended_by", "ended_at", "version"):
            group.drop_column(column)
        group.create_unique_constraint(op.f(NAMES), ["community_id", "name"])


def _kinds() -> sa.CheckConstraint:
    """For SQLite, whose tables are made anew: what they check isn't read back from them."""
    return sa.CheckConstraint("kind IN ('publicity', 'site_assist', 'care')", name=op.f(KINDS))
