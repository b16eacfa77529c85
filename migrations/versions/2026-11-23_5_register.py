"""Assistance needs, consents, care tasks, assistance visits."""

revision = "register"
down_revision = "canvass"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
