"""Column types that store the same value on SQLite and PostgreSQL.

SQLite has no UUID or timestamp type. Both are stored there as the text that the API shows, so that
JSON rendered by the database needs no conversion and text order is time order.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID, SafeUUID

from sqlalchemy import CHAR, DateTime, Dialect, Text
from sqlalchemy import Uuid as SqlUuid
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import TypeDecorator, TypeEngine

Convert = Callable[[Any], Any] | None


class Uuid(TypeDecorator[UUID]):
    """A UUID: native on PostgreSQL, its 36-character text on SQLite."""

    impl = CHAR(36)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the storage of the database in use."""
        native = dialect.name == "postgresql"
        return dialect.type_descriptor(SqlUuid() if native else CHAR(36))

    def bind_processor(self, dialect: Dialect) -> Convert:
        """Text for SQLite, the UUID itself for PostgreSQL."""
        return None if dialect.name == "postgresql" else _id_text

    def result_processor(self, dialect: Dialect, _coltype: object) -> Convert:
        """Always a plain ``UUID``: asyncpg's own subclass is refused by ``orjson``."""
        return _plain_id if dialect.name == "postgresql" else read_id


def _id_text(value: UUID | None) -> str | None:
    return None if value is None else str(value)


def _plain_id(value: UUID | None) -> UUID | None:
    return None if value is None else UUID(int=value.int)


@lru_cache(maxsize=8192)
def read_id(text: str | None) -> UUID | None:
    """A stored id, in a third of the time of ``UUID(text)``, which allows for other spellings.

    Remembered, for the same few (who asks, what they hold) are read with every request.
    """
    if text is None:
        return None
    found = object.__new__(UUID)
    object.__setattr__(found, "int", int(text.replace("-", ""), 16))
    object.__setattr__(found, "is_safe", SafeUUID.unknown)
    return found


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC with microseconds; naive values are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """``timestamptz`` on PostgreSQL, fixed-width RFC 3339 text on SQLite."""
        native = dialect.name == "postgresql"
        return dialect.type_descriptor(DateTime(timezone=True) if native else CHAR(32))

    def bind_processor(self, dialect: Dialect) -> Convert:
        """Refuse naive times: they have lost what they mean."""
        return _in_utc if dialect.name == "postgresql" else _utc_text

    def result_processor(self, dialect: Dialect, _coltype: object) -> Convert:
        """Always an aware ``datetime`` in UTC."""
        return _in_utc if dialect.name == "postgresql" else _read_time


def _in_utc(value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.tzinfo is None:
        raise ValueError("a time without an offset cannot be stored")
    return value.astimezone(UTC)


def _utc_text(value: datetime | None) -> str | None:
    moment = _in_utc(value)
    return None if moment is None else moment.isoformat(timespec="microseconds")


def _read_time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


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
