"""A pause of recurring help can be struck."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.types import UtcTime, Uuid

revision = "struck_pauses"
down_revision = "ended_groups"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("need_pause", sa.Column("removed_at", UtcTime(timezone=True), nullable=True))
    op.add_column("need_pause", sa.Column("removed_by", Uuid(length=36), nullable=True))


def downgrade() -> None:
    op.drop_column("need_pause", "removed_by")
    op.drop_column("need_pause", "removed_at")
