"""Ballot rounds: what is asked, who may vote, every ballot, which counts, what it came to."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import Json, UtcTime, Uuid

revision = "ballots"
down_revision = "invited_homes"
branch_labels = None
depends_on = None

TABLES = (
    "ballot_round",
    "ballot_question",
    "ballot_option",
    "ballot_round_change",
    "elector",
    "elector_owner",
    "elector_unit",
    "voter_agreement",
    "proxy_authorization",
    "proxy_revocation",
    "ballot",
    "ballot_answer",
    "ballot_confirmation",
    "counted_ballot",
    "ballot_delivery",
    "official_result",
    "round_result",
    "objection",
    "objection_answer",
)
"""In the order of making them."""

APPEND_ONLY = (
    "ballot_round_change",
    "elector",
    "elector_owner",
    "elector_unit",
    "voter_agreement",
    "proxy_authorization",
    "proxy_revocation",
    "ballot",
    "ballot_answer",
    "ballot_confirmation",
    "ballot_delivery",
    "official_result",
    "round_result",
    "objection",
    "objection_answer",
)


def upgrade() -> None:
    op.create_table(
        "ballot_round",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("background", sa.String(length=2000), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=True),
        sa.Column("mode", sa.String(length=20), nullable=False),
        sa.Column("scope_buildings", Json(), nullable=False),
        sa.Column("scope_stairwells", Json(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=False),
        sa.Column("follow_majority", sa.String(length=500), nullable=True),
        sa.Column("run_off_of", Uuid(length=36), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("profile", Json(), nullable=True),
        sa.Column("noticed_on", sa.Date(), nullable=True),
        sa.Column("notice_digest", sa.String(length=64), nullable=True),
        sa.Column("noticed_questions", Json(), nullable=True),
        sa.Column("opens_at", UtcTime(timezone=True), nullable=True),
        sa.Column("closes_at", UtcTime(timezone=True), nullable=True),
        sa.Column("electorate_digest", sa.String(length=64), nullable=True),
        sa.Column("heads", sa.Integer(), nullable=True),
        sa.Column("area_dm2", sa.BigInteger(), nullable=True),
        sa.Column("result_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "mode IN ('official_import', 'paper_ledger', 'survey')",
            name=op.f("ck_ballot_round__mode"),
        ),
        sa.CheckConstraint(
            "state IN ('annulled', 'closed', 'counted', 'draft', 'final', 'noticed', 'on_notice', 'open', 'withdrawn')",
            name=op.f("ck_ballot_round__state"),
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'noticed', 'withdrawn') OR electorate_digest IS NOT NULL",
            name=op.f("ck_ballot_round__frozen"),
        ),
        sa.CheckConstraint(
            "(opens_at IS NULL) = (closes_at IS NULL)", name=op.f("ck_ballot_round__window")
        ),
        sa.CheckConstraint("closes_on >= opens_on", name=op.f("ck_ballot_round__days")),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_ballot_round__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "run_off_of"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_ballot_round__community_id_run_off_of"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot_round__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_round")),
    )
    op.create_index(
        op.f("ix_ballot_round__community_id_created_at"),
        "ballot_round",
        ["community_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "ballot_question",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("words", sa.String(length=500), nullable=False),
        sa.Column("explanation", sa.String(length=2000), nullable=True),
        sa.Column("matter", sa.String(length=30), nullable=False),
        sa.Column("preset", sa.String(length=10), nullable=False),
        sa.Column("rule", Json(), nullable=False),
        sa.Column("subject_kind", sa.String(length=20), nullable=True),
        sa.Column("subject_id", Uuid(length=36), nullable=True),
        sa.CheckConstraint("kind IN ('choice', 'yes_no')", name=op.f("ck_ballot_question__kind")),
        sa.CheckConstraint(
            "matter IN ('assembly_rules', 'brand_choice', 'business_on_common_parts', 'committee', 'covenant', 'lift_advertising', 'lift_from_fund', 'manager', 'opinion', 'other_major', 'owners_pay_extra', 'raising_fund', 'rebuilding', 'use_of_common_revenue', 'use_of_fund')",
            name=op.f("ck_ballot_question__matter"),
        ),
        sa.CheckConstraint(
            "preset IN ('ordinary', 'special', 'survey')", name=op.f("ck_ballot_question__preset")
        ),
        sa.CheckConstraint(
            "subject_kind IN ('comparison_list', 'proposal', 'scheme')",
            name=op.f("ck_ballot_question__subject_kind"),
        ),
        sa.CheckConstraint(
            "(subject_kind IS NULL) = (subject_id IS NULL)",
            name=op.f("ck_ballot_question__subject"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_ballot_question__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot_question__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_question")),
        sa.UniqueConstraint(
            "community_id",
            "round_id",
            "position",
            name=op.f("uq_ballot_question__community_id_round_id_position"),
        ),
    )
    op.create_table(
        "ballot_option",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("question_id", Uuid(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=30), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("explanation", sa.String(length=2000), nullable=True),
        sa.Column("subject_id", Uuid(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id", "question_id"],
            ["ballot_question.community_id", "ballot_question.id"],
            name=op.f("fk_ballot_option__community_id_question_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot_option__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_option")),
        sa.UniqueConstraint(
            "community_id",
            "question_id",
            "key",
            name=op.f("uq_ballot_option__community_id_question_id_key"),
        ),
        sa.UniqueConstraint(
            "community_id",
            "question_id",
            "position",
            name=op.f("uq_ballot_option__community_id_question_id_position"),
        ),
    )
    op.create_table(
        "ballot_round_change",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("from_state", sa.String(length=10), nullable=False),
        sa.Column("to_state", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=True),
        sa.Column("by_clock", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "from_state IN ('annulled', 'closed', 'counted', 'draft', 'final', 'noticed', 'on_notice', 'open', 'withdrawn')",
            name=op.f("ck_ballot_round_change__from_state"),
        ),
        sa.CheckConstraint(
            "to_state IN ('annulled', 'closed', 'counted', 'draft', 'final', 'noticed', 'on_notice', 'open', 'withdrawn')",
            name=op.f("ck_ballot_round_change__to_state"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_ballot_round_change__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot_round_change__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_round_change")),
    )
    op.create_index(
        op.f("ix_ballot_round_change__community_id_round_id_created_at"),
        "ballot_round_change",
        ["community_id", "round_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "elector",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("owner_keys", sa.Text(), nullable=False),
        sa.Column("voter_owner_id", Uuid(length=36), nullable=True),
        sa.Column("area_dm2", sa.Integer(), nullable=False),
        sa.CheckConstraint("area_dm2 > 0", name=op.f("ck_elector__area")),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_elector__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_elector__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_elector")),
        sa.UniqueConstraint(
            "community_id", "round_id", "code", name=op.f("uq_elector__community_id_round_id_code")
        ),
        sa.UniqueConstraint(
            "community_id",
            "round_id",
            "owner_keys",
            name=op.f("uq_elector__community_id_round_id_owner_keys"),
        ),
    )
    op.create_index(
        op.f("ix_elector__community_id_voter_owner_id"),
        "elector",
        ["community_id", "voter_owner_id"],
        unique=False,
    )
    op.create_table(
        "elector_owner",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("elector_id", Uuid(length=36), nullable=False),
        sa.Column("owner_id", Uuid(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "elector_id"],
            ["elector.community_id", "elector.id"],
            name=op.f("fk_elector_owner__community_id_elector_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_elector_owner__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_elector_owner")),
        sa.UniqueConstraint(
            "community_id",
            "elector_id",
            "owner_id",
            name=op.f("uq_elector_owner__community_id_elector_id_owner_id"),
        ),
    )
    op.create_index(
        op.f("ix_elector_owner__community_id_owner_id"),
        "elector_owner",
        ["community_id", "owner_id"],
        unique=False,
    )
    op.create_table(
        "elector_unit",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("elector_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=True),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("door", sa.String(length=60), nullable=False),
        sa.Column("area_dm2", sa.Integer(), nullable=False),
        sa.CheckConstraint("area_dm2 > 0", name=op.f("ck_elector_unit__area")),
        sa.ForeignKeyConstraint(
            ["community_id", "elector_id"],
            ["elector.community_id", "elector.id"],
            name=op.f("fk_elector_unit__community_id_elector_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_elector_unit__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_elector_unit__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_elector_unit")),
        sa.UniqueConstraint(
            "community_id",
            "round_id",
            "code",
            name=op.f("uq_elector_unit__community_id_round_id_code"),
        ),
        sa.UniqueConstraint(
            "community_id",
            "round_id",
            "household_id",
            name=op.f("uq_elector_unit__community_id_round_id_household_id"),
        ),
    )
    op.create_index(
        op.f("ix_elector_unit__community_id_elector_id"),
        "elector_unit",
        ["community_id", "elector_id"],
        unique=False,
    )
    op.create_table(
        "voter_agreement",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("owner_id", Uuid(length=36), nullable=False),
        sa.Column("agreed_how", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_voter_agreement__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_voter_agreement__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_voter_agreement__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_voter_agreement")),
    )
    op.create_index(
        op.f("ix_voter_agreement__community_id_round_id_household_id_created_at"),
        "voter_agreement",
        ["community_id", "round_id", "household_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "proxy_authorization",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("elector_id", Uuid(length=36), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("holder_key", sa.String(length=80), nullable=False),
        sa.Column("holder_account_id", Uuid(length=36), nullable=True),
        sa.Column("holder_name", sa.String(length=100), nullable=True),
        sa.CheckConstraint(
            "(holder_account_id IS NULL) = (holder_name IS NOT NULL)",
            name=op.f("ck_proxy_authorization__one_holder"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "elector_id"],
            ["elector.community_id", "elector.id"],
            name=op.f("fk_proxy_authorization__community_id_elector_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_proxy_authorization__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_proxy_authorization__community_id")
        ),
        sa.ForeignKeyConstraint(
            ["holder_account_id"],
            ["account.id"],
            name=op.f("fk_proxy_authorization__holder_account_id"),
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_proxy_authorization")),
        sa.UniqueConstraint(
            "community_id",
            "round_id",
            "sequence",
            name=op.f("uq_proxy_authorization__community_id_round_id_sequence"),
        ),
    )
    op.create_table(
        "proxy_revocation",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("authorization_id", Uuid(length=36), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "authorization_id"],
            ["proxy_authorization.community_id", "proxy_authorization.id"],
            name=op.f("fk_proxy_revocation__community_id_authorization_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_proxy_revocation__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_proxy_revocation")),
        sa.UniqueConstraint(
            "community_id",
            "authorization_id",
            name=op.f("uq_proxy_revocation__community_id_authorization_id"),
        ),
    )
    op.create_table(
        "ballot",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("elector_id", Uuid(length=36), nullable=False),
        sa.Column("way", sa.String(length=10), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("cast_at", UtcTime(timezone=True), nullable=False),
        sa.Column("proxy_id", Uuid(length=36), nullable=True),
        sa.Column("corrects", Uuid(length=36), nullable=True),
        sa.Column("answer_salt", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("corrects IS NULL OR way = 'paper'", name=op.f("ck_ballot__correction")),
        sa.CheckConstraint("way IN ('official', 'paper', 'phone')", name=op.f("ck_ballot__way")),
        sa.ForeignKeyConstraint(
            ["community_id", "corrects"],
            ["ballot.community_id", "ballot.id"],
            name=op.f("fk_ballot__community_id_corrects"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "elector_id"],
            ["elector.community_id", "elector.id"],
            name=op.f("fk_ballot__community_id_elector_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "proxy_id"],
            ["proxy_authorization.community_id", "proxy_authorization.id"],
            name=op.f("fk_ballot__community_id_proxy_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_ballot__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot")),
        sa.UniqueConstraint(
            "community_id",
            "elector_id",
            "sequence",
            name=op.f("uq_ballot__community_id_elector_id_sequence"),
        ),
        sa.UniqueConstraint(
            "community_id", "id", "created_by", name=op.f("uq_ballot__community_id_id_created_by")
        ),
        sa.UniqueConstraint(
            "community_id", "id", "elector_id", name=op.f("uq_ballot__community_id_id_elector_id")
        ),
    )
    op.create_index(
        op.f("ix_ballot__community_id_round_id_way"),
        "ballot",
        ["community_id", "round_id", "way"],
        unique=False,
    )
    op.create_table(
        "ballot_answer",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("ballot_id", Uuid(length=36), nullable=False),
        sa.Column("question_id", Uuid(length=36), nullable=False),
        sa.Column("answer", sa.String(length=30), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "ballot_id"],
            ["ballot.community_id", "ballot.id"],
            name=op.f("fk_ballot_answer__community_id_ballot_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "question_id"],
            ["ballot_question.community_id", "ballot_question.id"],
            name=op.f("fk_ballot_answer__community_id_question_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot_answer__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_answer")),
        sa.UniqueConstraint(
            "community_id",
            "ballot_id",
            "question_id",
            name=op.f("uq_ballot_answer__community_id_ballot_id_question_id"),
        ),
    )
    op.create_table(
        "ballot_confirmation",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("ballot_id", Uuid(length=36), nullable=False),
        sa.Column("recorded_by", Uuid(length=36), nullable=False),
        sa.CheckConstraint(
            "created_by <> recorded_by", name=op.f("ck_ballot_confirmation__two_people")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "ballot_id", "recorded_by"],
            ["ballot.community_id", "ballot.id", "ballot.created_by"],
            name=op.f("fk_ballot_confirmation__community_id_ballot_id_recorded_by"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot_confirmation__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_confirmation")),
        sa.UniqueConstraint(
            "community_id", "ballot_id", name=op.f("uq_ballot_confirmation__community_id_ballot_id")
        ),
    )
    op.create_table(
        "counted_ballot",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("elector_id", Uuid(length=36), nullable=False),
        sa.Column("ballot_id", Uuid(length=36), nullable=False),
        sa.Column("counted_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "ballot_id", "elector_id"],
            ["ballot.community_id", "ballot.id", "ballot.elector_id"],
            name=op.f("fk_counted_ballot__community_id_ballot_id_elector_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_counted_ballot__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_counted_ballot__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_counted_ballot")),
        sa.UniqueConstraint(
            "community_id",
            "round_id",
            "elector_id",
            name=op.f("uq_counted_ballot__community_id_round_id_elector_id"),
        ),
    )
    op.create_table(
        "ballot_delivery",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("elector_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("how", sa.String(length=20), nullable=False),
        sa.Column("delivered_at", UtcTime(timezone=True), nullable=False),
        sa.Column("proven", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(length=500), nullable=True),
        sa.CheckConstraint(
            "how IN ('electronic', 'handed_over', 'left_at_door', 'posted', 'public_notice')",
            name=op.f("ck_ballot_delivery__how"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "elector_id"],
            ["elector.community_id", "elector.id"],
            name=op.f("fk_ballot_delivery__community_id_elector_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_ballot_delivery__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_ballot_delivery__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ballot_delivery__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballot_delivery")),
    )
    op.create_index(
        op.f("ix_ballot_delivery__community_id_elector_id"),
        "ballot_delivery",
        ["community_id", "elector_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_ballot_delivery__community_id_round_id_household_id"),
        "ballot_delivery",
        ["community_id", "round_id", "household_id"],
        unique=False,
    )
    op.create_table(
        "official_result",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("system", sa.String(length=100), nullable=False),
        sa.Column("reference", sa.String(length=100), nullable=False),
        sa.Column("counts", Json(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_official_result__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_official_result__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_official_result")),
    )
    op.create_index(
        op.f("ix_official_result__community_id_round_id_created_at"),
        "official_result",
        ["community_id", "round_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "round_result",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", Json(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_round_result__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_round_result__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_round_result")),
        sa.UniqueConstraint(
            "community_id",
            "round_id",
            "number",
            name=op.f("uq_round_result__community_id_round_id_number"),
        ),
    )
    op.create_table(
        "objection",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "round_id"],
            ["ballot_round.community_id", "ballot_round.id"],
            name=op.f("fk_objection__community_id_round_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_objection__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_objection")),
    )
    op.create_index(
        op.f("ix_objection__community_id_round_id_created_at"),
        "objection",
        ["community_id", "round_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "objection_answer",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("objection_id", Uuid(length=36), nullable=False),
        sa.Column("upheld", sa.Boolean(), nullable=False),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "objection_id"],
            ["objection.community_id", "objection.id"],
            name=op.f("fk_objection_answer__community_id_objection_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_objection_answer__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_objection_answer")),
        sa.UniqueConstraint(
            "community_id",
            "objection_id",
            name=op.f("uq_objection_answer__community_id_objection_id"),
        ),
    )
    dialect = op.get_bind().dialect.name
    for table in TABLES:
        for statement in guards.tenant_table(dialect, table):
            op.execute(statement)
    for table in APPEND_ONLY:
        for statement in guards.append_only(dialect, table):
            op.execute(statement)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
