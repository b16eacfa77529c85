"""Canvasses, door visits, grievances."""

revision = "canvass"
down_revision = "community"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
