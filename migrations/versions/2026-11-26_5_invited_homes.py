"""Invitations that bring a home along."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import Uuid

revision = "invited_homes"
down_revision = "representatives"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "invited_home",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("relation", sa.String(length=10), nullable=False),
        sa.Column("owner_id", Uuid(length=36), nullable=True),
        sa.Column("verified_how", sa.String(length=200), nullable=False),
        sa.Column("promised_by", Uuid(length=36), nullable=False),
        sa.CheckConstraint(
            "relation IN ('owner', 'family', 'tenant')", name=op.f("ck_invited_home__relation")
        ),
        sa.CheckConstraint(
            "(relation = 'owner') = (owner_id IS NOT NULL)", name=op.f("ck_invited_home__owner")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "id"],
            ["invitation.community_id", "invitation.id"],
            name=op.f("fk_invited_home__community_id_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_invited_home__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "owner_id"],
            ["owner.community_id", "owner.id"],
            name=op.f("fk_invited_home__community_id_owner_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_invited_home__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_invited_home")),
    )
    for statement in guards.tenant_table(op.get_bind().dialect.name, "invited_home"):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("invited_home")
