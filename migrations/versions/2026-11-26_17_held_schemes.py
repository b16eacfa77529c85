"""Which ballot round holds a scheme in the version that was put to the vote."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.types import Uuid

revision = "held_schemes"
down_revision = "held_proposals"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("cost_scheme", sa.Column("held_by_round", Uuid(length=36), nullable=True))


def downgrade() -> None:
    op.drop_column("cost_scheme", "held_by_round")
