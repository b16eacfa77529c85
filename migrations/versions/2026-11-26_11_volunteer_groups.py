"""Groups of volunteers, on which a role can be held."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "volunteer_groups"
down_revision = "comparison_lists"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "volunteer_group",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.CheckConstraint(
            "kind IN ('publicity', 'site_assist', 'care')", name=op.f("ck_volunteer_group__kind")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_volunteer_group__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_volunteer_group")),
        sa.UniqueConstraint(
            "community_id", "name", name=op.f("uq_volunteer_group__community_id_name")
        ),
    )
    for statement in guards.tenant_table(op.get_bind().dialect.name, "volunteer_group"):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("volunteer_group")
