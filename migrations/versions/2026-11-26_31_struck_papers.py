"""Papers that two people struck out."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "struck_papers"
down_revision = "desk_steps"
branch_labels = None
depends_on = None

TABLES = ("ballot_strike", "ballot_strike_agreement")


def upgrade() -> None:
    op.create_table(
        "ballot_strike",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("ballot_id", Uuid(length=36), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "ballot_id"],
            ["ballot.community_id", "ballot.id"],
            name=op.f("fk_ballot_strike__community_id_ballot_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_ballot_strike__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot_strike__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_strike")),
        sa.UniqueConstraint(
            "community_id", "ballot_id", name=op.f("uq_ballot_strike__community_id_ballot_id")
        ),
        sa.UniqueConstraint(
            "community_id",
            "id",
            "ballot_id",
            "created_by",
            name=op.f("uq_ballot_strike__community_id_id_ballot_id_created_by"),
        ),
    )
    op.create_table(
        "ballot_strike_agreement",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("strike_id", Uuid(length=36), nullable=False),
        sa.Column("ballot_id", Uuid(length=36), nullable=False),
        sa.Column("asked_by", Uuid(length=36), nullable=False),
        sa.CheckConstraint(
            "created_by <> asked_by", name=op.f("ck_ballot_strike_agreement__two_people")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "strike_id", "ballot_id", "asked_by"],
            [
                "ballot_strike.community_id",
                "ballot_strike.id",
                "ballot_strike.ballot_id",
                "ballot_strike.created_by",
            ],
            name=op.f("fk_ballot_strike_agreement__asked"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
            name=op.f("fk_ballot_strike_agreement__community_id"),
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_strike_agreement")),
        sa.UniqueConstraint(
            "community_id",
            "ballot_id",
            name=op.f("uq_ballot_strike_agreement__community_id_ballot_id"),
        ),
    )
    for table in TABLES:
        for statement in guards.tenant_table(op.get_bind().dialect.name, table):
            op.execute(statement)
        for statement in guards.append_only(op.get_bind().dialect.name, table):
            op.execute(statement)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
