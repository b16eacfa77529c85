"""Recognising that a client's id is taken by something else, where only the database noticed."""

import re

from sqlalchemy.exc import IntegrityError

_SQLITE_KEY = re.compile(r"UNIQUE constraint failed: (\w+)\.community_id, \1\.id$")


def id_is_taken(error: BaseException) -> bool:
    """Whether a row was refused because its primary key ``(community_id, id)`` exists.

    Other broken constraints are faults of the program and stay failures.
    """
    if not isinstance(error, IntegrityError):
        return False
    name = getattr(getattr(error.orig, "__cause__", None), "constraint_name", None)
    if name is not None:
        return str(name).startswith("pk_")
    return _SQLITE_KEY.search(str(error.orig)) is not None
