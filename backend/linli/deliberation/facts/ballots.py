"""The facts of ballot rounds. What a ballot answers is only committed to, never readable."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft


def round_fact(
    verb: str, by: UUID | None, round_id: UUID, at: datetime, **public: Any
) -> FactDraft:
    """A step of a round: everybody's business. ``by`` is ``None`` when the time had come."""
    return FactDraft(f"deliberation.ballot_round.{verb}", by, "ballot_round", round_id, at, public)


def ballot_cast(
    ballot_id: UUID, round_id: UUID, at: datetime, private: dict[str, Any]
) -> FactDraft:
    """A ballot came in by phone. Not even the account stands in the leaf.

    The archive opens the private part to show which line it belongs to; with the account beside
    it, that would tell who voted how.
    """
    kind, public = "deliberation.ballot.cast", {"round": round_id}
    return FactDraft(kind, None, "ballot", ballot_id, at, public, private)


def paper_recorded(
    actor: Actor, ballot_id: UUID, round_id: UUID, at: datetime, private: dict[str, Any]
) -> FactDraft:
    """A paper ballot was read and typed by the actor."""
    kind, public = "deliberation.ballot.recorded", {"round": round_id}
    return FactDraft(kind, actor.account_id, "ballot", ballot_id, at, public, private)


def paper_confirmed(
    actor: Actor, confirmation_id: UUID, round_id: UUID, ballot_id: UUID, at: datetime
) -> FactDraft:
    """A second person read the same."""
    kind, public = "deliberation.ballot.confirmed", {"round": round_id, "ballot": ballot_id}
    return FactDraft(kind, actor.account_id, "ballot_confirmation", confirmation_id, at, public)


def ledger_fact(  # noqa: PLR0913, PLR0917 - a fact is all of this
    actor: Actor,
    kind: str,
    row_id: UUID,
    at: datetime,
    public: dict[str, Any],
    private: dict[str, Any] | None = None,
) -> FactDraft:
    """Something in the ledger; ``kind`` is ``table.verb``, whom it is about stays private."""
    table = kind.partition(".")[0]
    return FactDraft(
        f"deliberation.{kind}", actor.account_id, table, row_id, at, public, private or {}
    )
