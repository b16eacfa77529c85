"""Buildings, households, owners, roster imports, projects, handbook, notices."""

import sqlalchemy as sa
from alembic import op

from linli.kernel.db import guards
from linli.kernel.db.types import Json, UtcTime, Uuid

revision = "community"
down_revision = "identity"
branch_labels = None
depends_on = None

TENANT_TABLES = (
    "building",
    "owner",
    "project",
    "roster_import",
    "roster_state",
    "handbook_document",
    "project_building",
    "project_phase_change",
    "public_notice",
    "roster_content",
    "roster_decision",
    "roster_plan_page",
    "stairwell",
    "handbook_version",
    "household",
    "ownership",
    "resident",
    "roster_suggestion",
)
APPEND_ONLY = ("project_phase_change", "handbook_version")
SORT_KEY = sa.String(120).with_variant(sa.String(120, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "building",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("sort_key", SORT_KEY, nullable=False),
        sa.Column("name", sa.String(length=60), nullable=False),
        sa.Column("floors", sa.Integer(), nullable=False),
        sa.Column("storeys", sa.Integer(), nullable=True),
        sa.Column("has_lift", sa.Boolean(), nullable=True),
        sa.CheckConstraint("floors > 0", name=op.f("ck_building__floors")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_building__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_building")),
        sa.UniqueConstraint("community_id", "code", name=op.f("uq_building__community_id_code")),
    )
    op.create_index(
        op.f("ix_building__community_id_sort_key"),
        "building",
        ["community_id", "sort_key"],
        unique=False,
    )
    op.create_table(
        "owner",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=2000), nullable=False),
        sa.Column("phones", sa.LargeBinary(), nullable=True),
        sa.Column("phone_index", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('person', 'company', 'developer')", name=op.f("ck_owner__kind")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_owner__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_owner")),
    )
    op.create_index(
        op.f("ix_owner__community_id_phone_index"),
        "owner",
        ["community_id", "phone_index"],
        unique=False,
    )
    op.create_table(
        "project",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("summary", sa.String(length=2000), nullable=False),
        sa.Column("phase", sa.String(length=10), nullable=False),
        sa.CheckConstraint(
            "phase IN ('mobilise', 'deliberate', 'construct', 'operate')",
            name=op.f("ck_project__phase"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_project__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_project")),
    )
    op.create_index(
        op.f("ix_project__community_id_created_at"),
        "project",
        ["community_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "roster_import",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("filename", sa.String(length=200), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("sheets", Json(), nullable=False),
        sa.Column("summary", Json(), nullable=False),
        sa.Column("plan_digest", sa.LargeBinary(), nullable=True),
        sa.Column("failure", sa.String(length=60), nullable=True),
        sa.Column("samples", sa.LargeBinary(), nullable=True),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("applied_at", UtcTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status IN ('read', 'planning', 'planned', 'applied', 'failed', 'cancelled')",
            name=op.f("ck_roster_import__status"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_roster_import__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_roster_import")),
    )
    op.create_index(
        op.f("ix_roster_import__community_id_created_at"),
        "roster_import",
        ["community_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "roster_state",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_roster_state__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", name=op.f("pk_roster_state")),
    )
    op.create_table(
        "handbook_document",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=True),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("category", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "category IN ('policy', 'quality', 'maintenance', 'other')",
            name=op.f("ck_handbook_document__category"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_handbook_document__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_handbook_document__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_handbook_document")),
    )
    op.create_index(
        op.f("ix_handbook_document__community_id_created_at"),
        "handbook_document",
        ["community_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "project_building",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_project_building__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_project_building__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_project_building__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_project_building")),
        sa.UniqueConstraint(
            "community_id",
            "project_id",
            "building_id",
            name=op.f("uq_project_building__community_id_project_id_building_id"),
        ),
    )
    op.create_table(
        "project_phase_change",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=False),
        sa.Column("from_phase", sa.String(length=10), nullable=False),
        sa.Column("to_phase", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=False),
        sa.CheckConstraint(
            "from_phase IN ('mobilise', 'deliberate', 'construct', 'operate')",
            name=op.f("ck_project_phase_change__from_phase"),
        ),
        sa.CheckConstraint(
            "to_phase IN ('mobilise', 'deliberate', 'construct', 'operate')",
            name=op.f("ck_project_phase_change__to_phase"),
        ),
        sa.CheckConstraint("from_phase <> to_phase", name=op.f("ck_project_phase_change__moves")),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_project_phase_change__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_project_phase_change__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_project_phase_change")),
    )
    op.create_index(
        op.f("ix_project_phase_change__community_id_project_id_created_at"),
        "project_phase_change",
        ["community_id", "project_id", "created_at"],
        unique=False,
    )
    op.create_table(
        "public_notice",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("project_id", Uuid(length=36), nullable=True),
        sa.Column("title", sa.String(length=100), nullable=False),
        sa.Column("body_markdown", sa.String(length=20000), nullable=False),
        sa.Column("html", sa.String(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.CheckConstraint("until >= published_on", name=op.f("ck_public_notice__days")),
        sa.ForeignKeyConstraint(
            ["community_id", "project_id"],
            ["project.community_id", "project.id"],
            name=op.f("fk_public_notice__community_id_project_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_public_notice__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_public_notice")),
    )
    op.create_index(
        op.f("ix_public_notice__community_id_published_on"),
        "public_notice",
        ["community_id", "published_on"],
        unique=False,
    )
    op.create_table(
        "roster_content",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "id"],
            ["roster_import.community_id", "roster_import.id"],
            name=op.f("fk_roster_content__community_id_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_roster_content__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_roster_content")),
    )
    op.create_table(
        "roster_decision",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("import_id", Uuid(length=36), nullable=False),
        sa.Column("row_id", sa.String(length=300), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("decided_by", Uuid(length=36), nullable=False),
        sa.Column("decided_at", UtcTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "import_id"],
            ["roster_import.community_id", "roster_import.id"],
            name=op.f("fk_roster_decision__community_id_import_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_roster_decision__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_roster_decision")),
        sa.UniqueConstraint(
            "community_id",
            "import_id",
            "row_id",
            name=op.f("uq_roster_decision__community_id_import_id_row_id"),
        ),
    )
    op.create_table(
        "roster_plan_page",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("import_id", Uuid(length=36), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "import_id"],
            ["roster_import.community_id", "roster_import.id"],
            name=op.f("fk_roster_plan_page__community_id_import_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_roster_plan_page__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_roster_plan_page")),
        sa.UniqueConstraint(
            "community_id",
            "import_id",
            "outcome",
            "page",
            name=op.f("uq_roster_plan_page__community_id_import_id_outcome_page"),
        ),
    )
    op.create_table(
        "stairwell",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("sort_key", SORT_KEY, nullable=False),
        sa.Column("has_lift", sa.Boolean(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_stairwell__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_stairwell__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_stairwell")),
        sa.UniqueConstraint(
            "community_id",
            "building_id",
            "code",
            name=op.f("uq_stairwell__community_id_building_id_code"),
        ),
    )
    op.create_table(
        "handbook_version",
        sa.Column("body_digest", sa.LargeBinary(), nullable=False),
        sa.Column("created_by", Uuid(length=36), nullable=False),
        sa.Column("created_at", UtcTime(timezone=True), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("document_id", Uuid(length=36), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("format", sa.String(length=10), nullable=False),
        sa.Column("body_markdown", sa.String(length=200000), nullable=True),
        sa.Column("html", sa.String(), nullable=True),
        sa.Column("attachment_sha256", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "(format = 'markdown' AND body_markdown IS NOT NULL AND attachment_sha256 IS NULL) OR (format = 'pdf' AND body_markdown IS NULL AND attachment_sha256 IS NOT NULL)",
            name=op.f("ck_handbook_version__content"),
        ),
        sa.CheckConstraint("number > 0", name=op.f("ck_handbook_version__number")),
        sa.ForeignKeyConstraint(
            ["community_id", "document_id"],
            ["handbook_document.community_id", "handbook_document.id"],
            name=op.f("fk_handbook_version__community_id_document_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_handbook_version__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_handbook_version")),
        sa.UniqueConstraint(
            "community_id",
            "document_id",
            "number",
            name=op.f("uq_handbook_version__community_id_document_id_number"),
        ),
    )
    op.create_table(
        "household",
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("building_id", Uuid(length=36), nullable=True),
        sa.Column("stairwell_id", Uuid(length=36), nullable=True),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("sort_key", SORT_KEY, nullable=False),
        sa.Column("floor", sa.Integer(), nullable=True),
        sa.Column("door", sa.String(length=20), nullable=False),
        sa.Column("area_dm2", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("occupancy", sa.String(length=10), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("remark", sa.String(length=2000), nullable=True),
        sa.CheckConstraint("kind IN ('home', 'shop')", name=op.f("ck_household__kind")),
        sa.CheckConstraint(
            "occupancy IN ('occupied', 'rented', 'empty')", name=op.f("ck_household__occupancy")
        ),
        sa.CheckConstraint("area_dm2 > 0", name=op.f("ck_household__area")),
        sa.CheckConstraint("people BETWEEN 0 AND 999", name=op.f("ck_household__people")),
        sa.ForeignKeyConstraint(
            ["community_id", "building_id"],
            ["building.community_id", "building.id"],
            name=op.f("fk_household__community_id_building_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "stairwell_id"],
            ["stairwell.community_id", "stairwell.id"],
            name=op.f("fk_household__community_id_stairwell_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_household__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_household")),
        sa.UniqueConstraint("community_id", "code", name=op.f("uq_household__community_id_code")),
        sa.UniqueConstraint(
            "community_id", "sort_key", name=op.f("uq_household__community_id_sort_key")
        ),
    )
    op.create_index(
        op.f("ix_household__community_id_building_id_sort_key"),
        "household",
        ["community_id", "building_id", "sort_key"],
        unique=False,
    )
    op.create_index(
        op.f("ix_household__community_id_stairwell_id_sort_key"),
        "household",
        ["community_id", "stairwell_id", "sort_key"],
        unique=False,
    )
    op.create_table(
        "ownership",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("owner_id", Uuid(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_ownership__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "owner_id"],
            ["owner.community_id", "owner.id"],
            name=op.f("fk_ownership__community_id_owner_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_ownership__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ownership")),
        sa.UniqueConstraint(
            "community_id",
            "household_id",
            "owner_id",
            name=op.f("uq_ownership__community_id_household_id_owner_id"),
        ),
    )
    op.create_index(
        op.f("ix_ownership__community_id_owner_id"),
        "ownership",
        ["community_id", "owner_id"],
        unique=False,
    )
    op.create_table(
        "resident",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("name", sa.String(length=2000), nullable=False),
        sa.Column("is_tenant", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_resident__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_resident__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_resident")),
    )
    op.create_index(
        op.f("ix_resident__community_id_household_id"),
        "resident",
        ["community_id", "household_id"],
        unique=False,
    )
    op.create_table(
        "roster_suggestion",
        sa.Column("community_id", Uuid(length=36), nullable=False),
        sa.Column("id", Uuid(length=36), nullable=False),
        sa.Column("household_id", Uuid(length=36), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=True),
        sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", UtcTime(timezone=True), nullable=False),
        sa.Column("handled_at", UtcTime(timezone=True), nullable=True),
        sa.Column("handled_by", Uuid(length=36), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["household.community_id", "household.id"],
            name=op.f("fk_roster_suggestion__community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["community.id"], name=op.f("fk_roster_suggestion__community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_roster_suggestion")),
        sa.UniqueConstraint(
            "community_id",
            "household_id",
            name=op.f("uq_roster_suggestion__community_id_household_id"),
        ),
    )
    guard()


def guard() -> None:
    dialect = op.get_bind().dialect.name
    statements = [line for name in TENANT_TABLES for line in guards.tenant_table(dialect, name)]
    statements += [line for name in APPEND_ONLY for line in guards.append_only(dialect, name)]
    for statement in statements:
        op.execute(statement)


def downgrade() -> None:
    op.drop_table("roster_suggestion")
    op.drop_index(op.f("ix_resident__community_id_household_id"), table_name="resident")
    op.drop_table("resident")
    op.drop_index(op.f("ix_ownership__community_id_owner_id"), table_name="ownership")
    op.drop_table("ownership")
    op.drop_index(op.f("ix_household__community_id_stairwell_id_sort_key"), table_name="household")
    op.drop_index(op.f("ix_household__community_id_building_id_sort_key"), table_name="household")
    op.drop_table("household")
    op.drop_table("handbook_version")
    op.drop_table("stairwell")
    op.drop_table("roster_plan_page")
    op.drop_table("roster_decision")
    op.drop_table("roster_content")
    op.drop_index(op.f("ix_public_notice__community_id_published_on"), table_name="public_notice")
    op.drop_table("public_notice")
    op.drop_index(
        op.f("ix_project_phase_change__community_id_project_id_created_at"),
        table_name="project_phase_change",
    )
    op.drop_table("project_phase_change")
    op.drop_table("project_building")
    op.drop_index(
        op.f("ix_handbook_document__community_id_created_at"), table_name="handbook_document"
    )
    op.drop_table("handbook_document")
    op.drop_table("roster_state")
    op.drop_index(op.f("ix_roster_import__community_id_created_at"), table_name="roster_import")
    op.drop_table("roster_import")
    op.drop_index(op.f("ix_project__community_id_created_at"), table_name="project")
    op.drop_table("project")
    op.drop_index(op.f("ix_owner__community_id_phone_index"), table_name="owner")
    op.drop_table("owner")
    op.drop_index(op.f("ix_building__community_id_sort_key"), table_name="building")
    op.drop_table("building")
