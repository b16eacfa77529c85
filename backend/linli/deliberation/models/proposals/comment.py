"""Tables of comments on proposals: what was said, what others think of it, what was hidden."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key, tenant_unique


class ProposalComment(TenantRow, CreatedOnce, table=True):
    """What somebody said about a proposal, or in reply. Nothing is ever deleted.

    A person's newest comment with a position is where they stand; older ones stay to be read.
    """

    __tablename__ = "proposal_comment"
    __table_args__: ClassVar = (
        tenant_key("proposal_id", "proposal"),
        tenant_key("reply_to", "proposal_comment"),
        CheckConstraint("position IN ('for', 'against', 'neutral')", name="position"),
        CheckConstraint("(reply_to IS NULL) = (position IS NOT NULL)", name="kind"),
        CheckConstraint("(hidden_at IS NULL) = (hidden_because IS NULL)", name="hiding"),
        Index(None, "community_id", "proposal_id", "created_at"),
        Index(None, "community_id", "reply_to"),
    )
    proposal_id: UUID = Key()
    version_number: int
    """Of the text that was read."""
    reply_to: UUID | None = Key(nullable=True)
    position: str | None = Field(default=None, max_length=10)
    words: str = Field(max_length=2000, repr=False)
    said_at: datetime = Time()
    """By the phone's clock."""
    hidden_at: datetime | None = Time(nullable=True)
    hidden_because: str | None = Field(default=None, max_length=2000)


class CommentModeration(TenantRow, CreatedOnce, table=True):
    """That words were hidden or shown again, by whom and why. Append-only."""

    __tablename__ = "comment_moderation"
    __table_args__: ClassVar = (
        tenant_key("comment_id", "proposal_comment"),
        CheckConstraint("verb IN ('hide', 'show')", name="verb"),
        Index(None, "community_id", "comment_id"),
    )
    comment_id: UUID = Key()
    verb: str = Field(max_length=10)
    reason: str = Field(max_length=2000)


class CommentVote(TenantRow, table=True):
    """Whether somebody agrees with what a comment says; the newest word holds."""

    __tablename__ = "comment_vote"
    __table_args__: ClassVar = (
        tenant_key("comment_id", "proposal_comment"),
        tenant_unique("comment_id", "account_id"),
        CheckConstraint("vote IN ('agree', 'disagree', 'pass')", name="vote"),
    )
    comment_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")
    vote: str = Field(max_length=10)
    voted_at: datetime = Time()
