from datetime import date
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, tenant_key


class PublicNotice(TenantRow, CreatedOnce, table=True):
    """What the community tells everyone, from one day until another (both included)."""

    __tablename__ = "public_notice"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        Index(None, "community_id", "published_on"),
        CheckConstraint("until >= published_on", name="days"),
    )
    project_id: UUID | None = Key(nullable=True)
    title: str = Field(max_length=100)
    body_markdown: str = Field(max_length=20_000)
    html: str
    published_on: date
    until: date
