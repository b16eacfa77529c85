"""Fills in stairwells that a roster leaves out, where there is only one answer."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.row import Party, RosterRow, household_code

_ONLY = "1"
_ONE_IN = 10


class SettledStairwells(NamedTuple):
    """Rows with their stairwells, and the rows where the stairwell is in doubt or assumed."""

    rows: list[RosterRow]
    doubts: list[tuple[RosterRow, Reason]]


def settle_stairwells(
    rows: Sequence[RosterRow], known: Iterable[tuple[str, str]] = ()
) -> SettledStairwells:
    """Give every row without a stairwell the only one its building has.

    A building has the stairwells that other rows name and those already known. Where none is
    named at all, it is taken to have one, `1`, and the first of its rows carries a warning; unless
    a tenth of its rooms repeat, which tells of a second stairwell. Everything else is for a person.

    Args:
        rows: In any order; those with a stairwell, without a building or of shops are untouched.
        known: (building, stairwell) that exist already.
    """
    named: defaultdict[str, set[str]] = defaultdict(set)
    open_rows: defaultdict[str, list[RosterRow]] = defaultdict(list)
    for building, stairwell in known:
        named[building].add(stairwell)
    for row in rows:
        if row.building and row.stairwell:
            named[row.building].add(row.stairwell)
        elif _is_open(row):
            open_rows[row.building or ""].append(row)
    answers = {building: _answer(named[building], rows) for building, rows in open_rows.items()}
    doubts = [
        doubt
        for building, answer in answers.items()
        for doubt in _doubts(open_rows[building], named[building], answer)
    ]
    return SettledStairwells([_settled(row, answers) for row in rows], doubts)


def _is_open(row: RosterRow) -> bool:
    return row.building is not None and row.stairwell is None and row.code is None


def _answer(named: set[str], rows: list[RosterRow]) -> str | None:
    if named:
        return next(iter(named)) if len(named) == 1 else None
    return None if _repeats_rooms(rows) else _ONLY


def _repeats_rooms(rows: list[RosterRow]) -> bool:
    rooms = Counter(row.number for row in rows if row.number and row.party is Party.OWNER)
    repeated = sum(times > 1 for times in rooms.values())
    return repeated > 1 and repeated * _ONE_IN >= len(rooms)


def _fits(row: RosterRow, answer: str | None) -> bool:
    """A room 3-301 of building 3 may mean stairwell 3, so only stairwell 3 is beyond doubt."""
    return answer is not None and row.prefix in {None, answer}


def _order(row: RosterRow) -> tuple[int, int]:
    return row.order


def _doubts(
    rows: list[RosterRow], named: set[str], answer: str | None
) -> Iterable[tuple[RosterRow, Reason]]:
    if not named and answer is not None:
        settled = [row for row in rows if row.number]
        yield from ((row, Reason.STAIRWELL_ASSUMED) for row in sorted(settled, key=_order)[:1])
    elif named or answer is None:
        for row in rows:
            if not _fits(row, answer):
                yield row, Reason.STAIRWELL_MISSING


def _settled(row: RosterRow, answers: dict[str, str | None]) -> RosterRow:
    if not _is_open(row):
        return row
    answer = answers[row.building or ""]
    if answer is None or row.number is None:
        return row
    return replace(row, stairwell=answer, code=household_code(row.building, answer, row.number))
