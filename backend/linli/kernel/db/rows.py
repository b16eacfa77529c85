"""What every table of a community has in common.

The primary key is ``(community_id, id)`` and every foreign key carries ``community_id``, so a
reference cannot cross communities by construction (see docs/decisions/keys.md).
"""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, MetaData, Table, UniqueConstraint, inspect
from sqlmodel import Field, SQLModel

from linli.kernel.db.types import UtcTime, Uuid

NAMING = {
    "ix": "ix_%(table_name)s__%(column_0_N_name)s",
    "uq": "uq_%(table_name)s__%(column_0_N_name)s",
    "ck": "ck_%(table_name)s__%(constraint_name)s",
    "fk": "fk_%(table_name)s__%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING
metadata: MetaData = SQLModel.metadata

GLOBAL_TABLES: set[str] = {"alembic_version"}
"""Tables that belong to no community. Each context adds its own; an architecture test reads it."""


class TenantRow(SQLModel):
    """Base of every table whose rows belong to one community."""

    community_id: UUID = Field(primary_key=True, sa_type=Uuid, foreign_key="community.id")
    id: UUID = Field(primary_key=True, sa_type=Uuid)


class CreatedOnce(SQLModel):
    """Columns of a row that a client creates by its own id (see ``create_once``)."""

    body_digest: bytes = Field(repr=False)
    created_by: UUID = Field(sa_type=Uuid)
    created_at: datetime = Field(sa_type=UtcTime)


class Versioned(SQLModel):
    """A row that can be edited; ``version`` is its strong ETag (RFC 9110, 8.8.3)."""

    version: int = 1


def table(model: type[SQLModel]) -> Table:
    """The Core table of a model. Statements are written on its columns, ``table(M).c``."""
    return cast("Table", inspect(model).local_table)


def tenant_key(column: str, target: str, **options: Any) -> ForeignKeyConstraint:
    """A foreign key ``(community_id, column)`` to ``target`` of the same community."""
    return ForeignKeyConstraint(
        ["community_id", column], [f"{target}.community_id", f"{target}.id"], **options
    )


def tenant_unique(*columns: str) -> UniqueConstraint:
    """A uniqueness that holds inside one community."""
    return UniqueConstraint("community_id", *columns)


def Time(**options: Any) -> Any:  # noqa: N802 - reads as a field type in table classes
    """A field that holds a moment in UTC."""
    return Field(sa_type=UtcTime, **options)


def Key(**options: Any) -> Any:  # noqa: N802 - reads as a field type in table classes
    """A field that holds the id of another row."""
    return Field(sa_type=Uuid, **options)
