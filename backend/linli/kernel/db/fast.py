"""Statements compiled once, for reads that are asked on every request.

SQLAlchemy spends some 150 µs on each execution of even a cached statement; SQLite answers in ten.
A ``Fast`` statement is compiled once for each dialect and then goes straight to the driver
(docs/decisions/hot-reads.md has the figures). Column types still convert on both sides.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Dialect, Insert, Select, Update
from sqlalchemy.types import TypeEngine

Statement = Select[Any] | Insert | Update
Convert = Callable[[Any], Any] | None
"""Results are never converted from ``None``: it stays what it is."""


class Prepared:
    """A statement in the words of one driver."""

    def __init__(
        self,
        sql: str,
        binds: Sequence[tuple[str, Any, Convert]],
        columns: Sequence[tuple[str, Convert]],
    ) -> None:
        """Take what was compiled.

        Args:
            sql: the text.
            binds: in the driver's order: name, default, conversion.
            columns: what comes back: name, conversion.
        """
        self.sql = sql
        self._binds = tuple(binds)
        self._names = tuple(name for name, _ in columns)
        self._converted = tuple((name, convert) for name, convert in columns if convert)

    def arguments(self, params: dict[str, Any]) -> list[Any]:
        """The driver's positional arguments."""
        given = params.get
        return [
            given(name, default) if convert is None else convert(given(name, default))
            for name, default, convert in self._binds
        ]

    def many(self, rows: Sequence[dict[str, Any]]) -> list[tuple[Any, ...]]:
        """The arguments for many rows, column by column: what is the same in all converts once."""
        columns = [
            _converted([row.get(name, default) for row in rows], convert)
            for name, default, convert in self._binds
        ]
        return list(zip(*columns, strict=True))

    def row(self, values: Sequence[Any]) -> dict[str, Any]:
        """One row as Python values by column name."""
        row = dict(zip(self._names, values, strict=True))
        for name, convert in self._converted:
            value = row[name]
            if value is not None:
                row[name] = convert(value)
        return row


def _converted(values: list[Any], convert: Convert) -> list[Any]:
    if convert is None or not values:
        return values
    first = values[0]
    if all(value is first for value in values):
        return [convert(first)] * len(values)
    return [convert(value) for value in values]


class Fast:
    """A constant statement, made once at import; its parameters are ``bindparam``s.

    Lists of unknown length (``IN``) do not fit: they change the statement's text.
    """

    def __init__(self, statement: Statement, columns: Sequence[str] | None = None) -> None:
        """Take a statement; for an insert or update also the columns it sets."""
        self.statement = statement
        self.columns = columns
        self._prepared: dict[str, Prepared] = {}

    def prepared(self, dialect: Dialect) -> Prepared:
        """The statement for a driver, compiled on first use."""
        found = self._prepared.get(dialect.name)
        if found is None:
            found = self._prepared[dialect.name] = self._prepare(dialect)
        return found

    def _prepare(self, dialect: Dialect) -> Prepared:
        compiled = self.statement.compile(dialect=dialect, column_keys=self.columns)
        defaults = compiled.params
        types = {name: bind.type for bind, name in compiled.bind_names.items()}
        binds = tuple(
            (name, defaults.get(name), _into(types[name], dialect))
            for name in getattr(compiled, "positiontup", None) or ()
        )
        selected = getattr(self.statement, "exported_columns", ())
        columns = tuple((str(column.key), _out_of(column.type, dialect)) for column in selected)
        return Prepared(str(compiled), binds, columns)


def _into(kind: TypeEngine[Any], dialect: Dialect) -> Convert:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _out_of(kind: TypeEngine[Any], dialect: Dialect) -> Convert:
    return kind.dialect_impl(dialect).result_processor(dialect, None)
