"""Canvasses, door visits, grievances."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import Json, UtcTime, Uuid

revision = "canvass"
down_revision = "community"
branch_labels = None
depends_on = None

TENANT_TABLES = (
    "canvass",
    "canvass_assignment",
    "canvass_door",
    "door_reopening",
    "door_visit",
    "grievance",
    "grievance_answer",
)
ERASABLE = ("door_visit", "door_reopening", "grievance_answer")


def upgrade() -> None:
    op.create_table(
        "canvass",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("explains", Json(), nullable=False),
        sa.CheckConstraint("ends_on >= starts_on", name=op.f("ck_canvass__days")),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_canvass__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_canvass__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_canvass")),
    )
    op.create_index(
        op.f("ix_canvass__community_id_project_id"),
        "canvass",
        ["community_id", "project_id"],
        unique=False,
    )
    op.create_table(
        "canvass_assignment",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("canvass_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=False),
        sa.Column("stairwell_id", Uuid(length=36), nullable=True),
        sa.Column("floor_from", sa.Integer(), nullable=True),
        sa.Column("floor_to", sa.Integer(), nullable=True),
        sa.Column("withdrawn_at", UtcTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by IS NULL)",
            name=op.f("ck_canvass_assignment__withdrawal"),
        ),
        sa.CheckConstraint("floor_to >= floor_from", name=op.f("ck_canvass_assignment__floors")),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_canvass_assignment__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_canvass_assignment__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "canvass_id"],
            ["canvass.community_id", "canvass.id"],
            name=op.f("fk_canvass_assignment__community_id_canvass_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "stairwell_id"],
            ["stairwell.community_id", "stairwell.id"],
            name=op.f("fk_canvass_assignment__community_id_stairwell_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_canvass_assignment__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_canvass_assignment")),
    )
    op.create_index(
        op.f("ix_canvass_assignment__community_id_account_id_canvass_id"),
        "canvass_assignment",
        ["community_id", "account_id", "canvass_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_canvass_assignment__community_id_canvass_id_building_id"),
        "canvass_assignment",
        ["community_id", "canvass_id", "building_id"],
        unique=False,
    )
    op.create_table(
        "canvass_door",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("canvass_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("mark", sa.String(length=20), nullable=False),
        sa.Column("visits", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("stance", sa.String(length=10), nullable=True),
        sa.Column("done_at", UtcTime(timezone=True), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("left_alone_at", UtcTime(timezone=True), nullable=True),
        sa.Column("due_at", UtcTime(timezone=True), nullable=True),
        sa.Column("due_part", sa.String(length=10), nullable=True),
        sa.Column("last_at", UtcTime(timezone=True), nullable=False),
        sa.Column("last_id", Uuid(length=36), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.Column("folding", Uuid(length=36), nullable=False),
        sa.CheckConstraint(
            "(state = 'left_alone') = (left_alone_at IS NOT NULL)",
            name=op.f("ck_canvass_door__left_alone"),
        ),
        sa.CheckConstraint(
            "due_part IN ('morning', 'afternoon', 'evening')",
            name=op.f("ck_canvass_door__due_part"),
        ),
        sa.CheckConstraint(
            "mark IN ('none', 'tried', 'talked', 'escalated', 'left_alone')",
            name=op.f("ck_canvass_door__mark"),
        ),
        sa.CheckConstraint(
            "stance IN ('support', 'undecided', 'oppose')", name=op.f("ck_canvass_door__stance")
        ),
        sa.CheckConstraint(
            "state IN ('new', 'tried', 'talked', 'refused', 'moved', 'ask_again', 'escalated', 'left_alone', 'reopened')",
            name=op.f("ck_canvass_door__state"),
        ),
        sa.CheckConstraint(
            "visits >= 0 AND attempts >= 0 AND reminders >= 0", name=op.f("ck_canvass_door__counts")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "canvass_id"],
            ["canvass.community_id", "canvass.id"],
            name=op.f("fk_canvass_door__community_id_canvass_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_canvass_door__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_canvass_door__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_canvass_door")),
        sa.UniqueConstraint(
            "community_id",
            "canvass_id",
            "household_id",
            name=op.f("uq_canvass_door__community_id_canvass_id_household_id"),
        ),
    )
    op.create_index(
        op.f("ix_canvass_door__community_id_canvass_id_state"),
        "canvass_door",
        ["community_id", "canvass_id", "state"],
        unique=False,
    )
    op.create_index(
        op.f("ix_canvass_door__community_id_household_id"),
        "canvass_door",
        ["community_id", "household_id"],
        unique=False,
    )
    op.create_table(
        "door_reopening",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("canvass_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "canvass_id"],
            ["canvass.community_id", "canvass.id"],
            name=op.f("fk_door_reopening__community_id_canvass_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_door_reopening__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_door_reopening__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_door_reopening")),
    )
    op.create_index(
        op.f("ix_door_reopening__community_id_household_id_canvass_id"),
        "door_reopening",
        ["community_id", "household_id", "canvass_id"],
        unique=False,
    )
    op.create_table(
        "door_visit",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("canvass_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("happened_at", UtcTime(timezone=True), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("stance", sa.String(length=10), nullable=True),
        sa.Column("explained", Json(), nullable=False),
        sa.Column("next_at", UtcTime(timezone=True), nullable=True),
        sa.Column("next_part", sa.String(length=10), nullable=True),
        sa.Column("leave_alone", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "next_part IN ('morning', 'afternoon', 'evening')",
            name=op.f("ck_door_visit__next_part"),
        ),
        sa.CheckConstraint(
            "outcome IN ('talked', 'nobody_home', 'refused', 'moved', 'ask_again')",
            name=op.f("ck_door_visit__outcome"),
        ),
        sa.CheckConstraint(
            "stance IN ('support', 'undecided', 'oppose')", name=op.f("ck_door_visit__stance")
        ),
        sa.CheckConstraint(
            "stance IS NULL OR outcome NOT IN ('nobody_home', 'moved')",
            name=op.f("ck_door_visit__stance_heard"),
        ),
        sa.CheckConstraint("next_at > happened_at", name=op.f("ck_door_visit__next_later")),
        sa.ForeignKeyConstraint(
            ["community_id", "canvass_id"],
            ["canvass.community_id", "canvass.id"],
            name=op.f("fk_door_visit__community_id_canvass_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_door_visit__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_door_visit__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_door_visit")),
    )
    op.create_index(
        op.f("ix_door_visit__community_id_canvass_id_happened_on"),
        "door_visit",
        ["community_id", "canvass_id", "happened_on"],
        unique=False,
    )
    op.create_index(
        op.f("ix_door_visit__community_id_household_id_canvass_id"),
        "door_visit",
        ["community_id", "household_id", "canvass_id"],
        unique=False,
    )
    op.create_table(
        "grievance",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("visit_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("matter", sa.String(length=20), nullable=False),
        sa.Column("category", sa.String(length=10), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("raised_at", UtcTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("owner_account_id", Uuid(length=36), nullable=True),
        sa.Column("closed_at", UtcTime(timezone=True), nullable=True),
        sa.Column("closed_by", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "(status = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_grievance__closing")
        ),
        sa.CheckConstraint(
            "category IN ('noise', 'lift', 'leak', 'money', 'access', 'safety', 'other')",
            name=op.f("ck_grievance__category"),
        ),
        sa.CheckConstraint(
            "matter IN ('old_grievance', 'new_matter')", name=op.f("ck_grievance__matter")
        ),
        sa.CheckConstraint(
            "status IN ('open', 'answered', 'closed')", name=op.f("ck_grievance__status")
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (closed_by IS NULL)", name=op.f("ck_grievance__closed_by")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_grievance__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "visit_id"],
            ["door_visit.community_id", "door_visit.id"],
            name=op.f("fk_grievance__community_id_visit_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_grievance__community_id")
        ),
        sa.ForeignKeyConstraint(
            ["owner_account_id"], ["account.id"], name=op.f("fk_grievance__owner_account_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_grievance")),
    )
    op.create_index(
        op.f("ix_grievance__community_id_household_id_status"),
        "grievance",
        ["community_id", "household_id", "status"],
        unique=False,
    )
    op.create_index(
        op.f("ix_grievance__community_id_owner_account_id"),
        "grievance",
        ["community_id", "owner_account_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_grievance__community_id_status_id"),
        "grievance",
        ["community_id", "status", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_grievance__community_id_visit_id"),
        "grievance",
        ["community_id", "visit_id"],
        unique=False,
    )
    op.create_table(
        "grievance_answer",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("grievance_id", Uuid(length=36), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "grievance_id"],
            ["grievance.community_id", "grievance.id"],
            name=op.f("fk_grievance_answer__community_id_grievance_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_grievance_answer__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_grievance_answer")),
    )
    op.create_index(
        op.f("ix_grievance_answer__community_id_grievance_id_created_at"),
        "grievance_answer",
        ["community_id", "grievance_id", "created_at"],
        unique=False,
    )
    guard()


def guard() -> None:
    dialect = op.get_bind().dialect.name
    statements = [line for name in TENANT_TABLES for line in guards.tenant_table(dialect, name)]
    for name in ERASABLE:
        statements += guards.append_only(dialect, name, erasable=True)
    for statement in statements:
        op.execute(statement)


def downgrade() -> None:
    op.drop_index(
        op.f("ix_grievance_answer__community_id_grievance_id_created_at"),
        table_name="grievance_answer",
    )
    op.drop_table("grievance_answer")
    op.drop_index(op.f("ix_grievance__community_id_visit_id"), table_name="grievance")
    op.drop_index(op.f("ix_grievance__community_id_status_id"), table_name="grievance")
    op.drop_index(op.f("ix_grievance__community_id_owner_account_id"), table_name="grievance")
    op.drop_index(op.f("ix_grievance__community_id_household_id_status"), table_name="grievance")
    op.drop_table("grievance")
    op.drop_index(
        op.f("ix_door_visit__community_id_household_id_canvass_id"), table_name="door_visit"
    )
    op.drop_index(
        op.f("ix_door_visit__community_id_canvass_id_happened_on"), table_name="door_visit"
    )
    op.drop_table("door_visit")
    op.drop_index(
        op.f("ix_door_reopening__community_id_household_id_canvass_id"), table_name="door_reopening"
    )
    op.drop_table("door_reopening")
    op.drop_index(op.f("ix_canvass_door__community_id_household_id"), table_name="canvass_door")
    op.drop_index(op.f("ix_canvass_door__community_id_canvass_id_state"), table_name="canvass_door")
    op.drop_table("canvass_door")
    op.drop_index(
        op.f("ix_canvass_assignment__community_id_canvass_id_building_id"),
        table_name="canvass_assignment",
    )
    op.drop_index(
        op.f("ix_canvass_assignment__community_id_account_id_canvass_id"),
        table_name="canvass_assignment",
    )
    op.drop_table("canvass_assignment")
    op.drop_index(op.f("ix_canvass__community_id_project_id"), table_name="canvass")
    op.drop_table("canvass")
