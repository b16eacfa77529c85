"""Statements compiled once, for reads that are asked on every request.

SQLAlchemy spends some 150 µs on each execution of even a cached statement; SQLite answers in ten.
A ``Fast`` statement is compiled once for each dialect and then goes straight to the driver
(docs/decisions/hot-reads.md has the figures). Column types still convert on both sides.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, Select

Convert = Callable[[Any], Any] | None


@dataclass(frozen=True)
class Prepared:
    """A statement in the words of one driver."""

    sql: str
    binds: tuple[tuple[str, Any, Convert], ...]
    """In the driver's order: name, default, conversion."""
    columns: tuple[tuple[str, Convert], ...]

    def arguments(self, params: dict[str, Any]) -> list[Any]:
        """The driver's positional arguments.

        Raises:
            KeyError: when a parameter without default is missing.
        """
        return [
            value if convert is None else convert(value)
            for value, convert in (
                (params.get(name, default), convert) for name, default, convert in self.binds
            )
        ]

    def row(self, values: Sequence[Any]) -> dict[str, Any]:
        """One row as Python values by column name."""
        return {
            name: value if convert is None else convert(value)
            for (name, convert), value in zip(self.columns, values, strict=True)
        }


class Fast:
    """A constant select, made once at import; its parameters are ``bindparam``s.

    Lists of unknown length (``IN``) do not fit: they change the statement's text.
    """

    def __init__(self, statement: Select[Any]) -> None:
        """Take the select."""
        self.statement = statement
        self._prepared: dict[str, Prepared] = {}

    def prepared(self, dialect: Dialect) -> Prepared:
        """The statement for a driver, compiled on first use."""
        found = self._prepared.get(dialect.name)
        if found is None:
            found = self._prepared[dialect.name] = _prepare(self.statement, dialect)
        return found


def _prepare(statement: Select[Any], dialect: Dialect) -> Prepared:
    compiled = statement.compile(dialect=dialect)
    defaults = compiled.params
    names = getattr(compiled, "positiontup", None) or []
    types = {name: bind.type for bind, name in compiled.bind_names.items()}
    binds = tuple(
        (name, defaults.get(name), types[name].dialect_impl(dialect).bind_processor(dialect))
        for name in names
    )
    columns = tuple(
        (str(column.key), column.type.dialect_impl(dialect).result_processor(dialect, None))
        for column in statement.selected_columns
    )
    return Prepared(str(compiled), binds, columns)
