"""Which account is the assisted person's own, or their guardian's."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, text
from sqlmodel import Field

from linli.kernel.db.rows import CreatedOnce, Key, TenantRow, Time, tenant_key


class PersonAccount(TenantRow, CreatedOnce, table=True):
    """That an account sees the record of an assisted person, as the social worker checked it.

    Living behind the same door is not enough: the record is the person's, not the home's. It counts
    only while the account is at home there too.
    """

    __tablename__ = "person_account"
    __table_args__: ClassVar = (
        tenant_key("household_id", "household"),
        CheckConstraint("relation IN ('self', 'guardian')", name="relation"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ending"),
        Index(
            "uq_person_account__current",
            "community_id",
            "person_id",
            "account_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
        Index(None, "community_id", "account_id"),
    )
    person_id: UUID = Key()
    """No foreign key: the record, and so the right to see it, outlives the person's row."""
    household_id: UUID = Key()
    account_id: UUID = Key(foreign_key="account.id")
    relation: str = Field(max_length=10)
    ended_at: datetime | None = Time(nullable=True)
    ended_by: UUID | None = Key(nullable=True)
