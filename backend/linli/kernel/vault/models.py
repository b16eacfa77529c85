"""Wrapped keys and the record of openings."""

from datetime import datetime
from typing import ClassVar
from uuid import UUID

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from linli.kernel.db.rows import Key, TenantRow, Time


class VaultKey(TenantRow, table=True):
    """The key of one person (``id`` names the person), wrapped by the community's key.

    Erasing a person deletes the row: what it sealed can never be read again.
    """

    __tablename__ = "vault_key"
    wrapped: bytes = Field(repr=False)
    made_at: datetime = Time()


class VaultErasure(TenantRow, table=True):
    """That a person's key was destroyed. Append-only; ``erased.py`` says what it is for.

    Where the person goes on, ``person_id`` is the record whose content went without its key.
    """

    __tablename__ = "vault_erasure"
    __table_args__: ClassVar = (Index(None, "community_id", "person_id"),)
    person_id: UUID = Key()
    erased_at: datetime = Time()


class VaultRoot(SQLModel, table=True):
    """The key of a community, wrapped by a key derived from the master key."""

    __tablename__ = "vault_root"
    community_id: UUID = Key(primary_key=True, foreign_key="community.id")
    wrapped: bytes = Field(repr=False)
    made_at: datetime = Time()


class VaultOpening(TenantRow, table=True):
    """Who opened which sealed record, when and why. Append-only; shown to the person."""

    __tablename__ = "vault_opening"
    __table_args__: ClassVar = (Index(None, "community_id", "record_id", "opened_at"),)
    person_id: UUID = Key()
    record_table: str
    record_id: UUID = Key()
    actor_id: UUID = Key()
    purpose: str
    opened_at: datetime = Time()
