"""Whose ballots a count held for brought with proof and not returned."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.types import Json

revision = "proof_at_the_count"
down_revision = "held_lists"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("round_result", sa.Column("unreturned", Json(), nullable=True))


def downgrade() -> None:
    op.drop_column("round_result", "unreturned")
