"""Elections, secret ballots and mandates of representatives."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import Json, UtcTime, Uuid

revision = "representatives"
down_revision = "feedback"
branch_labels = None
depends_on = None

TENANT_TABLES = (
    "building_assembly",
    "election",
    "candidacy",
    "mandate",
    "secret_box",
    "secret_receipt",
    "secret_roll",
)
APPEND_ONLY = ("building_assembly", "secret_roll")
ERASABLE = ("secret_box", "secret_receipt")


def upgrade() -> None:
    op.create_table(
        "building_assembly",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("homes", sa.Integer(), nullable=False),
        sa.Column("took_part", sa.Integer(), nullable=False),
        sa.Column("agreed", sa.Integer(), nullable=False),
        sa.Column("minutes", sa.String(length=20000), nullable=False),
        sa.CheckConstraint(
            "purpose IN ('appointment', 'recall')", name=op.f("ck_building_assembly__purpose")
        ),
        sa.CheckConstraint(
            "0 <= agreed AND agreed <= took_part AND took_part <= homes",
            name=op.f("ck_building_assembly__homes"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_building_assembly__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_building_assembly__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_building_assembly")),
    )
    op.create_index(
        op.f("ix_building_assembly__community_id_building_id"),
        "building_assembly",
        ["community_id", "building_id"],
        unique=False,
    )
    op.create_table(
        "election",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("term_from", sa.Date(), nullable=False),
        sa.Column("term_until", sa.Date(), nullable=False),
        sa.Column("runoff_of", Uuid(length=36), nullable=True),
        sa.Column("opened_at", UtcTime(timezone=True), nullable=True),
        sa.Column("opened_by", Uuid(length=36), nullable=True),
        sa.Column("closes_at", UtcTime(timezone=True), nullable=True),
        sa.Column("homes", sa.Integer(), nullable=True),
        sa.Column("closed_at", UtcTime(timezone=True), nullable=True),
        sa.Column("result", Json(), nullable=True),
        sa.Column("cancelled_at", UtcTime(timezone=True), nullable=True),
        sa.Column("cancelled_by", Uuid(length=36), nullable=True),
        sa.Column("cancelled_because", sa.String(length=2000), nullable=True),
        sa.CheckConstraint(
            "(cancelled_at IS NULL) = (cancelled_because IS NULL)",
            name=op.f("ck_election__cancelling"),
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (result IS NULL)", name=op.f("ck_election__closing")
        ),
        sa.CheckConstraint(
            "(opened_at IS NULL) = (closes_at IS NULL)", name=op.f("ck_election__opening")
        ),
        sa.CheckConstraint(
            "(opened_at IS NULL) = (homes IS NULL)", name=op.f("ck_election__homes")
        ),
        sa.CheckConstraint(
            "closed_at IS NULL OR cancelled_at IS NULL", name=op.f("ck_election__one_end")
        ),
        sa.CheckConstraint("seats BETWEEN 1 AND 9", name=op.f("ck_election__seats")),
        sa.CheckConstraint("term_until >= term_from", name=op.f("ck_election__term")),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_election__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "runoff_of"],
            ["election.community_id", "election.id"],
            name=op.f("fk_election__community_id_runoff_of"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_election__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_election")),
    )
    op.create_index(
        op.f("ix_election__community_id_building_id"),
        "election",
        ["community_id", "building_id"],
        unique=False,
    )
    op.create_index(
        "uq_election__running",
        "election",
        ["community_id", "building_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL AND cancelled_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL AND cancelled_at IS NULL"),
    )
    op.create_table(
        "candidacy",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("election_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("statement", sa.String(length=2000), nullable=True),
        sa.Column("answered_at", UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(state = 'asked') = (answered_at IS NULL)", name=op.f("ck_candidacy__answer")
        ),
        sa.CheckConstraint(
            "state IN ('asked', 'standing', 'refused')", name=op.f("ck_candidacy__state")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_candidacy__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "election_id"],
            ["election.community_id", "election.id"],
            name=op.f("fk_candidacy__community_id_election_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_candidacy__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_candidacy")),
        sa.UniqueConstraint(
            "community_id",
            "election_id",
            "account_id",
            name=op.f("uq_candidacy__community_id_election_id_account_id"),
        ),
    )
    op.create_index(
        op.f("ix_candidacy__community_id_account_id"),
        "candidacy",
        ["community_id", "account_id"],
        unique=False,
    )
    op.create_table(
        "mandate",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.Column("election_id", Uuid(length=36), nullable=True),
        sa.Column("assembly_id", Uuid(length=36), nullable=True),
        sa.Column("stands_in_for", Uuid(length=36), nullable=True),
        sa.Column("made_at", UtcTime(timezone=True), nullable=False),
        sa.Column("phone", sa.String(length=30), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("ended_how", sa.String(length=20), nullable=True),
        sa.Column("ended_because", sa.String(length=2000), nullable=True),
        sa.Column("recalled_by", Uuid(length=36), nullable=True),
        sa.Column("grant_id", Uuid(length=36), nullable=True),
        sa.Column("released_at", UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "ended_how IN ('recall', 'resignation')", name=op.f("ck_mandate__ended_how")
        ),
        sa.CheckConstraint(
            "(election_id IS NULL) <> (assembly_id IS NULL)", name=op.f("ck_mandate__basis")
        ),
        sa.CheckConstraint(
            "(ended_on IS NULL) = (ended_how IS NULL)", name=op.f("ck_mandate__ending")
        ),
        sa.CheckConstraint(
            "released_at IS NULL OR grant_id IS NOT NULL", name=op.f("ck_mandate__grant")
        ),
        sa.CheckConstraint("until_on >= from_on", name=op.f("ck_mandate__term")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_mandate__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "assembly_id"],
            ["building_assembly.community_id", "building_assembly.id"],
            name=op.f("fk_mandate__community_id_assembly_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_mandate__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "election_id"],
            ["election.community_id", "election.id"],
            name=op.f("fk_mandate__community_id_election_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "recalled_by"],
            ["building_assembly.community_id", "building_assembly.id"],
            name=op.f("fk_mandate__community_id_recalled_by"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "stands_in_for"],
            ["mandate.community_id", "mandate.id"],
            name=op.f("fk_mandate__community_id_stands_in_for"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_mandate__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_mandate")),
    )
    op.create_index(
        op.f("ix_mandate__community_id_account_id"),
        "mandate",
        ["community_id", "account_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_mandate__community_id_building_id"),
        "mandate",
        ["community_id", "building_id"],
        unique=False,
    )
    op.create_table(
        "secret_box",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("election_id", Uuid(length=36), nullable=False),
        sa.Column("choice", Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "election_id"],
            ["election.community_id", "election.id"],
            name=op.f("fk_secret_box__community_id_election_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_secret_box__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_secret_box")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        op.f("ix_secret_box__community_id_election_id"),
        "secret_box",
        ["community_id", "election_id"],
        unique=False,
    )
    op.create_table(
        "secret_receipt",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("election_id", Uuid(length=36), nullable=False),
        sa.Column("leaf", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("length(leaf) = 32", name=op.f("ck_secret_receipt__leaf")),
        sa.ForeignKeyConstraint(
            ["community_id", "election_id"],
            ["election.community_id", "election.id"],
            name=op.f("fk_secret_receipt__community_id_election_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_secret_receipt__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_secret_receipt")),
        sa.UniqueConstraint(
            "community_id",
            "election_id",
            "leaf",
            name=op.f("uq_secret_receipt__community_id_election_id_leaf"),
        ),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "secret_roll",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("election_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "election_id"],
            ["election.community_id", "election.id"],
            name=op.f("fk_secret_roll__community_id_election_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_secret_roll__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_secret_roll__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_secret_roll")),
        sa.UniqueConstraint(
            "community_id",
            "election_id",
            "household_id",
            name=op.f("uq_secret_roll__community_id_election_id_household_id"),
        ),
        sqlite_with_rowid=False,
    )
    dialect = op.get_bind().dialect.name
    for table in TENANT_TABLES:
        for statement in guards.tenant_table(dialect, table):
            op.execute(statement)
    for table in APPEND_ONLY:
        for statement in guards.append_only(dialect, table):
            op.execute(statement)
    for table in ERASABLE:
        for statement in guards.append_only(dialect, table, erasable=True):
            op.execute(statement)


def downgrade() -> None:
    for table in reversed(TENANT_TABLES):
        op.drop_table(table)
