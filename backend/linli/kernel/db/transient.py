"""Telling what may go well the next time from what will fail again."""

import sqlite3

import asyncpg
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

DATABASE_ERRORS = (
    DBAPIError,
    NoConnectionFree,
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    sqlite3.OperationalError,
    ConnectionError,
)
"""What the ways to the database raise: the engine, its pool, both drivers, the network."""
AWAY = (
    NoConnectionFree,
    InterfaceError,
    OperationalError,
    asyncpg.InterfaceError,
    sqlite3.OperationalError,
    ConnectionError,
)
TRANSIENT_CLASSES = ("08", "40", "53", "55", "57")
"""SQLSTATE classes: connection, rollback, resources, object state, operator's intervention."""


def is_transient(error: BaseException) -> bool:
    """Whether the database was away, busy or chose to undo, and the same work may succeed later.

    SQLite tells it by the exception's class (locked, full, unreadable), PostgreSQL by SQLSTATE.
    """
    if isinstance(error, AWAY) or getattr(error, "connection_invalidated", False):
        return True
    state = getattr(getattr(error, "orig", error), "sqlstate", None) or ""
    return state[:2] in TRANSIENT_CLASSES
