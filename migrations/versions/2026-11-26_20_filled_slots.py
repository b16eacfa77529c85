"""When the bytes were sent for a slot: a file is seen with no other.

Slots of before are filled when their file was sent after they were declared, or by the account that
declared them. Whoever named a file that was here already sends it once more.
"""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.types import UtcTime

revision = "filled_slots"
down_revision = "held_schemes"
branch_labels = None
depends_on = None

FILL = """
UPDATE attachment_slot SET filled_at = (
  SELECT stored_at FROM attachment
  WHERE attachment.community_id = attachment_slot.community_id
    AND attachment.sha256 = attachment_slot.sha256
    AND (attachment.stored_at >= attachment_slot.declared_at
         OR attachment.stored_by = attachment_slot.declared_by)
)
"""


def upgrade() -> None:
    op.add_column("attachment_slot", sa.Column("filled_at", UtcTime(timezone=True), nullable=True))
    _force_row_security("NO FORCE")
    op.execute(FILL)
    _force_row_security("FORCE")


def _force_row_security(how: str) -> None:
    """The owner of the tables fills the slots of every community."""
    if op.get_bind().dialect.name == "postgresql":
        for table in ("attachment", "attachment_slot"):
            op.execute(f"ALTER TABLE {table} {how} ROW LEVEL SECURITY")


def downgrade() -> None:
    op.drop_column("attachment_slot", "filled_at")
