"""An objection may be about one paper; those of before are about a result."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.types import Uuid

revision = "contested_papers"
down_revision = "fact_series"
branch_labels = None
depends_on = None

INDEX = "ix_objection__community_id_ballot_id"


def upgrade() -> None:
    op.add_column("objection", sa.Column("ballot_id", Uuid(length=36), nullable=True))
    op.create_index(op.f(INDEX), "objection", ["community_id", "ballot_id"])


def downgrade() -> None:
    op.drop_index(op.f(INDEX), table_name="objection")
    op.drop_column("objection", "ballot_id")
