"""That the round's steps follow one another as they can, up to where the archive ends."""

from dataclasses import dataclass, field

from linli.commands.verify_archive.log import Fact, Log
from linli.commands.verify_archive.opened import TamperedError

FOLLOWS = {
    "closed": {"counted", "annulled"},
    "counted": {"published", "annulled"},
    "published": {"recounted", "final", "annulled"},
    "recounted": {"counted", "annulled"},
    "final": {"unsettled"},
    "unsettled": {"unsettled"},
    "annulled": set[str](),
}
"""What may come after which step, from the closing on."""
TAKES_ENTRIES = {"closed", "recounted"}
"""After these paper, confirmations, deliveries and official figures are still recorded."""
ANY_TIME = ("objection", "objection_answer")


def check_steps(log: Log) -> str:
    """The last step of the round that the archive shows, such as ``published``.

    The archive of a round from before entries were numbered has no objections to judge by.

    Raises:
        TamperedError: naming the first step or entry that cannot follow, a count that was taken
            back, a recount that no upheld objection asked for, or a result that became final over
            an objection.
    """
    closed = log.first("ballot_round.closed", "the log's entry of the closing is missing")
    state = "closed"
    objections = _Objections() if log.numbered else None
    for fact in log.facts:
        if objections:
            objections.hear(fact)
        if fact.seq > closed.seq:
            state = _after(fact, state)
    if state in TAKES_ENTRIES:
        raise TamperedError("the round was to be counted, and the entry of that count is missing")
    return state


@dataclass
class _Objections:
    """What was objected so far.

    Attributes:
        waiting: objection without an answer → the number of its entry in the log.
        upheld: entry of the last answer that upheld one since the round was counted.
    """

    waiting: dict[str, int] = field(default_factory=dict)
    upheld: int | None = None

    def hear(self, fact: Fact) -> None:
        """Take in one entry of the log.

        Raises:
            TamperedError: a step of the round that the objections before it do not let happen.
        """
        match fact.kind.removeprefix("deliberation."):
            case "objection.raised":
                self.waiting[fact.subject] = fact.seq
            case "objection_answer.made":
                self.waiting.pop(str(fact.public["objection"]), None)
                if fact.public["upheld"] == "true":
                    self.upheld = fact.seq
            case "ballot_round.counted":
                self.upheld = None
            case "ballot_round.recounted" if self.upheld is None:
                raise TamperedError(
                    f"entry {fact.seq} has the round counted again, and no objection was upheld"
                )
            case "ballot_round.final":
                self._must_be_settled()

    def _must_be_settled(self) -> None:
        if self.waiting:
            at = min(self.waiting.values())
            raise TamperedError(f"the result became final, but entry {at}, an objection, waited")
        if self.upheld is not None:
            raise TamperedError(
                f"the result became final, but entry {self.upheld} upheld an objection to it"
            )


def _after(fact: Fact, state: str) -> str:
    table, _, verb = fact.kind.removeprefix("deliberation.").partition(".")
    if table == "ballot_round":
        if verb not in FOLLOWS[state]:
            raise TamperedError(f"entry {fact.seq} says {verb}, which cannot follow {state}")
        return verb
    if table not in ANY_TIME and state not in TAKES_ENTRIES:
        raise TamperedError(f"entry {fact.seq} ({fact.kind}) cannot follow {state}")
    return state
