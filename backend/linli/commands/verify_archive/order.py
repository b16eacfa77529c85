"""That the entries are of this round, and stand in the order in which a round can happen.

The order is that of their places in the signed log: clocks are set, places are not.
"""

from linli.commands.verify_archive.frozen import Frozen
from linli.commands.verify_archive.log import Fact, Log
from linli.commands.verify_archive.opened import TamperedError

NOTICED = "the log's entry of the notice is missing"
OPENED = "the log's entry of the opening is missing"
CLOSED = "the log's entry of the closing is missing"


def check_order(log: Log, frozen: Frozen) -> None:
    """Noticed once, then opened once, then every ballot; no phone votes once it was closed.

    Raises:
        TamperedError: naming the first entry out of its place.
    """
    for fact in log.facts:
        _check_round(fact, str(frozen.notice["round"]))
    noticed = log.only("ballot_round.noticed", NOTICED)
    opened = log.only("ballot_round.opened", OPENED)
    closed = log.first("ballot_round.closed", CLOSED)
    if not noticed.seq < opened.seq < closed.seq:
        raise TamperedError("the round was not noticed, opened and closed in this order")
    cast, recorded = log.of_kind("ballot.cast"), log.of_kind("ballot.recorded")
    for fact in (*cast, *recorded):
        if fact.seq < opened.seq:
            raise TamperedError(f"entry {fact.seq}, a ballot, stands before the opening")
    for fact in cast:
        if fact.seq > closed.seq:
            raise TamperedError(f"entry {fact.seq}, a ballot by phone, stands after the closing")


def _check_round(fact: Fact, round_id: str) -> None:
    if fact.leaf["subject"] == f"ballot_round:{round_id}":
        return
    if fact.public.get("round") != round_id:
        raise TamperedError(f"entry {fact.seq} ({fact.kind}) is not of this round")
