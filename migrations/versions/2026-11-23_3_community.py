"""Buildings, households, owners, roster imports, projects, handbook, notices."""

revision = "community"
down_revision = "identity"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
