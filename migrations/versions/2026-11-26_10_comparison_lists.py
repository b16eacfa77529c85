"""Comparison lists in versions, site-visit reports and their signatures."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import Json, UtcTime, Uuid

revision = "comparison_lists"
down_revision = "sessions"
branch_labels = None
depends_on = None

TENANT_TABLES = (
    "comparison_list",
    "comparison_list_version",
    "site_visit_report",
    "site_visit_signature",
)
APPEND_ONLY = ("comparison_list_version", "site_visit_report", "site_visit_signature")


def upgrade() -> None:
    op.create_table(
        "comparison_list",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=False),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("published_at", UtcTime(timezone=True), nullable=True),
        sa.Column("published_by", Uuid(length=36), nullable=True),
        sa.CheckConstraint(
            "(published_at IS NULL) = (published_by IS NULL)",
            name=op.f("ck_comparison_list__publication"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_comparison_list__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_comparison_list__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_comparison_list")),
    )
    op.create_index(
        op.f("ix_comparison_list__community_id_project_id"),
        "comparison_list",
        ["community_id", "project_id"],
        unique=False,
    )
    op.create_table(
        "comparison_list_version",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("list_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("content", Json(), nullable=False),
        sa.Column("reason", sa.String(length=2000), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "list_id"],
            ["comparison_list.community_id", "comparison_list.id"],
            name=op.f("fk_comparison_list_version__community_id_list_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["community.id"],
            name=op.f("fk_comparison_list_version__community_id"),
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_comparison_list_version")),
        sa.UniqueConstraint(
            "community_id",
            "list_id",
            "number",
            name=op.f("uq_comparison_list_version__community_id_list_id_number"),
        ),
    )
    op.create_table(
        "site_visit_report",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("list_id", Uuid(length=36), nullable=False),
        sa.Column("option_key", sa.String(length=30), nullable=False),
        sa.Column("visited_on", sa.Date(), nullable=False),
        sa.Column("place", sa.String(length=100), nullable=False),
        sa.Column("visitors", sa.String(length=500), nullable=False),
        sa.Column("findings", sa.String(length=2000), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "list_id"],
            ["comparison_list.community_id", "comparison_list.id"],
            name=op.f("fk_site_visit_report__community_id_list_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_site_visit_report__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_site_visit_report")),
    )
    op.create_index(
        op.f("ix_site_visit_report__community_id_list_id"),
        "site_visit_report",
        ["community_id", "list_id"],
        unique=False,
    )
    op.create_table(
        "site_visit_signature",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("report_id", Uuid(length=36), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("how", sa.String(length=10), nullable=False),
        sa.CheckConstraint("how IN ('drawn', 'typed')", name=op.f("ck_site_visit_signature__how")),
        sa.ForeignKeyConstraint(
            ["community_id", "report_id"],
            ["site_visit_report.community_id", "site_visit_report.id"],
            name=op.f("fk_site_visit_signature__community_id_report_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_site_visit_signature__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_site_visit_signature")),
        sa.UniqueConstraint(
            "community_id",
            "report_id",
            "created_by",
            name=op.f("uq_site_visit_signature__community_id_report_id_created_by"),
        ),
    )
    op.create_index(
        op.f("ix_site_visit_signature__community_id_report_id"),
        "site_visit_signature",
        ["community_id", "report_id"],
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
