"""When a session can decide, by who is present."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from linli.deliberation.rules.ballots.decision_rule import Threshold
from linli.deliberation.rules.ballots.weight import Basis


class SessionKind(StrEnum):
    """Kinds of deliberation sessions (议事会 / 三方联动会 / 周例会)."""

    COUNCIL = "council"
    THREE_PARTY = "three_party"
    WEEKLY = "weekly"


class Party(StrEnum):
    """The three parties that work together (三方联动): residents, property manager, contractor."""

    RESIDENTS = "residents"
    PROPERTY_MANAGER = "property_manager"
    CONTRACTOR = "contractor"


MORE_THAN_HALF = Threshold(Basis.HEADS, 1, 2, strict=True)


@dataclass(frozen=True, slots=True)
class SessionRule:
    """What a kind of session needs.

    Attributes:
        quorum: of representatives with a mandate; ``None`` when none is needed.
        parties: each must be present; they sign the minutes, as does whoever else was present.
        approval: of the representatives present, for a motion to carry.
    """

    quorum: Threshold | None
    parties: frozenset[Party]
    approval: Threshold = MORE_THAN_HALF


ALL_PARTIES = frozenset(Party)

SESSION_RULES: Mapping[SessionKind, SessionRule] = MappingProxyType(
    {
        # 城市居民委员会组织法 (2018 text), art. 9: more than half present, more than half of them.
        SessionKind.COUNCIL: SessionRule(MORE_THAN_HALF, frozenset({Party.RESIDENTS})),
        SessionKind.THREE_PARTY: SessionRule(None, ALL_PARTIES),
        SessionKind.WEEKLY: SessionRule(None, frozenset({Party.RESIDENTS})),
    }
)


@dataclass(frozen=True, slots=True)
class Attendance:
    """Quorum as it stands now.

    Attributes:
        present: representatives in the room or connected.
        mandates: representatives there are.
        least: how many must be present; 0 when none must.
        missing_parties: parties without anyone present, in a fixed order.
        quorate: whether the session can decide.
    """

    present: int
    mandates: int
    least: int
    missing_parties: tuple[Party, ...]
    quorate: bool


def signing_parties(kind: SessionKind, were_present: Iterable[Party]) -> tuple[Party, ...]:
    """Whose signature the minutes need: the kind's parties, and every other that was present."""
    needed = SESSION_RULES[kind].parties | set(were_present)
    return tuple(party for party in Party if party in needed)


def attendance(
    kind: SessionKind, present: int, mandates: int, parties: Iterable[Party]
) -> Attendance:
    """Hold attendance against the session's rule (城市居民委员会组织法, 2018 text, art. 9)."""
    rule = SESSION_RULES[kind]
    missing = absent_parties(kind, parties)
    enough = rule.quorum is None or rule.quorum.met_by(present, mandates)
    least = 0 if rule.quorum is None else rule.quorum.least(mandates)
    return Attendance(present, mandates, least, missing, enough and not missing)


def absent_parties(kind: SessionKind, parties: Iterable[Party]) -> tuple[Party, ...]:
    """Parties that the kind of session needs and that are not among those given."""
    here = set(parties)
    return tuple(p for p in Party if p in SESSION_RULES[kind].parties and p not in here)
