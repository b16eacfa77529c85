"""Assistance needs, consents, care tasks, assistance visits, lift stoppages."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import Json, UtcTime, Uuid

revision = "register"
down_revision = "canvass"
branch_labels = None
depends_on = None

TENANT_TABLES = (
    "assistance_need",
    "assistance_visit",
    "assisted_person",
    "care_holiday",
    "care_task",
    "care_task_step",
    "lift_stoppage",
    "need_ending",
    "need_pause",
    "need_review",
    "need_suggestion",
    "register_duty",
    "register_export",
    "separate_consent",
)
APPEND_ONLY = ("need_ending", "need_review", "register_export")


def upgrade() -> None:
    op.create_table(
        "care_holiday",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("removed_at", UtcTime(timezone=True), nullable=True),
        sa.Column("removed_by", Uuid(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_care_holiday__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_care_holiday")),
    )
    op.create_index(
        op.f("ix_care_holiday__community_id_on_day"),
        "care_holiday",
        ["community_id", "on_day"],
        unique=False,
    )
    op.create_table(
        "register_export",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("purpose", sa.String(length=200), nullable=False),
        sa.Column("needs", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_register_export__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_register_export")),
    )
    op.create_index(
        op.f("ix_register_export__community_id_created_at"),
        "register_export",
        ["community_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "separate_consent",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("person_id", Uuid(length=36), nullable=False),
        sa.Column("purpose", sa.String(length=30), nullable=False),
        sa.Column("scope", Json(), nullable=False),
        sa.Column("wording_version", sa.String(length=100), nullable=False),
        sa.Column("given_how", sa.String(length=20), nullable=False),
        sa.Column("given_by", sa.String(length=10), nullable=False),
        sa.Column("given_at", UtcTime(timezone=True), nullable=False),
        sa.Column("taken_by", Uuid(length=36), nullable=False),
        sa.Column("taken_at", UtcTime(timezone=True), nullable=False),
        sa.Column("evidence_sha256", sa.String(length=64), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "given_by IN ('self', 'guardian')", name=op.f("ck_separate_consent__given_by")
        ),
        sa.CheckConstraint(
            "given_how IN ('spoken_at_door', 'signed', 'own_phone')",
            name=op.f("ck_separate_consent__given_how"),
        ),
        sa.CheckConstraint(
            "purpose = 'assistance_register'", name=op.f("ck_separate_consent__purpose")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_separate_consent__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_separate_consent")),
    )
    op.create_index(
        op.f("ix_separate_consent__community_id_person_id"),
        "separate_consent",
        ["community_id", "person_id"],
        unique=False,
    )
    op.create_table(
        "lift_stoppage",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=False),
        sa.Column("stairwell_id", Uuid(length=36), nullable=True),
        sa.Column("stopped_from", UtcTime(timezone=True), nullable=False),
        sa.Column("stopped_until", UtcTime(timezone=True), nullable=True),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.CheckConstraint("stopped_until > stopped_from", name=op.f("ck_lift_stoppage__times")),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_lift_stoppage__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_lift_stoppage__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "stairwell_id"],
            ["stairwell.community_id", "stairwell.id"],
            name=op.f("fk_lift_stoppage__community_id_stairwell_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_lift_stoppage__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_lift_stoppage")),
    )
    op.create_index(
        op.f("ix_lift_stoppage__community_id_building_id_stopped_from"),
        "lift_stoppage",
        ["community_id", "building_id", "stopped_from"],
        unique=False,
    )
    op.create_table(
        "assistance_need",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("person_id", Uuid(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("urgency", sa.String(length=10), nullable=False),
        sa.Column("basis", sa.String(length=10), nullable=False),
        sa.Column("consent_id", Uuid(length=36), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.Column("weekdays", Json(), nullable=True),
        sa.Column("part", sa.String(length=10), nullable=True),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("replaces_id", Uuid(length=36), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "(status = 'active') = (sealed IS NOT NULL)", name=op.f("ck_assistance_need__erased")
        ),
        sa.CheckConstraint(
            "basis = 'emergency' OR consent_id IS NOT NULL",
            name=op.f("ck_assistance_need__consent"),
        ),
        sa.CheckConstraint(
            "basis IN ('consent', 'emergency')", name=op.f("ck_assistance_need__basis")
        ),
        sa.CheckConstraint(
            "kind IN ('stair_support', 'shopping', 'medicine_pickup', 'home_visit', 'escort', 'other')",
            name=op.f("ck_assistance_need__kind"),
        ),
        sa.CheckConstraint(
            "part IN ('morning', 'afternoon', 'evening', 'day')",
            name=op.f("ck_assistance_need__part"),
        ),
        sa.CheckConstraint(
            "status IN ('active', 'withdrawn', 'ended')", name=op.f("ck_assistance_need__status")
        ),
        sa.CheckConstraint(
            "urgency IN ('low', 'normal', 'urgent')", name=op.f("ck_assistance_need__urgency")
        ),
        sa.CheckConstraint(
            "(weekdays IS NULL) = (part IS NULL)", name=op.f("ck_assistance_need__recurrence")
        ),
        sa.CheckConstraint(
            "review_on IS NOT NULL OR ends_on IS NOT NULL", name=op.f("ck_assistance_need__until")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "consent_id"],
            ["separate_consent.community_id", "separate_consent.id"],
            name=op.f("fk_assistance_need__community_id_consent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_assistance_need__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "replaces_id"],
            ["assistance_need.community_id", "assistance_need.id"],
            name=op.f("fk_assistance_need__community_id_replaces_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_assistance_need__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_assistance_need")),
    )
    op.create_index(
        op.f("ix_assistance_need__community_id_person_id_status"),
        "assistance_need",
        ["community_id", "person_id", "status"],
        unique=False,
    )
    op.create_index(
        op.f("ix_assistance_need__community_id_status_id"),
        "assistance_need",
        ["community_id", "status", "id"],
        unique=False,
    )
    op.create_index(
        "uq_assistance_need__active",
        "assistance_need",
        ["community_id", "household_id", "kind", "person_id"],
        unique=True,
        sqlite_where=sa.text("status = 'active'"),
        postgresql_where=sa.text("status = 'active'"),
    )
    op.create_table(
        "assisted_person",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("name_index", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_assisted_person__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_assisted_person__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_assisted_person")),
        sa.UniqueConstraint(
            "community_id",
            "household_id",
            "name_index",
            name=op.f("uq_assisted_person__community_id_household_id_name_index"),
        ),
    )
    op.create_table(
        "register_duty",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject_kind", sa.String(length=20), nullable=False),
        sa.Column("subject_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("raised_at", UtcTime(timezone=True), nullable=False),
        sa.Column("settled_at", UtcTime(timezone=True), nullable=True),
        sa.Column("settled_by", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "kind IN ('review_due', 'consent_due', 'review_missed', 'no_consent', 'task_escalated', 'follow_up', 'help_refused')",
            name=op.f("ck_register_duty__kind"),
        ),
        sa.CheckConstraint(
            "settled_by IS NULL OR settled_at IS NOT NULL", name=op.f("ck_register_duty__settled")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_register_duty__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_register_duty__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_register_duty")),
    )
    op.create_index(
        op.f("ix_register_duty__community_id_settled_at_id"),
        "register_duty",
        ["community_id", "settled_at", "id"],
        unique=False,
    )
    op.create_index(
        "uq_register_duty__open",
        "register_duty",
        ["community_id", "kind", "subject_id"],
        unique=True,
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.create_table(
        "care_task",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("need_id", Uuid(length=36), nullable=True),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=True),
        sa.Column("urgency", sa.String(length=10), nullable=False),
        sa.Column("origin", sa.String(length=20), nullable=False),
        sa.Column("on_day", sa.Date(), nullable=False),
        sa.Column("part", sa.String(length=10), nullable=False),
        sa.Column("due_from", UtcTime(timezone=True), nullable=False),
        sa.Column("due_until", UtcTime(timezone=True), nullable=False),
        sa.Column("expected_by", UtcTime(timezone=True), nullable=False),
        sa.Column("offered_at", UtcTime(timezone=True), nullable=False),
        sa.Column("step", sa.String(length=10), nullable=False),
        sa.Column("assignee_id", Uuid(length=36), nullable=True),
        sa.Column("lateness", sa.Integer(), nullable=False),
        sa.Column("late_at", UtcTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("closed_at", UtcTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("body_digest", sa.LargeBinary(), nullable=True),
        sa.Column("created_by", Uuid(length=36), nullable=True),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "(need_id IS NULL) = (origin = 'by_hand')", name=op.f("ck_care_task__origin_of")
        ),
        sa.CheckConstraint(
            "(step IN ('done', 'cancelled')) = (closed_at IS NOT NULL)",
            name=op.f("ck_care_task__closed"),
        ),
        sa.CheckConstraint(
            "kind IN ('stair_support', 'shopping', 'medicine_pickup', 'home_visit', 'escort', 'other')",
            name=op.f("ck_care_task__kind"),
        ),
        sa.CheckConstraint(
            "origin IN ('once', 'recurring', 'lift_stoppage', 'by_hand')",
            name=op.f("ck_care_task__origin"),
        ),
        sa.CheckConstraint(
            "part IN ('morning', 'afternoon', 'evening', 'day')", name=op.f("ck_care_task__part")
        ),
        sa.CheckConstraint(
            "step <> 'offered' OR assignee_id IS NULL", name=op.f("ck_care_task__offered")
        ),
        sa.CheckConstraint(
            "step IN ('offered', 'assigned', 'accepted', 'done', 'cancelled')",
            name=op.f("ck_care_task__step"),
        ),
        sa.CheckConstraint(
            "step NOT IN ('assigned', 'accepted') OR assignee_id IS NOT NULL",
            name=op.f("ck_care_task__assignee"),
        ),
        sa.CheckConstraint(
            "urgency IN ('low', 'normal', 'urgent')", name=op.f("ck_care_task__urgency")
        ),
        sa.CheckConstraint(
            "(lateness = 0) = (late_at IS NULL)", name=op.f("ck_care_task__late_at")
        ),
        sa.CheckConstraint("due_until > due_from", name=op.f("ck_care_task__due")),
        sa.CheckConstraint(
            "lateness BETWEEN 0 AND 3 AND attempts >= 0", name=op.f("ck_care_task__counts")
        ),
        sa.ForeignKeyConstraint(
            ["assignee_id"], ["account.id"], name=op.f("fk_care_task__assignee_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_care_task__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "need_id"],
            ["assistance_need.community_id", "assistance_need.id"],
            name=op.f("fk_care_task__community_id_need_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_care_task__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_care_task")),
        sa.UniqueConstraint(
            "community_id",
            "need_id",
            "on_day",
            "part",
            name=op.f("uq_care_task__community_id_need_id_on_day_part"),
        ),
    )
    op.create_index(
        op.f("ix_care_task__community_id_assignee_id_step_due_from"),
        "care_task",
        ["community_id", "assignee_id", "step", "due_from"],
        unique=False,
    )
    op.create_index(
        op.f("ix_care_task__community_id_due_from_id"),
        "care_task",
        ["community_id", "due_from", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_care_task__community_id_household_id"),
        "care_task",
        ["community_id", "household_id"],
        unique=False,
    )
    op.create_table(
        "need_ending",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("need_id", Uuid(length=36), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("given_how", sa.String(length=20), nullable=True),
        sa.Column("ended_by", Uuid(length=36), nullable=True),
        sa.Column("ended_at", UtcTime(timezone=True), nullable=False),
        sa.Column("key_destroyed", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "(reason = 'withdrawn') = (given_how IS NOT NULL)",
            name=op.f("ck_need_ending__withdrawal"),
        ),
        sa.CheckConstraint(
            "given_how IN ('spoken_at_door', 'signed', 'own_phone')",
            name=op.f("ck_need_ending__given_how"),
        ),
        sa.CheckConstraint(
            "reason IN ('withdrawn', 'no_longer_needed', 'moved_away', 'died', 'helped_otherwise', 'mistake', 'replaced', 'end_date', 'review_missed', 'no_consent')",
            name=op.f("ck_need_ending__reason"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "need_id"],
            ["assistance_need.community_id", "assistance_need.id"],
            name=op.f("fk_need_ending__community_id_need_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_need_ending__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_need_ending")),
        sa.UniqueConstraint(
            "community_id", "need_id", name=op.f("uq_need_ending__community_id_need_id")
        ),
    )
    op.create_table(
        "need_pause",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("need_id", Uuid(length=36), nullable=False),
        sa.Column("from_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=False),
        sa.CheckConstraint("until_on >= from_on", name=op.f("ck_need_pause__days")),
        sa.ForeignKeyConstraint(
            ["community_id", "need_id"],
            ["assistance_need.community_id", "assistance_need.id"],
            name=op.f("fk_need_pause__community_id_need_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_need_pause__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_need_pause")),
    )
    op.create_index(
        op.f("ix_need_pause__community_id_need_id"),
        "need_pause",
        ["community_id", "need_id"],
        unique=False,
    )
    op.create_table(
        "need_review",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("need_id", Uuid(length=36), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id", "need_id"],
            ["assistance_need.community_id", "assistance_need.id"],
            name=op.f("fk_need_review__community_id_need_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_need_review__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_need_review")),
    )
    op.create_index(
        op.f("ix_need_review__community_id_need_id_created_at"),
        "need_review",
        ["community_id", "need_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "need_suggestion",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("visit_id", Uuid(length=36), nullable=False),
        sa.Column("made_by", Uuid(length=36), nullable=False),
        sa.Column("made_at", UtcTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("outcome", sa.String(length=10), nullable=True),
        sa.Column("handled_at", UtcTime(timezone=True), nullable=True),
        sa.Column("handled_by", Uuid(length=36), nullable=True),
        sa.Column("need_id", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('confirmed', 'dismissed', 'expired')",
            name=op.f("ck_need_suggestion__outcome"),
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (handled_at IS NULL)", name=op.f("ck_need_suggestion__handled")
        ),
        sa.CheckConstraint(
            "(outcome IS NULL) = (sealed IS NOT NULL)", name=op.f("ck_need_suggestion__erased")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_need_suggestion__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "need_id"],
            ["assistance_need.community_id", "assistance_need.id"],
            name=op.f("fk_need_suggestion__community_id_need_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_need_suggestion__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_need_suggestion")),
        sa.UniqueConstraint(
            "community_id", "visit_id", name=op.f("uq_need_suggestion__community_id_visit_id")
        ),
    )
    op.create_index(
        op.f("ix_need_suggestion__community_id_handled_at_id"),
        "need_suggestion",
        ["community_id", "handled_at", "id"],
        unique=False,
    )
    op.create_table(
        "assistance_visit",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("care_task_id", Uuid(length=36), nullable=True),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("happened_at", UtcTime(timezone=True), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("did", Json(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False),
        sa.Column("follow_up", sa.Boolean(), nullable=False),
        sa.Column("person_id", Uuid(length=36), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "outcome IN ('done', 'partly', 'not_needed', 'nobody_home', 'refused')",
            name=op.f("ck_assistance_visit__outcome"),
        ),
        sa.CheckConstraint(
            "(sealed IS NULL) OR (person_id IS NOT NULL)", name=op.f("ck_assistance_visit__note")
        ),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name=op.f("ck_assistance_visit__minutes")),
        sa.ForeignKeyConstraint(
            ["community_id", "care_task_id"],
            ["care_task.community_id", "care_task.id"],
            name=op.f("fk_assistance_visit__community_id_care_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_assistance_visit__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_assistance_visit__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_assistance_visit")),
    )
    op.create_index(
        op.f("ix_assistance_visit__community_id_care_task_id"),
        "assistance_visit",
        ["community_id", "care_task_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_assistance_visit__community_id_household_id_happened_at"),
        "assistance_visit",
        ["community_id", "household_id", "happened_at"],
        unique=False,
    )
    op.create_table(
        "care_task_step",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("task_id", Uuid(length=36), nullable=False),
        sa.Column("verb", sa.String(length=20), nullable=False),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.Column("by", Uuid(length=36), nullable=True),
        sa.Column("to_account_id", Uuid(length=36), nullable=True),
        sa.Column("reason", sa.String(length=2000), nullable=True),
        sa.CheckConstraint(
            "verb IN ('offered', 'assigned', 'accepted', 'declined', 'handed_over', 'visited', 'reminded', 'to_building_lead', 'to_social_worker', 'done', 'cancelled')",
            name=op.f("ck_care_task_step__verb"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "task_id"],
            ["care_task.community_id", "care_task.id"],
            name=op.f("fk_care_task_step__community_id_task_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_care_task_step__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_care_task_step")),
    )
    op.create_index(
        op.f("ix_care_task_step__community_id_task_id_at"),
        "care_task_step",
        ["community_id", "task_id", "at"],
        unique=False,
    )
    guard()


def guard() -> None:
    dialect = op.get_bind().dialect.name
    statements = [line for name in TENANT_TABLES for line in guards.tenant_table(dialect, name)]
    statements += [line for name in APPEND_ONLY for line in guards.append_only(dialect, name)]
    for statement in statements:
        op.execute(statement)


def downgrade() -> None:
    op.drop_index(op.f("ix_care_task_step__community_id_task_id_at"), table_name="care_task_step")
    op.drop_table("care_task_step")
    op.drop_index(
        op.f("ix_assistance_visit__community_id_household_id_happened_at"),
        table_name="assistance_visit",
    )
    op.drop_index(
        op.f("ix_assistance_visit__community_id_care_task_id"), table_name="assistance_visit"
    )
    op.drop_table("assistance_visit")
    op.drop_index(
        op.f("ix_need_suggestion__community_id_handled_at_id"), table_name="need_suggestion"
    )
    op.drop_table("need_suggestion")
    op.drop_index(op.f("ix_need_review__community_id_need_id_created_at"), table_name="need_review")
    op.drop_table("need_review")
    op.drop_index(op.f("ix_need_pause__community_id_need_id"), table_name="need_pause")
    op.drop_table("need_pause")
    op.drop_table("need_ending")
    op.drop_index(op.f("ix_care_task__community_id_household_id"), table_name="care_task")
    op.drop_index(op.f("ix_care_task__community_id_due_from_id"), table_name="care_task")
    op.drop_index(
        op.f("ix_care_task__community_id_assignee_id_step_due_from"), table_name="care_task"
    )
    op.drop_table("care_task")
    op.drop_index(
        "uq_register_duty__open",
        table_name="register_duty",
        sqlite_where=sa.text("settled_at IS NULL"),
        postgresql_where=sa.text("settled_at IS NULL"),
    )
    op.drop_index(op.f("ix_register_duty__community_id_settled_at_id"), table_name="register_duty")
    op.drop_table("register_duty")
    op.drop_table("assisted_person")
    op.drop_index(
        "uq_assistance_need__active",
        table_name="assistance_need",
        sqlite_where=sa.text("status = 'active'"),
        postgresql_where=sa.text("status = 'active'"),
    )
    op.drop_index(op.f("ix_assistance_need__community_id_status_id"), table_name="assistance_need")
    op.drop_index(
        op.f("ix_assistance_need__community_id_person_id_status"), table_name="assistance_need"
    )
    op.drop_table("assistance_need")
    op.drop_index(
        op.f("ix_lift_stoppage__community_id_building_id_stopped_from"), table_name="lift_stoppage"
    )
    op.drop_table("lift_stoppage")
    op.drop_index(
        op.f("ix_separate_consent__community_id_person_id"), table_name="separate_consent"
    )
    op.drop_table("separate_consent")
    op.drop_index(op.f("ix_register_export__community_id_created_at"), table_name="register_export")
    op.drop_table("register_export")
    op.drop_index(op.f("ix_care_holiday__community_id_on_day"), table_name="care_holiday")
    op.drop_table("care_holiday")
