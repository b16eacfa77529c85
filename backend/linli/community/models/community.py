from datetime import datetime
from uuid import UUID

from sqlmodel import Field, SQLModel

from linli.kernel.db.rows import GLOBAL_TABLES, Key, Time

GLOBAL_TABLES.add("community")


class Community(SQLModel, table=True):
    """A neighbourhood that governs itself: the tenant that every other row belongs to."""

    __tablename__ = "community"
    id: UUID = Key(primary_key=True)
    name: str = Field(min_length=1, max_length=100)
    time_zone: str = "Asia/Shanghai"
    city_profile: str = "default"
    created_at: datetime = Time()
