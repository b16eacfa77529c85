"""Telling what may go well the next time from what will fail again."""

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as NoConnectionFree

TRANSIENT_CLASSES = ("08", "40", "53", "55", "57")
"""SQLSTATE classes: connection, rollback, resources, object state, operator's intervention."""


def is_transient(error: BaseException) -> bool:
    """Whether the database was away, busy or chose to undo, and the same work may succeed later.

    SQLite tells it by the exception's class (locked, full, unreadable), PostgreSQL by SQLSTATE.
    """
    if not isinstance(error, DBAPIError):
        return isinstance(error, (ConnectionError, NoConnectionFree))
    if error.connection_invalidated or isinstance(error, (OperationalError, InterfaceError)):
        return True
    state = getattr(error.orig, "sqlstate", None) or ""
    return state[:2] in TRANSIENT_CLASSES
