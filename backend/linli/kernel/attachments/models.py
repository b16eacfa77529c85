"""Tables of attachments: what was promised and what has arrived."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field, SQLModel

from linli.kernel.db.rows import Key, Time


class AttachmentSlot(SQLModel, table=True):
    """A file that an item declared. It stays visible as "not yet arrived" until it is filled."""

    __tablename__ = "attachment_slot"
    __table_args__: ClassVar = (
        Index(None, "community_id", "sha256"),
        CheckConstraint("size > 0", name="size_positive"),
    )
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    item_id: UUID = Key(primary_key=True)
    sha256: str = Field(primary_key=True, max_length=64)
    item_kind: str = Field(max_length=100)
    """The table of the item; decides who may see the file."""
    size: int
    content_type: str = Field(max_length=100)
    declared_by: UUID = Key()
    declared_at: datetime = Time()
    filled_at: datetime | None = Time(default=None, nullable=True)
    """When the bytes were sent for it; the file is seen with no other slot. A hash is no secret."""


class Attachment(SQLModel, table=True):
    """A file that has arrived: sealed on disk under its hash, once for each community."""

    __tablename__ = "attachment"
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    sha256: str = Field(primary_key=True, max_length=64)
    size: int
    content_type: str = Field(max_length=100)
    stored_by: UUID = Key()
    stored_at: datetime = Time()
