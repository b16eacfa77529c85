"""Second readings of a paper that differ from the first."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "ballot_readings"
down_revision = "proof_at_the_count"
branch_labels = None
depends_on = None

TABLE = "ballot_reading"


def upgrade() -> None:
    op.create_table(
        TABLE,
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("ballot_id", Uuid(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "ballot_id"],
            ["ballot.community_id", "ballot.id"],
            name=op.f("fk_ballot_reading__community_id_ballot_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_ballot_reading__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot_reading__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_reading")),
        sa.UniqueConstraint(
            "community_id",
            "ballot_id",
            "created_by",
            name=op.f("uq_ballot_reading__community_id_ballot_id_created_by"),
        ),
    )
    for statement in guards.tenant_table(op.get_bind().dialect.name, TABLE):
        op.execute(statement)
    for statement in guards.append_only(op.get_bind().dialect.name, TABLE):
        op.execute(statement)


def downgrade() -> None:
    op.drop_table(TABLE)
