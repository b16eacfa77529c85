"""Whose ballots were brought with proof and did not come back."""

from collections.abc import Collection

from linli.commands.verify_archive.frozen import Frozen
from linli.commands.verify_archive.log import Log
from linli.commands.verify_archive.opened import Opened, TamperedError, digest

FILE = "unreturned.json"


def unreturned(archive: Opened, log: Log, frozen: Frozen, returned: Collection[str]) -> set[str]:
    """Electors whose ballot was brought with proof and who returned none, by their codes.

    Whoever brought a ballot knows its door and its entry in the log. So entries bear the code of
    the paper, and the count commits to a list of the archive's codes. Rounds that opened before
    name the elector in each entry.

    Raises:
        TamperedError: when the list is not the one that was recorded, or cannot be.
    """
    counting = log.last("ballot_round.counted", "the log's entry of the count is missing")
    recorded = counting.public.get("unreturned")
    brought = _brought(log, "elector" if recorded is None else "paper")
    if recorded is None:
        return brought
    listed = archive.document(FILE)
    if digest(listed) != recorded:
        raise TamperedError(f"{FILE} is not the list that was recorded when it was counted")
    electors = {str(one) for one in listed["electors"]}
    if not electors <= set(frozen.areas) - set(returned) or len(electors) > len(brought):
        raise TamperedError(f"{FILE} names electors whose ballots were not brought or came back")
    return electors


def _brought(log: Log, named_by: str) -> set[str]:
    found = set()
    for fact in log.of_kind("ballot_delivery.made"):
        if fact.private is None:
            raise TamperedError(f"entry {fact.seq}, a delivery, is not opened")
        if fact.private["proven"] == "true":
            found.add(str(fact.private[named_by]))
    return found
