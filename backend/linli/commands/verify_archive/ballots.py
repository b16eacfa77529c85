"""Which ballots count, found again from the log alone, and what they answer."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from linli.commands.verify_archive.corrections import corrected
from linli.commands.verify_archive.frozen import Frozen
from linli.commands.verify_archive.log import Fact, Log
from linli.commands.verify_archive.opened import (
    Document,
    Opened,
    TamperedError,
    Tell,
    canonical,
    commitment,
    digest,
)

PART = 50_000


@dataclass(frozen=True)
class Ballot:
    """One ballot as the log committed to it."""

    id: str
    seq: int
    said: Document

    @property
    def elector(self) -> str:
        """The elector's code."""
        return str(self.said["elector"])

    @property
    def at(self) -> datetime:
        """When it came in."""
        return datetime.fromisoformat(self.said["cast_at"])


@dataclass(frozen=True)
class Returned:
    """What came of the ballots.

    Attributes:
        answers: elector's code → the answers of the ballot that counts.
        late: how many of these are papers that were recorded after a result had been published.
    """

    answers: dict[str, Document]
    late: int = 0


def read_ballots(archive: Opened, log: Log, frozen: Frozen, tell: Tell) -> Returned:
    """The ballots that count.

    Raises:
        TamperedError: naming the ballot.
    """
    every = [_ballot(fact, frozen) for fact in _recorded(log)]
    _check_complete(every, log)
    counted = counted_ballots(every, log, frozen)
    found: dict[str, Document] = {}
    expected = {ballot.id: ballot for ballot in counted.values()}
    for line in archive.lines("ballots.jsonl"):
        ballot = expected.pop(str(line.get("ballot")), None)
        if ballot is None:
            raise TamperedError(f"ballot {line.get('ballot')} stands there but does not count")
        found[ballot.elector] = _answers(line, ballot, frozen)
        if len(found) % PART == 0:
            tell(f"{len(found)} ballots are as they were cast")
    if expected:
        raise TamperedError(f"ballot {min(expected)} counts, but its answers are missing")
    return Returned(found, _late(counted.values(), log))


def _late(counted: Iterable[Ballot], log: Log) -> int:
    published = [fact.seq for fact in log.of_kind("ballot_round.published")]
    return sum(1 for ballot in counted if published and ballot.seq > published[0])


def _recorded(log: Log) -> list[Fact]:
    return log.of_kind("ballot.cast") + log.of_kind("ballot.recorded")


def _ballot(fact: Fact, frozen: Frozen) -> Ballot:
    if fact.private is None:
        raise TamperedError(f"entry {fact.seq}, a ballot, is not opened")
    ballot = Ballot(fact.subject, fact.seq, fact.private)
    if ballot.elector not in frozen.areas:
        raise TamperedError(f"ballot {ballot.id} belongs to nobody in the electorate")
    return ballot


def _check_complete(every: list[Ballot], log: Log) -> None:
    counting = log.last("ballot_round.counted", "the log's entry of the count is missing").public
    ids = sorted(ballot.id for ballot in every)
    if len(ids) != int(counting["ballots"]):
        change = "removed" if len(ids) < int(counting["ballots"]) else "added"
        raise TamperedError(
            f"a ballot was {change}: {len(ids)} stand in the archive, "
            f"{counting['ballots']} had come in"
        )
    if digest(ids) != counting["ballots_digest"]:
        raise TamperedError("the ballots are not those that had come in")


def counted_ballots(every: list[Ballot], log: Log, frozen: Frozen) -> dict[str, Ballot]:
    """Elector's code → the ballot that counts.

    Good is what came in time, by a way that decides, was confirmed and not struck out, stands under
    a standing proxy and was not corrected. Of these the elector's own goes first, then signed paper
    in a paper ledger, then the newest.
    """
    confirmed = {fact.public["ballot"] for fact in log.of_kind("ballot.confirmed")}
    struck = _struck_out(log)
    standing = _standing_proxies(log, int(frozen.notice["profile"]["proxy_limit"]))
    good = [
        ballot
        for ballot in every
        if _in_time(ballot, frozen)
        and ballot.said["way"] in _ways(frozen)
        and (ballot.said["way"] != "paper" or ballot.id in confirmed)
        and ballot.id not in struck
        and ballot.said.get("proxy") in {None, *standing}
    ]
    replaced = corrected(((one.id, one.said) for one in every), (one.id for one in good))
    rivals: defaultdict[str, list[Ballot]] = defaultdict(list)
    for ballot in good:
        if ballot.id not in replaced:
            rivals[ballot.elector].append(ballot)
    ledger = frozen.notice["mode"] == "paper_ledger"

    def rank(ballot: Ballot) -> tuple[bool, bool, datetime, int, str]:
        original = ledger and ballot.said["way"] == "paper"
        own = "proxy" not in ballot.said
        return own, original, ballot.at, int(ballot.said["sequence"]), ballot.id

    return {elector: max(ballots, key=rank) for elector, ballots in rivals.items()}


def _struck_out(log: Log) -> set[str]:
    """Papers that two people struck out."""
    asked = {fact.public["ballot"]: fact.actor for fact in log.of_kind("ballot_strike.made")}
    struck = set()
    for fact in log.of_kind("ballot_strike_agreement.made"):
        ballot = str(fact.public["ballot"])
        if asked.get(ballot) in {None, fact.actor}:
            raise TamperedError(f"entry {fact.seq} strikes out ballot {ballot} without two people")
        struck.add(ballot)
    return struck


def _in_time(ballot: Ballot, frozen: Frozen) -> bool:
    opens = datetime.fromisoformat(frozen.notice["opens_at"])
    return opens <= ballot.at < datetime.fromisoformat(frozen.notice["closes_at"])


def _ways(frozen: Frozen) -> set[str]:
    if frozen.notice["mode"] == "official_import":
        return set()
    binds = frozen.notice["profile"]["phone_binds"] == "true"
    return (
        {"paper"} if frozen.notice["mode"] == "paper_ledger" and not binds else {"paper", "phone"}
    )


def _standing_proxies(log: Log, limit: int) -> set[str]:
    """Each elector's newest authorization, unless revoked; of a holder's, those in the limit."""
    revoked = {fact.public["authorization"] for fact in log.of_kind("proxy_revocation.made")}
    newest: dict[str, tuple[int, str, str]] = {}
    for fact in log.of_kind("proxy_authorization.made"):
        if fact.private is None:
            raise TamperedError(f"entry {fact.seq}, a proxy, is not opened")
        one = int(fact.private["sequence"]), fact.subject, str(fact.private["holder"])
        newest[fact.private["elector"]] = max(newest.get(fact.private["elector"], one), one)
    carried: defaultdict[str, int] = defaultdict(int)
    standing = set()
    for _, subject, holder in sorted(newest.values()):
        if subject in revoked:
            continue
        carried[holder] += 1
        if carried[holder] <= limit:
            standing.add(subject)
    return standing


def _answers(line: Document, ballot: Ballot, frozen: Frozen) -> Document:
    try:
        answers: Document = line["answers"]
        made = commitment(line["salt"], canonical(answers))
    except (KeyError, ValueError, TypeError) as error:
        raise TamperedError(f"ballot {ballot.id} cannot be read") from error
    if made != ballot.said["answers"]:
        raise TamperedError(f"the answers of ballot {ballot.id} were changed")
    if set(answers) != {question["question"] for question in frozen.questions}:
        raise TamperedError(f"ballot {ballot.id} does not answer every question")
    return answers
