"""Since when an import is being written."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.types import UtcTime

revision = "applying_imports"
down_revision = "ballots"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("roster_import", sa.Column("applying_since", UtcTime(timezone=True)))


def downgrade() -> None:
    op.drop_column("roster_import", "applying_since")
