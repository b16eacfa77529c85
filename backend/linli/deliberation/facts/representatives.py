"""The facts of elections and mandates. That a home took part is one; what was chosen never is."""

from datetime import datetime
from typing import Any
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.facts.leaf import FactDraft


def election_changed(
    by: UUID | None, verb: str, election_id: UUID, at: datetime, **public: Any
) -> FactDraft:
    """An election was ``started``, ``opened``, ``closed`` or ``cancelled``."""
    kind = f"deliberation.election.{verb}"
    return FactDraft(kind, by, "election", election_id, at, public)


def candidacy_changed(
    actor: Actor, verb: str, candidacy_id: UUID, at: datetime, **private: Any
) -> FactDraft:
    """Somebody was ``nominated``, ``consented`` or ``refused``; who it is stays private."""
    kind = f"deliberation.candidacy.{verb}"
    return FactDraft(kind, actor.account_id, "candidacy", candidacy_id, at, {}, private)


def home_took_part(actor: Actor, election_id: UUID, household_id: UUID, at: datetime) -> FactDraft:
    """A home is on the roll of an election. Nothing of the ballot or its receipt stands here."""
    kind, private = "deliberation.election.home_took_part", {"household": household_id}
    return FactDraft(kind, actor.account_id, "election", election_id, at, {}, private)


def mandate_changed(
    by: UUID | None, verb: str, mandate_id: UUID, at: datetime, **public: Any
) -> FactDraft:
    """A mandate came to something.

    ``given``, ``begun``, ``reached``, ``reminded``, ``recalled``, ``resigned`` or ``ended``.
    """
    kind = f"deliberation.mandate.{verb}"
    return FactDraft(kind, by, "mandate", mandate_id, at, public)


def assembly_minuted(actor: Actor, assembly_id: UUID, at: datetime, **about: Any) -> FactDraft:
    """What a building's assembly decided was entered; its minutes are committed to."""
    kind = "deliberation.building_assembly.minuted"
    private = {"minutes": about.pop("minutes")}
    return FactDraft(kind, actor.account_id, "building_assembly", assembly_id, at, about, private)


def message_sent(actor: Actor, message_id: UUID, mandate_id: UUID, at: datetime) -> FactDraft:
    """A resident wrote to a representative. The leaf names neither; the words are nowhere."""
    kind = "deliberation.message.sent"
    private = {"account": actor.account_id, "mandate": mandate_id}
    return FactDraft(kind, None, "representative_message", message_id, at, {}, private)


def message_moved(by: UUID | None, verb: str, message_id: UUID, at: datetime) -> FactDraft:
    """A message was ``answered``, ``passed_on`` to who follows, or ``erased``."""
    kind = f"deliberation.message.{verb}"
    return FactDraft(kind, by, "representative_message", message_id, at, {})
