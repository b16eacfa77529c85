"""The facts of ballot rounds. What a ballot answers is only committed to, never readable."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft


def round_series(round_id: UUID) -> str:
    """What all entries about a round are numbered in: its archive shows that none is left out."""
    return f"ballot_round:{round_id}"


def round_fact(
    verb: str, by: UUID | None, round_id: UUID, at: datetime, **public: Any
) -> FactDraft:
    """A step of a round: everybody's business. ``by`` is ``None`` when the time had come."""
    kind, series = f"deliberation.ballot_round.{verb}", round_series(round_id)
    return FactDraft(kind, by, "ballot_round", round_id, at, public, series=series)


def round_counted(
    actor: Actor, result_id: UUID, round_id: UUID, at: datetime, public: dict[str, Any]
) -> FactDraft:
    """A tally was taken: its digest, and which ballots had come in."""
    kind, said = "deliberation.ballot_round.counted", {"round": round_id, **public}
    series, by = round_series(round_id), actor.account_id
    return FactDraft(kind, by, "round_result", result_id, at, said, series=series)


def ballot_cast(
    ballot_id: UUID, round_id: UUID, at: datetime, private: dict[str, Any]
) -> FactDraft:
    """A ballot came in by phone. Not even the account stands in the leaf.

    The archive opens the private part to show which line it belongs to; with the account beside
    it, that would tell who voted how.
    """
    kind, public = "deliberation.ballot.cast", {"round": round_id}
    series = round_series(round_id)
    return FactDraft(kind, None, "ballot", ballot_id, at, public, private, series)


def paper_recorded(
    actor: Actor, ballot_id: UUID, round_id: UUID, at: datetime, private: dict[str, Any]
) -> FactDraft:
    """A paper ballot was read and typed by the actor."""
    kind, public = "deliberation.ballot.recorded", {"round": round_id}
    series, by = round_series(round_id), actor.account_id
    return FactDraft(kind, by, "ballot", ballot_id, at, public, private, series)


def paper_confirmed(
    actor: Actor, confirmation_id: UUID, round_id: UUID, ballot_id: UUID, at: datetime
) -> FactDraft:
    """A second person read the same."""
    kind, public = "deliberation.ballot.confirmed", {"round": round_id, "ballot": ballot_id}
    series, by = round_series(round_id), actor.account_id
    about = "ballot_confirmation"
    return FactDraft(kind, by, about, confirmation_id, at, public, series=series)


def objection_raised(
    actor: Actor, objection_id: UUID, round_id: UUID, at: datetime, said: dict[str, Any]
) -> FactDraft:
    """Somebody objected. The archive shows that; not who it was, what they said or of which paper.

    ``said`` is ``words`` and, of an objection to a paper, ``ballot``.
    """
    kind, public = "deliberation.objection.raised", {"round": round_id}
    private = {**said, "account": actor.account_id}
    series = round_series(round_id)
    return FactDraft(kind, None, "objection", objection_id, at, public, private, series)


def ledger_fact(  # noqa: PLR0913, PLR0917 - a fact is all of this
    actor: Actor,
    kind: str,
    row_id: UUID,
    at: datetime,
    public: dict[str, Any],
    private: dict[str, Any] | None = None,
) -> FactDraft:
    """Something in the ledger of the round that ``public`` names.

    ``kind`` is ``table.verb``; whom it is about stays private.
    """
    table, series = kind.partition(".")[0], round_series(public["round"])
    by, said = actor.account_id, private or {}
    return FactDraft(f"deliberation.{kind}", by, table, row_id, at, public, said, series)
