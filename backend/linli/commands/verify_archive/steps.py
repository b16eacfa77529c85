"""That the round's steps follow one another as they can, up to where the archive ends."""

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

    Raises:
        TamperedError: naming the first step or entry that cannot follow, a count that was taken
            back, or a result that became final over an objection.
    """
    closed = log.first("ballot_round.closed", "the log's entry of the closing is missing")
    state = "closed"
    unanswered: dict[str, int] = {}
    for fact in log.facts:
        _hear(fact, unanswered)
        if fact.seq <= closed.seq:
            continue
        state = _after(fact, state)
        if state == "final" and unanswered:
            at = min(unanswered.values())
            raise TamperedError(f"the result became final, but entry {at}, an objection, waited")
    if state in TAKES_ENTRIES:
        raise TamperedError("the round was to be counted, and the entry of that count is missing")
    return state


def _after(fact: Fact, state: str) -> str:
    table, _, verb = fact.kind.removeprefix("deliberation.").partition(".")
    if table == "ballot_round":
        if verb not in FOLLOWS[state]:
            raise TamperedError(f"entry {fact.seq} says {verb}, which cannot follow {state}")
        return verb
    if table not in ANY_TIME and state not in TAKES_ENTRIES:
        raise TamperedError(f"entry {fact.seq} ({fact.kind}) cannot follow {state}")
    return state


def _hear(fact: Fact, unanswered: dict[str, int]) -> None:
    if fact.kind == "deliberation.objection.raised":
        unanswered[fact.subject] = fact.seq
    if fact.kind == "deliberation.objection_answer.made":
        unanswered.pop(str(fact.public["objection"]), None)
