"""Which version of a scheme was put to the vote."""

import sqlalchemy as sa
from alembic import op

revision = "ballot_subjects"
down_revision = "person_accounts"
branch_labels = None
depends_on = None

TABLES = ("ballot_question", "ballot_option")


def upgrade() -> None:
    for table in TABLES:
        op.add_column(table, sa.Column("subject_version", sa.Integer(), nullable=True))


def downgrade() -> None:
    for table in TABLES:
        op.drop_column(table, "subject_version")
