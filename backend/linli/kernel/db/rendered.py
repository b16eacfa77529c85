"""JSON rendered by the database, so that hot lists pass through the server as text.

A list of 50 rows costs more to turn into Python and back into JSON than to read; where nothing is
computed on the way, the database writes the JSON itself (docs/decisions/hot-reads.md). Made for
``Fast`` selects: the expression below is compiled once for each database.
"""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Subquery, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from linli.kernel.db.types import Json


class json_rows(FunctionElement[str]):  # noqa: N801 - reads as the SQL function it stands for
    """All rows of a subquery as a JSON array of objects, in the subquery's order.

    ``select(json_rows(page))`` with ``page = some_select.order_by(...).subquery("page")``. Columns
    become members under their labels; ids and times are written as the API writes them. Binary
    columns do not fit.
    """

    inherit_cache = True
    type = Text()

    def __init__(self, subquery: Subquery) -> None:
        """Take a subquery that has a name of its own."""
        super().__init__(*subquery.c)
        self.subquery = subquery


@compiles(json_rows, "postgresql")
def _postgresql(element: json_rows, compiler: SQLCompiler, **_options: Any) -> str:
    rows = compiler.preparer.quote(str(element.subquery.name))
    return f"coalesce(json_agg({rows}.*), '[]')::text"


@compiles(json_rows, "sqlite")
def _sqlite(element: json_rows, compiler: SQLCompiler, **options: Any) -> str:
    members = ", ".join(
        f"'{column.key}', {_as_json(column, compiler.process(column, **options))}"
        for column in element.clauses
    )
    return f"json_group_array(json_object({members}))"


class json_columns(FunctionElement[str]):  # noqa: N801 - likewise
    """All rows of a subquery as a JSON array with an array for each column, in their order.

    For rows that are computed with: without a name on every value PostgreSQL writes them in less
    than half the time, and they are read in a third (docs/decisions/cost-plans.md).
    """

    inherit_cache = True
    type = Text()

    def __init__(self, subquery: Subquery) -> None:
        """Take a subquery."""
        super().__init__(*subquery.c)


@compiles(json_columns, "postgresql")
def _columns_of_postgresql(element: json_columns, compiler: SQLCompiler, **options: Any) -> str:
    values = (compiler.process(column, **options) for column in element.clauses)
    arrays = (f"coalesce(json_agg({value}), '[]')" for value in values)
    return f"json_build_array({', '.join(arrays)})::text"


@compiles(json_columns, "sqlite")
def _columns_of_sqlite(element: json_columns, compiler: SQLCompiler, **options: Any) -> str:
    values = (_as_json(column, compiler.process(column, **options)) for column in element.clauses)
    return f"json_array({', '.join(f'json_group_array({value})' for value in values)})"


def _as_json(column: ColumnElement[Any], sql: str) -> str:
    """SQLite has no booleans and keeps JSON as text."""
    if isinstance(column.type, Boolean):
        return f"json(CASE {sql} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)"
    return f"json({sql})" if isinstance(column.type, Json) else sql
