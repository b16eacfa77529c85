"""A code for paper that is not the archive's. Rounds that opened before keep what they printed."""

import sqlalchemy as sa
from alembic import op

revision = "paper_codes"
down_revision = "filled_slots"
branch_labels = None
depends_on = None

INDEX = "ix_elector__community_id_round_id_paper_code"


def upgrade() -> None:
    op.add_column("elector", sa.Column("paper_code", sa.String(length=20), nullable=True))
    op.create_index(op.f(INDEX), "elector", ["community_id", "round_id", "paper_code"], unique=True)


def downgrade() -> None:
    op.drop_index(op.f(INDEX), table_name="elector")
    op.drop_column("elector", "paper_code")
