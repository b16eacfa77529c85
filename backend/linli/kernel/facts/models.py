"""Tables of the fact log. All but head and series refuse UPDATE, DELETE and TRUNCATE."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field, SQLModel

from linli.kernel.db.rows import Key, Time


class FactHead(SQLModel, table=True):
    """One row a community: where its log ends. Locked while facts are appended."""

    __tablename__ = "fact_head"
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    epoch: UUID = Key()
    """Names this history of the server; a restore from a backup starts a new one."""
    size: int = 0
    frontier: bytes = b""


class FactSeries(SQLModel, table=True):
    """How many entries of a series stand in the log. Moved under the lock of the head only."""

    __tablename__ = "fact_series"
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    series: str = Field(primary_key=True, max_length=80)
    size: int = Field(default=0, ge=0)


class Fact(SQLModel, table=True):
    """One leaf. ``leaf`` is the RFC 8785 text that was hashed; the columns repeat it for search."""

    __tablename__ = "fact"
    __table_args__: ClassVar = (
        Index(None, "community_id", "subject_id", "seq"),
        Index(None, "community_id", "kind", "seq"),
    )
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    seq: int = Field(primary_key=True, ge=0, sa_column_kwargs={"autoincrement": False})
    kind: str
    actor_id: UUID | None = Key(nullable=True)
    subject_kind: str
    subject_id: UUID = Key()
    recorded_at: datetime = Time()
    happened_at: datetime = Time()
    leaf: str
    leaf_hash: bytes


class FactNode(SQLModel, table=True):
    """A complete inner node of the tree, level 1 and up."""

    __tablename__ = "fact_node"
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    level: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    position: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    hash: bytes


class FactPrivate(SQLModel, table=True):
    """The private payload a leaf commits to. Deleting the row erases it, salt and all."""

    __tablename__ = "fact_private"
    __table_args__: ClassVar = (
        ForeignKeyConstraint(["community_id", "seq"], ["fact.community_id", "fact.seq"]),
    )
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    salt: bytes = Field(repr=False)
    payload: str = Field(repr=False)


class FactCheckpoint(SQLModel, table=True):
    """The last head that was signed: the next one must contain it (see ``checkpoint.py``)."""

    __tablename__ = "fact_checkpoint"
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    epoch: UUID = Key()
    size: int
    root_hash: bytes
    signed_note: str
    signed_at: datetime = Time()
