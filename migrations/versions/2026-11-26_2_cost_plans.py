"""Cost plans: scopes, schemes in versions, shares, adoptions and what is due."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import Json, UtcTime, Uuid

revision = "cost_plans"
down_revision = "household_members"
branch_labels = None
depends_on = None

TENANT_TABLES = (
    "cost_plan",
    "cost_scope",
    "cost_scope_place",
    "cost_scheme",
    "cost_scheme_version",
    "cost_share_page",
    "cost_reduction",
    "cost_adoption",
    "receivable",
)
APPEND_ONLY = (
    "cost_scheme_version",
    "cost_share_page",
    "cost_reduction",
    "cost_adoption",
    "receivable",
)


def upgrade() -> None:
    op.create_table(
        "cost_plan",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("note", sa.String(length=2000), nullable=False),
        sa.Column("published_at", UtcTime(timezone=True), nullable=True),
        sa.Column("published_by", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "(published_at IS NULL) = (published_by IS NULL)",
            name=op.f("ck_cost_plan__publication"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_cost_plan__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_cost_plan__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_cost_plan")),
    )
    op.create_index(
        op.f("ix_cost_plan__community_id_project_id"),
        "cost_plan",
        ["community_id", "project_id"],
        unique=False,
    )
    op.create_table(
        "cost_scope",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("plan_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("label", sa.String(length=100), nullable=False),
        sa.Column("total_fen", sa.BigInteger(), nullable=False),
        sa.Column("with_shops", sa.Boolean(), nullable=False),
        sa.Column("sources", Json(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('lift', 'stairwell', 'building', 'project')", name=op.f("ck_cost_scope__kind")
        ),
        sa.CheckConstraint("total_fen > 0", name=op.f("ck_cost_scope__total")),
        sa.ForeignKeyConstraint(
            ["community_id", "plan_id"],
            ["cost_plan.community_id", "cost_plan.id"],
            name=op.f("fk_cost_scope__community_id_plan_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_cost_scope__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_cost_scope")),
        sa.UniqueConstraint(
            "community_id",
            "plan_id",
            "number",
            name=op.f("uq_cost_scope__community_id_plan_id_number"),
        ),
    )
    op.create_table(
        "cost_scope_place",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("scope_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=False),
        sa.Column("stairwell_id", Uuid(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_cost_scope_place__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "scope_id"],
            ["cost_scope.community_id", "cost_scope.id"],
            name=op.f("fk_cost_scope_place__community_id_scope_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "stairwell_id"],
            ["stairwell.community_id", "stairwell.id"],
            name=op.f("fk_cost_scope_place__community_id_stairwell_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_cost_scope_place__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_cost_scope_place")),
    )
    op.create_index(
        op.f("ix_cost_scope_place__community_id_scope_id"),
        "cost_scope_place",
        ["community_id", "scope_id"],
        unique=False,
    )
    op.create_table(
        "cost_scheme",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("plan_id", Uuid(length=36), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "plan_id"],
            ["cost_plan.community_id", "cost_plan.id"],
            name=op.f("fk_cost_scheme__community_id_plan_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_cost_scheme__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_cost_scheme")),
    )
    op.create_index(
        op.f("ix_cost_scheme__community_id_plan_id"),
        "cost_scheme",
        ["community_id", "plan_id"],
        unique=False,
    )
    op.create_table(
        "cost_scheme_version",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("scheme_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("method", sa.String(length=20), nullable=False),
        sa.Column("rules", Json(), nullable=False),
        sa.Column("scopes", Json(), nullable=False),
        sa.Column("summary", Json(), nullable=False),
        sa.Column("net_fen", sa.BigInteger(), nullable=False),
        sa.Column("roster_revision", sa.Integer(), nullable=False),
        sa.Column("roster_digest", sa.String(length=64), nullable=False),
        sa.Column("shares_digest", sa.String(length=64), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "method IN ('area', 'per_household', 'floor_coefficient', 'coefficient_area', 'half_half', 'incremental', 'manual')",
            name=op.f("ck_cost_scheme_version__method"),
        ),
        sa.CheckConstraint("net_fen >= 0", name=op.f("ck_cost_scheme_version__net")),
        sa.ForeignKeyConstraint(
            ["community_id", "scheme_id"],
            ["cost_scheme.community_id", "cost_scheme.id"],
            name=op.f("fk_cost_scheme_version__community_id_scheme_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_cost_scheme_version__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_cost_scheme_version")),
        sa.UniqueConstraint(
            "community_id",
            "scheme_id",
            "number",
            name=op.f("uq_cost_scheme_version__community_id_scheme_id_number"),
        ),
    )
    op.create_table(
        "cost_share_page",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("version_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("scope_number", sa.Integer(), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=False),
        sa.Column("building_code", sa.String(length=20), nullable=False),
        sa.Column("homes", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_cost_share_page__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "version_id"],
            ["cost_scheme_version.community_id", "cost_scheme_version.id"],
            name=op.f("fk_cost_share_page__community_id_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_cost_share_page__community_id")
        ),
        sa.PrimaryKeyConstraint(
            "community_id", "version_id", "number", name=op.f("pk_cost_share_page")
        ),
    )
    op.create_index(
        op.f("ix_cost_share_page__community_id_version_id_building_id"),
        "cost_share_page",
        ["community_id", "version_id", "building_id"],
        unique=False,
    )
    op.create_table(
        "cost_reduction",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("version_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("household_code", sa.String(length=60), nullable=False),
        sa.Column("amount_fen", sa.BigInteger(), nullable=False),
        sa.Column("payer", sa.String(length=100), nullable=False),
        sa.CheckConstraint("amount_fen > 0", name=op.f("ck_cost_reduction__amount")),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_cost_reduction__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "version_id"],
            ["cost_scheme_version.community_id", "cost_scheme_version.id"],
            name=op.f("fk_cost_reduction__community_id_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_cost_reduction__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_cost_reduction")),
    )
    op.create_index(
        op.f("ix_cost_reduction__community_id_version_id_household_id"),
        "cost_reduction",
        ["community_id", "version_id", "household_id"],
        unique=False,
    )
    op.create_table(
        "cost_adoption",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("plan_id", Uuid(length=36), nullable=False),
        sa.Column("scheme_id", Uuid(length=36), nullable=False),
        sa.Column("version_id", Uuid(length=36), nullable=False),
        sa.Column("round_id", Uuid(length=36), nullable=False),
        sa.Column("adopted_by", Uuid(length=36), nullable=False),
        sa.Column("adopted_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "plan_id"],
            ["cost_plan.community_id", "cost_plan.id"],
            name=op.f("fk_cost_adoption__community_id_plan_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "scheme_id"],
            ["cost_scheme.community_id", "cost_scheme.id"],
            name=op.f("fk_cost_adoption__community_id_scheme_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "version_id"],
            ["cost_scheme_version.community_id", "cost_scheme_version.id"],
            name=op.f("fk_cost_adoption__community_id_version_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_cost_adoption__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_cost_adoption")),
        sa.UniqueConstraint(
            "community_id", "plan_id", name=op.f("uq_cost_adoption__community_id_plan_id")
        ),
    )
    op.create_table(
        "receivable",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("adoption_id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=True),
        sa.Column("household_code", sa.String(length=60), nullable=True),
        sa.Column("payer", sa.String(length=100), nullable=True),
        sa.Column("due_fen", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(payer IS NULL) <> (household_code IS NULL)", name=op.f("ck_receivable__debtor")
        ),
        sa.CheckConstraint("due_fen >= 0", name=op.f("ck_receivable__due")),
        sa.ForeignKeyConstraint(
            ["community_id", "adoption_id"],
            ["cost_adoption.community_id", "cost_adoption.id"],
            name=op.f("fk_receivable__community_id_adoption_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_receivable__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_receivable__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_receivable")),
        sa.UniqueConstraint(
            "community_id",
            "adoption_id",
            "household_code",
            name=op.f("uq_receivable__community_id_adoption_id_household_code"),
        ),
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
