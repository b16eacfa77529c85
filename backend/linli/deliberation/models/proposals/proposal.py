"""Tables of proposals: what is proposed, in versions, and every step it took."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.deliberation.rules.lifecycles.proposal import PROPOSAL
from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key, tenant_unique

_STATES = ", ".join(f"'{state}'" for state in sorted(PROPOSAL.states))


class Proposal(TenantRow, CreatedOnce, table=True):
    """A proposal; its text is that of its newest version, its past stands in its moves."""

    __tablename__ = "proposal"
    __table_args__: ClassVar = (
        tenant_key("project_id", "project"),
        CheckConstraint(f"state IN ({_STATES})", name="state"),
        Index(None, "community_id", "state"),
    )
    project_id: UUID | None = Key(nullable=True)
    title: str = Field(max_length=100)
    """Of the newest version."""
    newest: int
    """The number of the newest version."""
    state: str = Field(max_length=20)
    state_since: datetime = Time()
    round_id: UUID | None = Key(nullable=True)
    """The ballot round that adopted or rejected it; rounds are another part's."""
    held_by_round: UUID | None = Key(nullable=True)
    """The ballot round that asks about it, from its notice to its end: the text stays."""


class ProposalVersion(TenantRow, CreatedOnce, table=True):
    """A text as it stood. Append-only: a change is another version."""

    __tablename__ = "proposal_version"
    __table_args__: ClassVar = (
        tenant_key("proposal_id", "proposal"),
        tenant_unique("proposal_id", "number"),
        CheckConstraint("number > 0", name="number"),
    )
    proposal_id: UUID = Key()
    number: int
    title: str = Field(max_length=100)
    body: str = Field(max_length=20_000)
    what_changed: str = Field(max_length=2000)


class ProposalMove(TenantRow, CreatedOnce, table=True):
    """A step from one state to another, by whom, when and why. Append-only."""

    __tablename__ = "proposal_move"
    __table_args__: ClassVar = (
        tenant_key("proposal_id", "proposal"),
        CheckConstraint(f"source IN ({_STATES}) AND target IN ({_STATES})", name="states"),
        Index(None, "community_id", "proposal_id"),
    )
    proposal_id: UUID = Key()
    source: str = Field(max_length=20)
    target: str = Field(max_length=20)
    reason: str = Field(max_length=2000)
    round_id: UUID | None = Key(nullable=True)
