"""Tables of speaking for others: which homes a comment speaks for, and what they say to it."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key, tenant_unique


class CommentHome(TenantRow, table=True):
    """A comment speaks for a home: its author's own, or one that its representative lists."""

    __tablename__ = "comment_home"
    __table_args__: ClassVar = (
        tenant_key("comment_id", "proposal_comment"),
        tenant_key("household_id", "household"),
        tenant_unique("comment_id", "household_id"),
        Index(None, "community_id", "household_id"),
    )
    comment_id: UUID = Key()
    household_id: UUID = Key()
    is_own: bool
    """The author's own home, which thereby has confirmed it."""


class HomeAnswer(TenantRow, CreatedOnce, table=True):
    """What somebody of a home says to having been spoken for. Append-only; the newest holds."""

    __tablename__ = "home_answer"
    __table_args__: ClassVar = (
        tenant_key("comment_id", "proposal_comment"),
        tenant_key("household_id", "household"),
        CheckConstraint("answer IN ('confirmed', 'contradicted')", name="answer"),
        Index(None, "community_id", "comment_id", "household_id"),
    )
    comment_id: UUID = Key()
    household_id: UUID = Key()
    answer: str = Field(max_length=20)
    said_at: datetime = Time()
