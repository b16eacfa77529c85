from typing import Any

from sqlalchemy import Dialect, String
from sqlalchemy.types import TypeDecorator, TypeEngine

LONGEST = 120


class SortKey(TypeDecorator[str]):
    """Text ordered byte by byte on both databases.

    PostgreSQL's usual collations pass over hyphens, so that 1-11 and 11-1 would mix.
    """

    impl = String(LONGEST)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """SQLite compares bytes anyway."""
        collation = "C" if dialect.name == "postgresql" else None
        return dialect.type_descriptor(String(LONGEST, collation=collation))
