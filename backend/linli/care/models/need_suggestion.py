"""Help that might be needed, for the social worker to ask about; never a need by itself."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlmodel import Field

from linli.care.models.one_of import one_of
from linli.care.rules.need_words import SuggestionOutcome
from linli.kernel.db.rows import Key, TenantRow, Time, tenant_key, tenant_unique


class NeedSuggestion(TenantRow, table=True):
    """What a visitor noticed at a door.

    ``sealed`` holds ``{"kinds": [...], "note": text or None}`` under a key named by this row's own
    id, destroyed when the suggestion has been handled.
    """

    __tablename__ = "need_suggestion"
    __table_args__: ClassVar = (
        tenant_key("household_id", "household"),
        tenant_key("need_id", "assistance_need"),
        tenant_unique("visit_id"),
        one_of("outcome", SuggestionOutcome),
        CheckConstraint("(outcome IS NULL) = (sealed IS NOT NULL)", name="erased"),
        CheckConstraint("(outcome IS NULL) = (handled_at IS NULL)", name="handled"),
        Index(None, "community_id", "handled_at", "id"),
    )
    household_id: UUID = Key()
    visit_id: UUID = Key()
    """The door visit it comes from."""
    made_by: UUID = Key()
    made_at: datetime = Time()
    sealed: bytes | None = Field(default=None, repr=False)
    outcome: str | None = Field(default=None, max_length=10)
    handled_at: datetime | None = Time(nullable=True)
    handled_by: UUID | None = Key(nullable=True)
    need_id: UUID | None = Key(nullable=True)
