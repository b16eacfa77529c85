"""Column types that store the same value on SQLite and PostgreSQL.

SQLite has no UUID or timestamp type. Both are stored there as the text that the API shows, so that
JSON rendered by the database needs no conversion and text order is time order.
"""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CHAR, DateTime, Dialect, Text
from sqlalchemy import Uuid as SqlUuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine


class Uuid(TypeDecorator[UUID]):
    """A UUID: native on PostgreSQL, its 36-character text on SQLite."""

    impl = CHAR(36)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the storage of the database in use."""
        native = dialect.name == "postgresql"
        return dialect.type_descriptor(SqlUuid() if native else CHAR(36))

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        """Text for SQLite, the UUID itself for PostgreSQL."""
        return value if value is None or dialect.name == "postgresql" else str(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        """Always a plain ``UUID``: asyncpg's own subclass is refused by ``orjson``."""
        if value is None:
            return None
        return UUID(int=value.int) if dialect.name == "postgresql" else UUID(value)


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC with microseconds; naive values are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """``timestamptz`` on PostgreSQL, fixed-width RFC 3339 text on SQLite."""
        native = dialect.name == "postgresql"
        return dialect.type_descriptor(DateTime(timezone=True) if native else CHAR(32))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuse naive times: they have lost what they mean."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without an offset cannot be stored")
        moment = value.astimezone(UTC)
        if dialect.name == "postgresql":
            return moment
        return moment.isoformat(timespec="microseconds")

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Always an aware ``datetime`` in UTC."""
        if value is None:
            return None
        if dialect.name == "postgresql":
            return value.astimezone(UTC)  # type: ignore[no-any-return]  # driver rows are Any
        return datetime.fromisoformat(value)


class Json(TypeDecorator[Any]):
    """A small JSON document: ``jsonb`` on PostgreSQL, text on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the storage of the database in use."""
        native = dialect.name == "postgresql"
        return dialect.type_descriptor(JSONB(none_as_null=True) if native else Text())

    def process_bind_param(self, value: Any, dialect: Dialect) -> Any:
        """Compact text for SQLite; the PostgreSQL type writes its own."""
        if value is None or dialect.name == "postgresql":
            return value
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The document as Python lists, dicts and scalars."""
        return value if value is None or dialect.name == "postgresql" else json.loads(value)
