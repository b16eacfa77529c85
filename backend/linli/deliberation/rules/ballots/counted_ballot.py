"""Which of an elector's ballots counts, and why the others do not."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from linli.deliberation.rules.ballots.round_mode import RoundMode, Way
from linli.deliberation.rules.ballots.window import Window


@dataclass(frozen=True, slots=True)
class CastBallot:
    """One ballot as it came in; none is ever deleted.

    Attributes:
        id: its key.
        elector: for whom it is cast.
        way: how it came.
        sequence: its place in the order of recording, unique in the round.
        cast_at: when the server received it; for paper, when it was handed in.
        confirmed: paper only: a second person confirmed what the first typed.
        struck: paper only: two people struck it out, as recorded for the wrong door.
        corrects: the wrongly recorded ballot that this one puts right.
        holder: the proxy who cast it; ``None`` for the elector's own vote.
        proxy_stands: whether the proxy authorization stands and is within the holder's limit.
    """

    id: str
    elector: str
    way: Way
    sequence: int
    cast_at: datetime
    confirmed: bool = True
    struck: bool = False
    corrects: str | None = None
    holder: str | None = None
    proxy_stands: bool = True


class SetAside(StrEnum):
    """Why a ballot is kept but not counted."""

    OUT_OF_TIME = "out_of_time"
    AWAITS_CONFIRMATION = "awaits_confirmation"
    OTHER_WAY_DECIDES = "other_way_decides"
    PROXY_DOES_NOT_STAND = "proxy_does_not_stand"
    STRUCK_OUT = "struck_out"
    CORRECTED = "corrected"
    OWN_VOTE_BEFORE_PROXY = "own_vote_before_proxy"
    SIGNED_PAPER_IS_THE_ORIGINAL = "signed_paper_is_the_original"
    NEWER_BALLOT = "newer_ballot"


@dataclass(frozen=True, slots=True)
class Ballots:
    """One counted ballot per elector, and every other with its reason.

    A ballot answers all questions of its round, so choosing a ballot chooses for all of them.

    Attributes:
        counted: elector → ballot.
        set_aside: ballot id → reason.
    """

    counted: Mapping[str, CastBallot]
    set_aside: Mapping[str, SetAside]


def counted_ballots(
    ballots: Iterable[CastBallot],
    window: Window,
    mode: RoundMode,
    *,
    phone_binds: bool = True,
) -> Ballots:
    """Choose each elector's ballot, whatever the order they are given in.

    An elector's own vote goes before a proxy's (the principal may act or cancel at any time: Civil
    Code, art. 173 (2)). In a paper ledger the signed paper goes before the phone
    (建房〔2009〕274号, art. 22: signed by the owner). Then the newest counts.

    A correction that is not good itself puts nothing right; a good one that corrects it reaches
    through, to all that it was meant to replace.

    Args:
        ballots: all of a round.
        window: when ballots are taken.
        mode: what the ballots are in law.
        phone_binds: whether a city lets phone ballots stand in a paper ledger.
    """
    every = list(ballots)
    ways = _ways(mode, phone_binds=phone_binds)
    aside = {b.id: why for b in every if (why := _refusal(b, window, ways))}
    corrected = _corrected(every, [b.id for b in every if b.id not in aside])
    aside |= {b.id: SetAside.CORRECTED for b in every if b.id in corrected and b.id not in aside}
    standing = [b for b in every if b.id not in aside]
    counted: dict[str, CastBallot] = {}
    for ballot in standing:
        rival = counted.setdefault(ballot.elector, ballot)
        counted[ballot.elector] = max(rival, ballot, key=lambda b: _rank(b, mode))
    for ballot in standing:
        if (winner := counted[ballot.elector]) != ballot:
            aside[ballot.id] = _why_it_lost(ballot, winner, mode)
    return Ballots(counted, aside)


def why_it_would_not_count(
    way: Way, counted: Way, mode: RoundMode, *, own: bool, counted_own: bool
) -> SetAside | None:
    """Why a ballot cast now would be kept and not counted beside the one that counts already.

    Args:
        way: how it is about to be cast.
        counted: how the one that counts came.
        mode: what the ballots are in law.
        own: whether the elector casts it, and not a proxy.
        counted_own: whether the elector cast the one that counts.
    """
    if (own, _is_original(way, mode)) >= (counted_own, _is_original(counted, mode)):
        return None
    if own != counted_own:
        return SetAside.OWN_VOTE_BEFORE_PROXY
    return SetAside.SIGNED_PAPER_IS_THE_ORIGINAL


def _corrected(every: Iterable[CastBallot], good: Iterable[str]) -> set[str]:
    """What good ballots put right, along the whole chain of what those were to put right."""
    links = {b.id: b.corrects for b in every}
    found: set[str] = set()
    for one in good:
        at = links[one]
        while at is not None and at not in found:
            found.add(at)
            at = links.get(at)
    return found


def _ways(mode: RoundMode, *, phone_binds: bool) -> frozenset[Way]:
    if mode is RoundMode.OFFICIAL_IMPORT:
        return frozenset({Way.OFFICIAL})
    if mode is RoundMode.PAPER_LEDGER and not phone_binds:
        return frozenset({Way.PAPER})
    return frozenset({Way.PHONE, Way.PAPER})


def _refusal(ballot: CastBallot, window: Window, ways: frozenset[Way]) -> SetAside | None:
    if not window.takes(ballot.cast_at):
        return SetAside.OUT_OF_TIME
    if ballot.way not in ways:
        return SetAside.OTHER_WAY_DECIDES
    if ballot.struck:
        return SetAside.STRUCK_OUT
    if not ballot.confirmed:
        return SetAside.AWAITS_CONFIRMATION
    return None if ballot.proxy_stands else SetAside.PROXY_DOES_NOT_STAND


def _rank(ballot: CastBallot, mode: RoundMode) -> tuple[bool, bool, datetime, int, str]:
    return _own(ballot), _original(ballot, mode), ballot.cast_at, ballot.sequence, ballot.id


def _own(ballot: CastBallot) -> bool:
    return ballot.holder is None


def _original(ballot: CastBallot, mode: RoundMode) -> bool:
    return _is_original(ballot.way, mode)


def _is_original(way: Way, mode: RoundMode) -> bool:
    return mode is RoundMode.PAPER_LEDGER and way is Way.PAPER


def _why_it_lost(ballot: CastBallot, winner: CastBallot, mode: RoundMode) -> SetAside:
    if _own(winner) and not _own(ballot):
        return SetAside.OWN_VOTE_BEFORE_PROXY
    if _original(winner, mode) and not _original(ballot, mode):
        return SetAside.SIGNED_PAPER_IS_THE_ORIGINAL
    return SetAside.NEWER_BALLOT
