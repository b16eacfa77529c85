"""That keys were destroyed, so that no backup brings them back."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "vault_erasures"
down_revision = "ballot_subjects"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "vault_erasure",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("person_id", Uuid(length=36), nullable=False),
        sa.Column("erased_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_vault_erasure__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_vault_erasure")),
    )
    op.create_index(
        op.f("ix_vault_erasure__community_id_person_id"),
        "vault_erasure",
        ["community_id", "person_id"],
    )
    dialect = op.get_bind().dialect.name
    statements = [*guards.tenant_table(dialect, "vault_erasure")]
    statements += guards.append_only(dialect, "vault_erasure")
    for statement in statements:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("vault_erasure")
