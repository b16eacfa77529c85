"""Residents' feedback and its steps."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "feedback"
down_revision = "cost_plans"
branch_labels = None
depends_on = None

TENANT_TABLES = ("feedback", "feedback_step")
APPEND_ONLY = ("feedback_step",)


def upgrade() -> None:
    op.create_table(
        "feedback",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=True),
        sa.Column("stairwell_id", Uuid(length=36), nullable=True),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("place", sa.String(length=100), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("household_id", Uuid(length=36), nullable=True),
        sa.Column("happened_at", UtcTime(timezone=True), nullable=False),
        sa.Column("reported_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("state_since", UtcTime(timezone=True), nullable=False),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.Column("ended_on", sa.Date(), nullable=True),
        sa.Column("merged_into_id", Uuid(length=36), nullable=True),
        sa.Column("late_reopenings", sa.Integer(), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(state = 'merged') = (merged_into_id IS NOT NULL)", name=op.f("ck_feedback__merging")
        ),
        sa.CheckConstraint(
            "(state IN ('closed', 'declined', 'merged')) = (ended_on IS NOT NULL)",
            name=op.f("ck_feedback__ending"),
        ),
        sa.CheckConstraint(
            "kind IN ('noise', 'access', 'dust', 'lighting', 'button_height', 'other')",
            name=op.f("ck_feedback__kind"),
        ),
        sa.CheckConstraint(
            "state IN ('answered', 'closed', 'declined', 'merged', 'on_agenda', 'reopened', 'reported', 'said_fixed')",
            name=op.f("ck_feedback__state"),
        ),
        sa.CheckConstraint("late_reopenings BETWEEN 0 AND 1", name=op.f("ck_feedback__once_more")),
        sa.CheckConstraint(
            "stairwell_id IS NULL OR building_id IS NOT NULL", name=op.f("ck_feedback__place")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_feedback__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_feedback__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "merged_into_id"],
            ["feedback.community_id", "feedback.id"],
            name=op.f("fk_feedback__community_id_merged_into_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "stairwell_id"],
            ["stairwell.community_id", "stairwell.id"],
            name=op.f("fk_feedback__community_id_stairwell_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_feedback__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_feedback")),
    )
    op.create_index(
        op.f("ix_feedback__community_id_created_by"),
        "feedback",
        ["community_id", "created_by"],
        unique=False,
    )
    op.create_index(
        op.f("ix_feedback__community_id_merged_into_id"),
        "feedback",
        ["community_id", "merged_into_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_feedback__community_id_reported_on_id"),
        "feedback",
        ["community_id", "reported_on", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_feedback__community_id_state"), "feedback", ["community_id", "state"], unique=False
    )
    op.create_table(
        "feedback_step",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("feedback_id", Uuid(length=36), nullable=False),
        sa.Column("to_state", sa.String(length=20), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("by_account_id", Uuid(length=36), nullable=True),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("promised_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "(part = 'system') = (by_account_id IS NULL)", name=op.f("ck_feedback_step__by")
        ),
        sa.CheckConstraint(
            "part IN ('reporter', 'contractor', 'property_manager', 'office', 'system')",
            name=op.f("ck_feedback_step__part"),
        ),
        sa.CheckConstraint(
            "to_state IN ('answered', 'closed', 'declined', 'merged', 'on_agenda', 'reopened', 'reported', 'said_fixed')",
            name=op.f("ck_feedback_step__to_state"),
        ),
        sa.ForeignKeyConstraint(
            ["by_account_id"], ["account.id"], name=op.f("fk_feedback_step__by_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "feedback_id"],
            ["feedback.community_id", "feedback.id"],
            name=op.f("fk_feedback_step__community_id_feedback_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_feedback_step__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_feedback_step")),
    )
    op.create_index(
        op.f("ix_feedback_step__community_id_feedback_id_at"),
        "feedback_step",
        ["community_id", "feedback_id", "at"],
        unique=False,
    )
    dialect = op.get_bind().dialect.name
    for table in TENANT_TABLES:
        for statement in guards.tenant_table(dialect, table):
            op.execute(statement)
    for table in APPEND_ONLY:
        for statement in guards.append_only(dialect, table):
            op.execute(statement)


def downgrade() -> None:
    for table in reversed(TENANT_TABLES):
        op.drop_table(table)
