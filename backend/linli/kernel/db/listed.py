"""``IN`` over a list of ids that is one parameter, so that the statement's text stays the same.

Made for ``Fast`` statements: ``IN (…)`` has as many placeholders as there are values.
"""

from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Boolean, ColumnElement, Dialect, Text, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlalchemy.types import Uuid as SqlUuid


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


class listed(FunctionElement[bool]):  # noqa: N801 - reads as the SQL condition it stands for
    """``listed(column, "ids")``: whether an id is in the list given as parameter ``ids``."""

    inherit_cache = True
    type = Boolean()

    def __init__(self, column: ColumnElement[UUID], name: str) -> None:
        """Take an id column and the parameter's name."""
        super().__init__(column, bindparam(name, type_=IdList))


@compiles(listed, "postgresql")
def _postgresql(element: listed, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(part, **options) for part in element.clauses)
    return f"{column} = ANY ({ids})"


@compiles(listed, "sqlite")
def _sqlite(element: listed, compiler: SQLCompiler, **options: Any) -> str:
    column, ids = (compiler.process(part, **options) for part in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - SQL from SQL parts
