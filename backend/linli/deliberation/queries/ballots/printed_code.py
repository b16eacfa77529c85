"""The code on an elector's paper. It is not the archive's: who hands papers out knows the doors."""

from sqlalchemy import ColumnElement, and_, func, or_

from linli.deliberation.queries.ballots.tables import electors
from linli.deliberation.rules.ballots.line_code import as_printed

_e = electors.c
PRINTED_CODE: ColumnElement[str] = func.coalesce(_e.paper_code, _e.code).label("code")
"""Rounds that opened before papers had codes of their own printed the archive's."""


def is_printed(typed: str) -> ColumnElement[bool]:
    """Whether an elector's paper bears this code, as scanned or typed.

    The archive's code finds nobody in a round whose papers have their own: it would name a door.
    """
    code = as_printed(typed)
    return or_(_e.paper_code == code, and_(_e.paper_code.is_(None), _e.code == code))
