"""Attachments and signed checkpoints."""

revision = "attachments"
down_revision = "register"
branch_labels = None
depends_on = None


def upgrade() -> None:
    pass


def downgrade() -> None:
    pass
