"""How many homes a comment speaks for, by what the homes themselves say."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from linli.deliberation.rules.small_groups import shown_rows, suppress


class Position(StrEnum):
    """What a comment says about a proposal."""

    FOR = "for"
    AGAINST = "against"
    NEUTRAL = "neutral"


class HomeAnswer(StrEnum):
    """What a home answers when told that it was spoken for."""

    CONFIRMED = "confirmed"
    UNANSWERED = "unanswered"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Claim:
    """A comment lists a home as one it speaks for.

    Attributes:
        comment: key of the comment.
        building: key of the home's building.
        home: key of the home.
        position: the comment's.
        sequence: order of recording, unique in the proposal.
        answer: the home's.
    """

    comment: str
    building: str
    home: str
    position: Position
    sequence: int
    answer: HomeAnswer = HomeAnswer.UNANSWERED


@dataclass(frozen=True, slots=True)
class Standing:
    """Homes behind one comment; ``speaks_for`` leaves out who contradicted."""

    claimed: int
    confirmed: int
    contradicted: int

    @property
    def speaks_for(self) -> int:
        """Homes claimed less those that contradicted."""
        return self.claimed - self.contradicted


def standing_of(claims: Iterable[Claim], comment: str) -> Standing:
    """Count the homes of one comment, each once; its newest answer holds.

    A representative reports opinions and never votes for owners (Civil Code, art. 278: owners).
    """
    ordered = sorted(claims, key=lambda claim: claim.sequence)
    answers = {claim.home: claim.answer for claim in ordered if claim.comment == comment}
    said = list(answers.values())
    confirmed, against = HomeAnswer.CONFIRMED, HomeAnswer.CONTRADICTED
    return Standing(len(said), said.count(confirmed), said.count(against))


def positions_by_building(claims: Iterable[Claim]) -> dict[str, dict[str, int]]:
    """Building → position → homes, each home counted once however many comments list it.

    A position that the home confirmed goes before one it did not answer to, then the newest.
    """
    table: dict[str, dict[str, int]] = {}
    for claim in _firmest(claims):
        row = table.setdefault(claim.building, {position.value: 0 for position in Position})
        row[claim.position.value] += 1
    return table


def confirmed_by_building(claims: Iterable[Claim]) -> dict[str, int]:
    """Building → homes, of those counted, that said so themselves."""
    own = [claim for claim in _firmest(claims) if claim.answer is HomeAnswer.CONFIRMED]
    return dict(Counter(claim.building for claim in own))


def _firmest(claims: Iterable[Claim]) -> Iterable[Claim]:
    best: dict[str, Claim] = {}
    for claim in claims:
        if claim.answer is not HomeAnswer.CONTRADICTED:
            best[claim.home] = max(best.get(claim.home, claim), claim, key=_firmness)
    return best.values()


def _firmness(claim: Claim) -> tuple[bool, int]:
    return claim.answer is HomeAnswer.CONFIRMED, claim.sequence


def public_confirmed(confirmed: int, homes: int) -> int | None:
    """Of so many homes, how many confirmed; ``None`` where those or the others are few."""
    told = suppress({"confirmed": confirmed, "claimed": homes - confirmed})
    return told["confirmed"]


def public_positions(table: Mapping[str, Mapping[str, int]]) -> dict[str, Mapping[str, int] | None]:
    """The same for the public: ``None`` for buildings where so few could be guessed (PIPL, 6)."""
    shown = shown_rows(table)
    return {building: row if building in shown else None for building, row in table.items()}
