"""That no entry of the round is left out, by the numbers that the entries carry in their leaves."""

from linli.commands.verify_archive.frozen import Frozen
from linli.commands.verify_archive.log import Fact, Log
from linli.commands.verify_archive.opened import TamperedError

SHOWN = 10
"""How many missing numbers are named before it is only said that there are more."""


def check_numbers(log: Log, frozen: Frozen) -> bool:
    """Whether the entries are numbered; then they are 1, 2, 3 … up to the last one.

    The entries are in the order of the log.

    Raises:
        TamperedError: naming the numbers that are missing, or what is numbered wrongly.
    """
    if not log.numbered:
        return False
    series = f"ballot_round:{frozen.notice['round']}"
    missing: list[int] = []
    last = 0
    for fact in log.facts:
        number = _number(fact, series)
        if number <= last:
            raise TamperedError(
                f"entry {fact.seq} ({fact.kind}) is number {number} of this round, "
                f"but number {last} stands before it"
            )
        missing += range(last + 1, min(number, last + 2 + SHOWN))
        last = number
    if missing:
        raise TamperedError(_left_out(missing))
    return True


def _number(fact: Fact, series: str) -> int:
    if fact.leaf.get("series") != series or "number" not in fact.leaf:
        raise TamperedError(
            f"entry {fact.seq} ({fact.kind}) carries no number of this round, as others do"
        )
    return int(fact.leaf["number"])


def _left_out(missing: list[int]) -> str:
    if len(missing) == 1:
        return (
            f"entry number {missing[0]} of this round is missing: it was recorded and is left out"
        )
    named = ", ".join(map(str, missing[:SHOWN])) + (" …" if len(missing) > SHOWN else "")
    return f"entries number {named} of this round are missing: they were recorded and are left out"
