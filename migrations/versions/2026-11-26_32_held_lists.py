"""Which ballot round holds a comparison list as it was put to the vote."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.types import Uuid

revision = "held_lists"
down_revision = "struck_papers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("comparison_list", sa.Column("held_by_round", Uuid(length=36), nullable=True))


def downgrade() -> None:
    op.drop_column("comparison_list", "held_by_round")
