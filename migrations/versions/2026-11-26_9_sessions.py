"""Deliberation sessions, their room, and what they leave behind."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "sessions"
down_revision = "proposals"
branch_labels = None
depends_on = None

TENANT_TABLES = (
    "deliberation_session",
    "agenda_item",
    "minutes_signature",
    "minutes_version",
    "session_attendance",
    "session_step",
    "motion",
    "speaking_request",
    "agenda_report",
    "decision",
    "hand",
    "hand_count",
    "action_item",
    "action_step",
)
APPEND_ONLY = (
    "session_step",
    "hand",
    "hand_count",
    "minutes_version",
    "minutes_signature",
    "decision",
    "action_step",
)


def upgrade() -> None:
    op.create_table(
        "deliberation_session",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("place", sa.String(length=100), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=True),
        sa.Column("starts_at", UtcTime(timezone=True), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("noticed_on", sa.Date(), nullable=True),
        sa.Column("tick", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('council', 'three_party', 'weekly')",
            name=op.f("ck_deliberation_session__kind"),
        ),
        sa.CheckConstraint(
            "state IN ('cancelled', 'closed', 'in_recess', 'in_session', 'minutes_submitted', 'noticed', 'planned', 'published', 'signed_off')",
            name=op.f("ck_deliberation_session__state"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_deliberation_session__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_deliberation_session__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_deliberation_session")),
    )
    op.create_index(
        op.f("ix_deliberation_session__community_id_held_on_id"),
        "deliberation_session",
        ["community_id", "held_on", "id"],
        unique=False,
    )
    op.create_index(
        "uq_deliberation_session__weekly_draft",
        "deliberation_session",
        ["community_id", "held_on"],
        unique=True,
        sqlite_where=sa.text("kind = 'weekly' AND state <> 'cancelled'"),
        postgresql_where=sa.text("kind = 'weekly' AND state <> 'cancelled'"),
    )
    op.create_table(
        "agenda_item",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("details", sa.String(length=2000), nullable=True),
        sa.Column("subject_kind", sa.String(length=20), nullable=False),
        sa.Column("subject_id", Uuid(length=36), nullable=True),
        sa.Column("feedback_kind", sa.String(length=20), nullable=True),
        sa.Column("building_id", Uuid(length=36), nullable=True),
        sa.Column("noticed_digest", sa.String(length=64), nullable=True),
        sa.Column("taken_up_at", UtcTime(timezone=True), nullable=True),
        sa.Column("closed_at", UtcTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "(subject_kind = 'other') = (subject_id IS NULL)", name=op.f("ck_agenda_item__subject")
        ),
        sa.CheckConstraint(
            "feedback_kind IN ('noise', 'access', 'dust', 'lighting', 'button_height', 'other')",
            name=op.f("ck_agenda_item__feedback_kind"),
        ),
        sa.CheckConstraint(
            "subject_kind IN ('proposal', 'hazard', 'feedback', 'cost_plan', 'grievance', 'other')",
            name=op.f("ck_agenda_item__subject_kind"),
        ),
        sa.CheckConstraint(
            "closed_at IS NULL OR taken_up_at IS NOT NULL", name=op.f("ck_agenda_item__closing")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_agenda_item__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_agenda_item__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_agenda_item__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_agenda_item")),
    )
    op.create_index(
        op.f("ix_agenda_item__community_id_session_id_position"),
        "agenda_item",
        ["community_id", "session_id", "position"],
        unique=False,
    )
    op.create_index(
        op.f("ix_agenda_item__community_id_subject_id"),
        "agenda_item",
        ["community_id", "subject_id"],
        unique=False,
    )
    op.create_index(
        "uq_agenda_item__taken_up",
        "agenda_item",
        ["community_id", "session_id"],
        unique=True,
        sqlite_where=sa.text("taken_up_at IS NOT NULL AND closed_at IS NULL"),
        postgresql_where=sa.text("taken_up_at IS NOT NULL AND closed_at IS NULL"),
    )
    op.create_table(
        "minutes_signature",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("party", sa.String(length=20), nullable=False),
        sa.Column("signed", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=True),
        sa.Column("by_account_id", Uuid(length=36), nullable=False),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "party IN ('residents', 'property_manager', 'contractor')",
            name=op.f("ck_minutes_signature__party"),
        ),
        sa.CheckConstraint(
            "signed OR reason IS NOT NULL", name=op.f("ck_minutes_signature__refusal")
        ),
        sa.ForeignKeyConstraint(
            ["by_account_id"], ["account.id"], name=op.f("fk_minutes_signature__by_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_minutes_signature__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_minutes_signature__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_minutes_signature")),
        sa.UniqueConstraint(
            "community_id",
            "session_id",
            "number",
            "party",
            name=op.f("uq_minutes_signature__community_id_session_id_number_party"),
        ),
    )
    op.create_table(
        "minutes_version",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("saved_by", Uuid(length=36), nullable=False),
        sa.Column("saved_at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_minutes_version__number")),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_minutes_version__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_minutes_version__community_id")
        ),
        sa.ForeignKeyConstraint(
            ["saved_by"], ["account.id"], name=op.f("fk_minutes_version__saved_by")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_minutes_version")),
        sa.UniqueConstraint(
            "community_id",
            "session_id",
            "number",
            name=op.f("uq_minutes_version__community_id_session_id_number"),
        ),
    )
    op.create_table(
        "session_attendance",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("party", sa.String(length=20), nullable=False),
        sa.Column("representative", sa.Boolean(), nullable=False),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.Column("here", sa.Boolean(), nullable=False),
        sa.Column("changed_at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint("how IN ('room', 'remote')", name=op.f("ck_session_attendance__how")),
        sa.CheckConstraint(
            "party IN ('residents', 'property_manager', 'contractor')",
            name=op.f("ck_session_attendance__party"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_session_attendance__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_session_attendance__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_session_attendance__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_session_attendance")),
        sa.UniqueConstraint(
            "community_id",
            "session_id",
            "account_id",
            name=op.f("uq_session_attendance__community_id_session_id_account_id"),
        ),
    )
    op.create_table(
        "session_step",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("to_state", sa.String(length=20), nullable=False),
        sa.Column("by_account_id", Uuid(length=36), nullable=True),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=True),
        sa.CheckConstraint(
            "to_state IN ('cancelled', 'closed', 'in_recess', 'in_session', 'minutes_submitted', 'noticed', 'planned', 'published', 'signed_off')",
            name=op.f("ck_session_step__to_state"),
        ),
        sa.ForeignKeyConstraint(
            ["by_account_id"], ["account.id"], name=op.f("fk_session_step__by_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_session_step__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_session_step__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_session_step")),
    )
    op.create_index(
        op.f("ix_session_step__community_id_session_id_at"),
        "session_step",
        ["community_id", "session_id", "at"],
        unique=False,
    )
    op.create_table(
        "motion",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("agenda_item_id", Uuid(length=36), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("closed_at", UtcTime(timezone=True), nullable=True),
        sa.Column("how", sa.String(length=10), nullable=True),
        sa.Column("agree", sa.Integer(), nullable=True),
        sa.Column("oppose", sa.Integer(), nullable=True),
        sa.Column("present", sa.Integer(), nullable=True),
        sa.Column("mandates", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.CheckConstraint("how IN ('hands', 'counted')", name=op.f("ck_motion__how")),
        sa.CheckConstraint(
            "outcome IN ('carried', 'lost', 'no_quorum')", name=op.f("ck_motion__outcome")
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (agree IS NULL)", name=op.f("ck_motion__counting")
        ),
        sa.CheckConstraint(
            "(closed_at IS NULL) = (outcome IS NULL)", name=op.f("ck_motion__closing")
        ),
        sa.CheckConstraint("agree + oppose <= present", name=op.f("ck_motion__hands")),
        sa.CheckConstraint("agree >= 0 AND oppose >= 0", name=op.f("ck_motion__counts")),
        sa.ForeignKeyConstraint(
            ["community_id", "agenda_item_id"],
            ["agenda_item.community_id", "agenda_item.id"],
            name=op.f("fk_motion__community_id_agenda_item_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_motion__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_motion__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_motion")),
    )
    op.create_index(
        op.f("ix_motion__community_id_session_id"),
        "motion",
        ["community_id", "session_id"],
        unique=False,
    )
    op.create_index(
        "uq_motion__open",
        "motion",
        ["community_id", "session_id"],
        unique=True,
        sqlite_where=sa.text("closed_at IS NULL"),
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_table(
        "speaking_request",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("agenda_item_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("side", sa.String(length=10), nullable=False),
        sa.Column("called_at", UtcTime(timezone=True), nullable=True),
        sa.Column("ended_at", UtcTime(timezone=True), nullable=True),
        sa.Column("withdrawn_at", UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "side IN ('for', 'against', 'neutral')", name=op.f("ck_speaking_request__side")
        ),
        sa.CheckConstraint(
            "ended_at IS NULL OR called_at IS NOT NULL", name=op.f("ck_speaking_request__ending")
        ),
        sa.CheckConstraint(
            "withdrawn_at IS NULL OR called_at IS NULL",
            name=op.f("ck_speaking_request__withdrawal"),
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_speaking_request__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "agenda_item_id"],
            ["agenda_item.community_id", "agenda_item.id"],
            name=op.f("fk_speaking_request__community_id_agenda_item_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_speaking_request__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_speaking_request__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_speaking_request")),
    )
    op.create_index(
        op.f("ix_speaking_request__community_id_agenda_item_id"),
        "speaking_request",
        ["community_id", "agenda_item_id"],
        unique=False,
    )
    op.create_index(
        "uq_speaking_request__speaking",
        "speaking_request",
        ["community_id", "session_id"],
        unique=True,
        sqlite_where=sa.text("called_at IS NOT NULL AND ended_at IS NULL"),
        postgresql_where=sa.text("called_at IS NOT NULL AND ended_at IS NULL"),
    )
    op.create_index(
        "uq_speaking_request__up",
        "speaking_request",
        ["community_id", "agenda_item_id", "account_id"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL AND withdrawn_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL AND withdrawn_at IS NULL"),
    )
    op.create_table(
        "agenda_report",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("agenda_item_id", Uuid(length=36), nullable=False),
        sa.Column("feedback_id", Uuid(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "agenda_item_id"],
            ["agenda_item.community_id", "agenda_item.id"],
            name=op.f("fk_agenda_report__community_id_agenda_item_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "feedback_id"],
            ["feedback.community_id", "feedback.id"],
            name=op.f("fk_agenda_report__community_id_feedback_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_agenda_report__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_agenda_report")),
        sa.UniqueConstraint(
            "community_id",
            "agenda_item_id",
            "feedback_id",
            name=op.f("uq_agenda_report__community_id_agenda_item_id_feedback_id"),
        ),
    )
    op.create_index(
        op.f("ix_agenda_report__community_id_feedback_id"),
        "agenda_report",
        ["community_id", "feedback_id"],
        unique=False,
    )
    op.create_table(
        "decision",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("agenda_item_id", Uuid(length=36), nullable=False),
        sa.Column("motion_id", Uuid(length=36), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "agenda_item_id"],
            ["agenda_item.community_id", "agenda_item.id"],
            name=op.f("fk_decision__community_id_agenda_item_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "motion_id"],
            ["motion.community_id", "motion.id"],
            name=op.f("fk_decision__community_id_motion_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_decision__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_decision__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_decision")),
    )
    op.create_index(
        op.f("ix_decision__community_id_motion_id"),
        "decision",
        ["community_id", "motion_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_decision__community_id_session_id"),
        "decision",
        ["community_id", "session_id"],
        unique=False,
    )
    op.create_table(
        "hand",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("motion_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("choice", sa.String(length=10), nullable=False),
        sa.CheckConstraint(
            "choice IN ('agree', 'oppose', 'abstain')", name=op.f("ck_hand__choice")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_hand__account_id")),
        sa.ForeignKeyConstraint(
            ["community_id", "motion_id"],
            ["motion.community_id", "motion.id"],
            name=op.f("fk_hand__community_id_motion_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_hand__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_hand")),
        sa.UniqueConstraint(
            "community_id",
            "motion_id",
            "account_id",
            name=op.f("uq_hand__community_id_motion_id_account_id"),
        ),
    )
    op.create_table(
        "hand_count",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("motion_id", Uuid(length=36), nullable=False),
        sa.Column("agree", sa.Integer(), nullable=False),
        sa.Column("oppose", sa.Integer(), nullable=False),
        sa.Column("present", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "agree >= 0 AND oppose >= 0 AND agree + oppose <= present",
            name=op.f("ck_hand_count__hands"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "motion_id"],
            ["motion.community_id", "motion.id"],
            name=op.f("fk_hand_count__community_id_motion_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_hand_count__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_hand_count")),
        sa.UniqueConstraint(
            "community_id", "motion_id", name=op.f("uq_hand_count__community_id_motion_id")
        ),
    )
    op.create_table(
        "action_item",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("session_id", Uuid(length=36), nullable=False),
        sa.Column("decision_id", Uuid(length=36), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("owner_account_id", Uuid(length=36), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("review_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("reminders", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "state IN ('cancelled', 'closed', 'done', 'in_progress', 'open')",
            name=op.f("ck_action_item__state"),
        ),
        sa.CheckConstraint("review_on >= due_on", name=op.f("ck_action_item__review")),
        sa.ForeignKeyConstraint(
            ["community_id", "decision_id"],
            ["decision.community_id", "decision.id"],
            name=op.f("fk_action_item__community_id_decision_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "session_id"],
            ["deliberation_session.community_id", "deliberation_session.id"],
            name=op.f("fk_action_item__community_id_session_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_action_item__community_id")
        ),
        sa.ForeignKeyConstraint(
            ["owner_account_id"], ["account.id"], name=op.f("fk_action_item__owner_account_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_action_item")),
    )
    op.create_index(
        op.f("ix_action_item__community_id_due_on_id"),
        "action_item",
        ["community_id", "due_on", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_action_item__community_id_owner_account_id"),
        "action_item",
        ["community_id", "owner_account_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_action_item__community_id_session_id"),
        "action_item",
        ["community_id", "session_id"],
        unique=False,
    )
    op.create_table(
        "action_step",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("action_item_id", Uuid(length=36), nullable=False),
        sa.Column("to_state", sa.String(length=20), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=True),
        sa.Column("by_account_id", Uuid(length=36), nullable=False),
        sa.Column("at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "to_state IN ('cancelled', 'closed', 'done', 'in_progress', 'open')",
            name=op.f("ck_action_step__to_state"),
        ),
        sa.ForeignKeyConstraint(
            ["by_account_id"], ["account.id"], name=op.f("fk_action_step__by_account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "action_item_id"],
            ["action_item.community_id", "action_item.id"],
            name=op.f("fk_action_step__community_id_action_item_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_action_step__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_action_step")),
    )
    op.create_index(
        op.f("ix_action_step__community_id_action_item_id_at"),
        "action_step",
        ["community_id", "action_item_id", "at"],
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
