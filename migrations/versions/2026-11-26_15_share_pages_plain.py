"""Keep pages of shares as they are: packing a megabyte costs more than writing it."""

from alembic import op

revision = "share_pages_plain"
down_revision = "vault_erasures"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE cost_share_page ALTER COLUMN homes SET STORAGE EXTERNAL")


def downgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE cost_share_page ALTER COLUMN homes SET STORAGE EXTENDED")
