"""Work that is due at a time. Ids only: the handler reads what it needs under row security."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from linli.kernel.db.rows import GLOBAL_TABLES, Key, Time

GLOBAL_TABLES.add("due_work")


class DueWork(SQLModel, table=True):
    """One piece of due work. At most one of a kind waits for a subject."""

    __tablename__ = "due_work"
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    kind: str = Field(primary_key=True)
    subject_id: UUID = Key(primary_key=True)
    due_at: datetime = Time(index=True)
    attempts: int = 0
    last_error: str | None = None
    """The class of the last failure; never its text, which could hold personal data."""
