"""The facts of sessions: what is decided is public; words and hands stay in private."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft


def session_fact(
    verb: str,
    session_id: UUID,
    at: datetime,
    by: Actor | None,
    public: dict[str, Any] | None = None,
    **private: Any,
) -> FactDraft:
    """A session was ``planned``, ``noticed``, ``opened``, ``published`` and so on."""
    return about("session", verb, "deliberation_session", session_id, at, by, public, **private)


def about(  # noqa: PLR0913, PLR0917 - a fact is all of this
    what: str,
    verb: str,
    subject: str,
    subject_id: UUID,
    at: datetime,
    by: Actor | None,
    public: dict[str, Any] | None = None,
    **private: Any,
) -> FactDraft:
    """Something of a session changed: ``deliberation.<what>.<verb>`` about a row of ``subject``."""
    account = by.account_id if by else None
    kind = f"deliberation.{what}.{verb}"
    return FactDraft(kind, account, subject, subject_id, at, public or {}, private)
