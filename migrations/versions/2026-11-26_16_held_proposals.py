"""Which ballot round holds a proposal in the words that were put to the vote."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.types import Uuid

revision = "held_proposals"
down_revision = "share_pages_plain"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("proposal", sa.Column("held_by_round", Uuid(length=36), nullable=True))


def downgrade() -> None:
    op.drop_column("proposal", "held_by_round")
