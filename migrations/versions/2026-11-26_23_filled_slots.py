"""When the bytes were sent for a slot: a file is seen with no other.

Slots of before are filled when their file was sent after they were declared, or by the account that
declared them. Whoever named a file that was here already sends it once more.
"""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db.each_community import each_community
from linli.kernel.db.types import UtcTime, Uuid

revision = "filled_slots"
down_revision = "struck_pauses"
branch_labels = None
depends_on = None

FILL = sa.text(
    """
    UPDATE attachment_slot SET filled_at = (
      SELECT stored_at FROM attachment
      WHERE attachment.community_id = attachment_slot.community_id
        AND attachment.sha256 = attachment_slot.sha256
        AND (attachment.stored_at >= attachment_slot.declared_at
             OR attachment.stored_by = attachment_slot.declared_by)
    )
    WHERE community_id = :community
    """
).bindparams(sa.bindparam("community", type_=Uuid()))


def upgrade() -> None:
    op.add_column("attachment_slot", sa.Column("filled_at", UtcTime(timezone=True), nullable=True))
    bind = op.get_bind()
    for community_id in each_community(bind):
        bind.execute(FILL, {"community": community_id})


def downgrade() -> None:
    op.drop_column("attachment_slot", "filled_at")
