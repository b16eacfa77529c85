"""What a volunteer carries in the pocket: documents, each in its newest version."""

from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, tenant_key, tenant_unique


class HandbookDocument(TenantRow, CreatedOnce, table=True):
    """A document of a project, or of the community when it names no project."""

    __tablename__ = "handbook_document"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        CheckConstraint(
            "category IN ('policy', 'quality', 'maintenance', 'other')", name="category"
        ),
        Index(None, "community_id", "created_at"),
    )
    project_id: UUID | None = Key(nullable=True)
    title: str = Field(max_length=100)
    category: str = Field(max_length=20)


class HandbookVersion(TenantRow, CreatedOnce, table=True):
    """One published version. Append-only: what a neighbour was shown can be looked up later."""

    __tablename__ = "handbook_version"
    __table_args__: ClassVar = (
        tenant_key("document_id", "handbook_document"),
        tenant_unique("document_id", "number"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint(
            "(format = 'markdown' AND body_markdown IS NOT NULL AND attachment_sha256 IS NULL) OR "
            "(format = 'pdf' AND body_markdown IS NULL AND attachment_sha256 IS NOT NULL)",
            name="content",
        ),
    )
    document_id: UUID = Key()
    number: int
    format: str = Field(max_length=10)
    body_markdown: str | None = Field(default=None, max_length=200_000)
    html: str | None = None
    """``body_markdown`` rendered; raw HTML in it was escaped."""
    attachment_sha256: str | None = Field(default=None, max_length=64)
