"""A list of ids as one parameter and as the table that a select starts from.

Made for ``Fast`` statements: ``IN (…)`` has as many placeholders as there are values, and SQLite,
which keeps no statistics, would rather read a whole community than look up what is listed. An
outer join from the list leaves it no choice; rows that were not found come with ``None``.
"""

from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Dialect, TableValuedAlias, Text, bindparam, column
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import GenericFunction
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlalchemy.types import Uuid as SqlUuid

from linli.kernel.db.types import Uuid


class IdList(TypeDecorator[list[UUID]]):
    """A list of ids as one value: an array on PostgreSQL, a JSON array on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the form of the database in use."""
        native = dialect.name == "postgresql"
        return dialect.type_descriptor(ARRAY(SqlUuid()) if native else Text())

    def process_bind_param(self, value: list[UUID] | None, dialect: Dialect) -> Any:
        """JSON text for SQLite, the list itself for PostgreSQL."""
        if value is None or dialect.name == "postgresql":
            return value
        return orjson.dumps(value).decode()


class _ids(GenericFunction[UUID]):  # noqa: N801 - reads as the SQL function it stands for
    """The rows of a list."""

    inherit_cache = True
    name = "linli_ids"


@compiles(_ids, "postgresql")
def _postgresql(element: _ids, compiler: SQLCompiler, **options: Any) -> str:
    return f"(SELECT unnest({compiler.process(element.clauses, **options)}) AS value)"


@compiles(_ids, "sqlite")
def _sqlite(element: _ids, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **options)})"


def listed(name: str) -> TableValuedAlias:
    """A table with one column, ``value``: the ids given as parameter ``name``, a list."""
    ids = _ids(bindparam(name, type_=IdList))
    return ids.table_valued(column("value", Uuid), name=name)
