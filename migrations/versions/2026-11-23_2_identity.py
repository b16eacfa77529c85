"""Accounts, sessions, what guards the login; grants and invitations of each community."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import UtcTime, Uuid

revision = "identity"
down_revision = "foundation"
branch_labels = None
depends_on = None

GLOBAL_TABLES = ("account", "login_throttle", "membership", "session")
TENANT_TABLES = ("grant_", "invitation", "password_link")


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("display_name", sa.String(length=60), nullable=False),
        sa.Column("login_index", sa.LargeBinary(), nullable=False),
        sa.Column("login_masked", sa.String(), nullable=False),
        sa.Column("login_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=False),
        sa.Column("password_set_at", UtcTime(timezone=True), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("elder_mode", sa.Boolean(), nullable=True),
        sa.Column("demo", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("closed_at", UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint("language IN ('zh-CN', 'en')", name=op.f("ck_account__language")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
        sa.UniqueConstraint("login_index", name=op.f("uq_account__login_index")),
    )
    op.create_table(
        "login_throttle",
        sa.Column("key", sa.LargeBinary(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("since", UtcTime(timezone=True), nullable=False),
        sa.Column("blocked_until", UtcTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_login_throttle")),
    )
    op.create_index(op.f("ix_login_throttle__since"), "login_throttle", ["since"], unique=False)
    op.create_table(
        "grant_",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("scope_kind", sa.String(), nullable=False),
        sa.Column("scope_id", Uuid(length=36), nullable=False),
        sa.Column("revoked_at", UtcTime(timezone=True), nullable=True),
        sa.Column("revoked_by", Uuid(length=36), nullable=True),
        sa.Column("revoked_because", sa.String(length=2000), nullable=True),
        sa.CheckConstraint(
            "role IN ('community_admin', 'social_worker', 'building_lead', 'volunteer', 'representative', 'supervisor', 'legal_adviser', 'contractor', 'property_manager', 'resident')",
            name=op.f("ck_grant___role"),
        ),
        sa.CheckConstraint(
            "scope_kind IN ('community', 'building', 'group')", name=op.f("ck_grant___scope_kind")
        ),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], name=op.f("fk_grant___account_id")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_grant___community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_grant_")),
    )
    op.create_index(
        op.f("ix_grant___community_id_role_scope_id"),
        "grant_",
        ["community_id", "role", "scope_id"],
        unique=False,
    )
    op.create_index(
        "uq_grant__held",
        "grant_",
        ["community_id", "account_id", "role", "scope_kind", "scope_id"],
        unique=True,
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.create_table(
        "invitation",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("scope_kind", sa.String(), nullable=False),
        sa.Column("scope_id", Uuid(length=36), nullable=False),
        sa.Column("display_name", sa.String(length=60), nullable=False),
        sa.Column("expires_at", UtcTime(timezone=True), nullable=False),
        sa.Column("accepted_at", UtcTime(timezone=True), nullable=True),
        sa.Column("accepted_by", Uuid(length=36), nullable=True),
        sa.Column("revoked_at", UtcTime(timezone=True), nullable=True),
        sa.Column("revoked_by", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "role IN ('community_admin', 'social_worker', 'building_lead', 'volunteer', 'representative', 'supervisor', 'legal_adviser', 'contractor', 'property_manager', 'resident')",
            name=op.f("ck_invitation__role"),
        ),
        sa.CheckConstraint(
            "scope_kind IN ('community', 'building', 'group')",
            name=op.f("ck_invitation__scope_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["accepted_by"], ["account.id"], name=op.f("fk_invitation__accepted_by")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_invitation__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_invitation")),
    )
    op.create_index(
        "uq_invitation__token_hash", "invitation", ["community_id", "token_hash"], unique=True
    )
    op.create_table(
        "membership",
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("since", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_membership__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_membership__community_id")
        ),
        sa.PrimaryKeyConstraint("account_id", "community_id", name=op.f("pk_membership")),
    )
    op.create_table(
        "password_link",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("expires_at", UtcTime(timezone=True), nullable=False),
        sa.Column("used_at", UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_password_link__account_id")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_password_link__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_password_link")),
    )
    op.create_index(
        "uq_password_link__token_hash",
        "password_link",
        ["community_id", "token_hash"],
        unique=True,
    )
    op.create_table(
        "session",
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("account_id", Uuid(length=36), nullable=False),
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("device_name", sa.String(length=100), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("last_seen_at", UtcTime(timezone=True), nullable=False),
        sa.Column("expires_at", UtcTime(timezone=True), nullable=False),
        sa.Column("ended_at", UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_session__account_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_session__token_hash")),
    )
    op.create_index(op.f("ix_session__account_id"), "session", ["account_id"], unique=False)
    op.create_index(op.f("ix_session__expires_at"), "session", ["expires_at"], unique=False)
    guard()


def guard() -> None:
    dialect = op.get_bind().dialect.name
    for table in GLOBAL_TABLES:
        for statement in guards.global_table(dialect, table):
            op.execute(statement)
    for table in TENANT_TABLES:
        for statement in guards.tenant_table(dialect, table):
            op.execute(statement)


def downgrade() -> None:
    op.drop_index(op.f("ix_session__expires_at"), table_name="session")
    op.drop_index(op.f("ix_session__account_id"), table_name="session")
    op.drop_table("session")
    op.drop_index("uq_password_link__token_hash", table_name="password_link")
    op.drop_table("password_link")
    op.drop_table("membership")
    op.drop_index("uq_invitation__token_hash", table_name="invitation")
    op.drop_table("invitation")
    op.drop_index(
        "uq_grant__held",
        table_name="grant_",
        sqlite_where=sa.text("revoked_at IS NULL"),
        postgresql_where=sa.text("revoked_at IS NULL"),
    )
    op.drop_index(op.f("ix_grant___community_id_role_scope_id"), table_name="grant_")
    op.drop_table("grant_")
    op.drop_index(op.f("ix_login_throttle__since"), table_name="login_throttle")
    op.drop_table("login_throttle")
    op.drop_table("account")
