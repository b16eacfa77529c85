"""Proposals, their versions, comments and amendments."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "proposals"
down_revision = "applying_imports"
branch_labels = None
depends_on = None

TENANT_TABLES = (
    "proposal",
    "amendment",
    "proposal_comment",
    "proposal_move",
    "proposal_version",
    "comment_home",
    "comment_moderation",
    "comment_vote",
    "home_answer",
)
APPEND_ONLY = (
    "proposal_version",
    "proposal_move",
    "comment_moderation",
    "comment_home",
    "home_answer",
)
ERASABLE = ()


def upgrade() -> None:
    op.create_table(
        "proposal",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=True),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("newest", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("state_since", UtcTime(timezone=True), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "state IN ('adopted', 'being_carried_out', 'done', 'draft', 'open_for_comment', 'ready_to_decide', 'rejected', 'revision', 'withdrawn')",
            name=op.f("ck_proposal__state"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_proposal__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_proposal__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_proposal")),
    )
    op.create_index(
        op.f("ix_proposal__community_id_state"), "proposal", ["community_id", "state"], unique=False
    )
    op.create_table(
        "amendment",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("proposal_id", Uuid(length=36), nullable=False),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.Column("quote", sa.String(length=2000), nullable=False),
        sa.Column("replacement", sa.String(length=2000), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.Column("decided_at", UtcTime(timezone=True), nullable=True),
        sa.Column("decided_by", Uuid(length=36), nullable=True),
        sa.Column("accepted", sa.Boolean(), nullable=True),
        sa.Column("decision_reason", sa.String(length=2000), nullable=True),
        sa.Column("taken_into", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(decided_at IS NULL) = (accepted IS NULL)", name=op.f("ck_amendment__decision")
        ),
        sa.CheckConstraint("taken_into IS NULL OR accepted", name=op.f("ck_amendment__taken_into")),
        sa.ForeignKeyConstraint(
            ["community_id", "proposal_id"],
            ["proposal.community_id", "proposal.id"],
            name=op.f("fk_amendment__community_id_proposal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_amendment__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_amendment")),
    )
    op.create_index(
        op.f("ix_amendment__community_id_proposal_id"),
        "amendment",
        ["community_id", "proposal_id"],
        unique=False,
    )
    op.create_table(
        "proposal_comment",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("proposal_id", Uuid(length=36), nullable=False),
        sa.Column("version_number", sa.Integer(), nullable=False),
        sa.Column("reply_to", Uuid(length=36), nullable=True),
        sa.Column("position", sa.String(length=10), nullable=True),
        sa.Column("words", sa.String(length=2000), nullable=False),
        sa.Column("said_at", UtcTime(timezone=True), nullable=False),
        sa.Column("hidden_at", UtcTime(timezone=True), nullable=True),
        sa.Column("hidden_because", sa.String(length=2000), nullable=True),
        sa.CheckConstraint(
            "position IN ('for', 'against', 'neutral')", name=op.f("ck_proposal_comment__position")
        ),
        sa.CheckConstraint(
            "(hidden_at IS NULL) = (hidden_because IS NULL)",
            name=op.f("ck_proposal_comment__hiding"),
        ),
        sa.CheckConstraint(
            "(reply_to IS NULL) = (position IS NOT NULL)", name=op.f("ck_proposal_comment__kind")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "proposal_id"],
            ["proposal.community_id", "proposal.id"],
            name=op.f("fk_proposal_comment__community_id_proposal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "reply_to"],
            ["proposal_comment.community_id", "proposal_comment.id"],
            name=op.f("fk_proposal_comment__community_id_reply_to"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_proposal_comment__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_proposal_comment")),
    )
    op.create_index(
        op.f("ix_proposal_comment__community_id_proposal_id_created_at"),
        "proposal_comment",
        ["community_id", "proposal_id", "created_at"],
        unique=False,
    )
    op.create_index(
        op.f("ix_proposal_comment__community_id_reply_to"),
        "proposal_comment",
        ["community_id", "reply_to"],
        unique=False,
    )
    op.create_table(
        "proposal_move",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("proposal_id", Uuid(length=36), nullable=False),
        sa.Column("source", sa.String(length=20), nullable=False),
        sa.Column("target", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "source IN ('adopted', 'being_carried_out', 'done', 'draft', 'open_for_comment', 'ready_to_decide', 'rejected', 'revision', 'withdrawn') AND target IN ('adopted', 'being_carried_out', 'done', 'draft', 'open_for_comment', 'ready_to_decide', 'rejected', 'revision', 'withdrawn')",
            name=op.f("ck_proposal_move__states"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "proposal_id"],
            ["proposal.community_id", "proposal.id"],
            name=op.f("fk_proposal_move__community_id_proposal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_proposal_move__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_proposal_move")),
    )
    op.create_index(
        op.f("ix_proposal_move__community_id_proposal_id"),
        "proposal_move",
        ["community_id", "proposal_id"],
        unique=False,
    )
    op.create_table(
        "proposal_version",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("proposal_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("body", sa.String(length=20000), nullable=False),
        sa.Column("what_changed", sa.String(length=2000), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("ck_proposal_version__number")),
        sa.ForeignKeyConstraint(
            ["community_id", "proposal_id"],
            ["proposal.community_id", "proposal.id"],
            name=op.f("fk_proposal_version__community_id_proposal_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_proposal_version__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_proposal_version")),
        sa.UniqueConstraint(
            "community_id",
            "proposal_id",
            "number",
            name=op.f("uq_proposal_version__community_id_proposal_id_number"),
        ),
    )
    op.create_table(
        "comment_home",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("comment_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("is_own", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "comment_id"],
            ["proposal_comment.community_id", "proposal_comment.id"],
            name=op.f("fk_comment_home__community_id_comment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_comment_home__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_comment_home__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_comment_home")),
        sa.UniqueConstraint(
            "community_id",
            "comment_id",
            "household_id",
            name=op.f("uq_comment_home__community_id_comment_id_household_id"),
        ),
    )
    op.create_index(
        op.f("ix_comment_home__community_id_household_id"),
        "comment_home",
        ["community_id", "household_id"],
        unique=False,
    )
    op.create_table(
        "comment_moderation",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("comment_id", Uuid(length=36), nullable=False),
        sa.Column("verb", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.CheckConstraint("verb IN ('hide', 'show')", name=op.f("ck_comment_moderation__verb")),
        sa.ForeignKeyConstraint(
            ["community_id", "comment_id"],
            ["proposal_comment.community_id", "proposal_comment.id"],
            name=op.f("fk_comment_moderation__community_id_comment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_comment_moderation__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_comment_moderation")),
    )
    op.create_index(
        op.f("ix_comment_moderation__community_id_comment_id"),
        "comment_moderation",
        ["community_id", "comment_id"],
        unique=False,
    )
    op.create_table(
        "comment_vote",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("comment_id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("vote", sa.String(length=10), nullable=False),
        sa.Column("voted_at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "vote IN ('agree', 'disagree', 'pass')", name=op.f("ck_comment_vote__vote")
        ),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_comment_vote__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "comment_id"],
            ["proposal_comment.community_id", "proposal_comment.id"],
            name=op.f("fk_comment_vote__community_id_comment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_comment_vote__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_comment_vote")),
        sa.UniqueConstraint(
            "community_id",
            "comment_id",
            "account_id",
            name=op.f("uq_comment_vote__community_id_comment_id_account_id"),
        ),
    )
    op.create_table(
        "home_answer",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("comment_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("answer", sa.String(length=20), nullable=False),
        sa.Column("said_at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "answer IN ('confirmed', 'contradicted')", name=op.f("ck_home_answer__answer")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "comment_id"],
            ["proposal_comment.community_id", "proposal_comment.id"],
            name=op.f("fk_home_answer__community_id_comment_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_home_answer__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_home_answer__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_home_answer")),
    )
    op.create_index(
        op.f("ix_home_answer__community_id_comment_id_household_id"),
        "home_answer",
        ["community_id", "comment_id", "household_id"],
        unique=False,
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
