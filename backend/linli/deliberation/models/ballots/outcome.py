"""What a round came to: imported figures, the frozen result, objections. Append-only."""

from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, tenant_key, tenant_unique
from linli.kernel.db.types import Json


class OfficialResult(TenantRow, CreatedOnce, table=True):
    """The result of the official system, by question and answer; its document is attached."""

    __tablename__ = "official_result"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        Index(None, "community_id", "round_id", "created_at"),
    )
    round_id: UUID = Key()
    system: str = Field(max_length=100)
    reference: str = Field(max_length=100)
    counts: dict[str, dict[str, dict[str, str]]] = Field(sa_type=Json)
    """Question → answer → ``{heads, area_dm2}``."""


class RoundResult(TenantRow, CreatedOnce, table=True):
    """A tally as it was taken; another one follows only after a recount."""

    __tablename__ = "round_result"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        tenant_unique("round_id", "number"),
    )
    round_id: UUID = Key()
    number: int
    document: dict[str, Any] = Field(sa_type=Json)
    digest: str = Field(max_length=64)
    unreturned: list[str] | None = Field(default=None, sa_type=Json)
    """Codes of those whose ballot was brought with proof and did not come back, where listed."""


class Objection(TenantRow, CreatedOnce, table=True):
    """What somebody holds against a result on notice, or against a paper recorded for them."""

    __tablename__ = "objection"
    __table_args__: ClassVar = (
        tenant_key("round_id", "ballot_round"),
        Index(None, "community_id", "round_id", "created_at"),
        Index(None, "community_id", "ballot_id"),
    )
    round_id: UUID = Key()
    ballot_id: UUID | None = Key(nullable=True)
    """The paper, if it is about one; otherwise it is about the result."""
    words: str = Field(max_length=2000, repr=False)


class ObjectionAnswer(TenantRow, CreatedOnce, table=True):
    """The answer to an objection: one."""

    __tablename__ = "objection_answer"
    __table_args__: ClassVar = (
        tenant_key("objection_id", "objection"),
        tenant_unique("objection_id"),
    )
    round_id: UUID = Key()
    objection_id: UUID = Key()
    upheld: bool
    words: str = Field(max_length=2000, repr=False)
