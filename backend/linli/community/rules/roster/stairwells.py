"""Fills in stairwells that a roster leaves out, where there is only one answer."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
    a tenth of its rooms repeat, which tells of a second stairwell. The 3 of a room `3-301` in
    building 3 is a stairwell when other rooms of the building have other numbers there.
    Everything else is for a person.

    Args:
        rows: In any order; those with a stairwell, without a building or of shops are untouched.
        known: (building, stairwell) that exist already.
    """
    read = _with_prefixes_read(rows)
    named = _named(read, known)
    missing: defaultdict[str, list[RosterRow]] = defaultdict(list)
    for row in read:
        if _is_missing(row):
            missing[row.building or ""].append(row)
    answers = {name: _answer(named[name], of_building) for name, of_building in missing.items()}
    doubts = [
        doubt
        for name, of_building in missing.items()
        for doubt in _doubts(of_building, answers[name], assumed=not named[name])
    ]
    doubtful = {row.order for row, reason in doubts if reason is Reason.STAIRWELL_MISSING}
    settled = [row if row.order in doubtful else _settled(row, answers) for row in read]
    return SettledStairwells(settled, doubts)


def _named(
    rows: Iterable[RosterRow], known: Iterable[tuple[str, str]]
) -> defaultdict[str, set[str]]:
    named: defaultdict[str, set[str]] = defaultdict(set)
    for building, stairwell in known:
        named[building].add(stairwell)
    for row in rows:
        if row.building and row.stairwell:
            named[row.building].add(row.stairwell)
    return named


def _with_prefixes_read(rows: Sequence[RosterRow]) -> list[RosterRow]:
    prefixed = {
        row.building for row in rows if row.prefix is not None and row.prefix != row.building
    }
    return [
        _in_stairwell(row, row.prefix)
        if row.prefix and row.building in prefixed and _is_missing(row)
        else row
        for row in rows
    ]


def _is_missing(row: RosterRow) -> bool:
    return row.building is not None and row.stairwell is None and row.code is None


def _answer(named: set[str], rows: list[RosterRow]) -> str | None:
    if named:
        return next(iter(named)) if len(named) == 1 else None
    return None if _repeats_rooms(rows) else _ONLY


def _repeats_rooms(rows: list[RosterRow]) -> bool:
    rooms = Counter(row.number for row in rows if row.number and row.party is Party.OWNER)
    repeated = sum(times > 1 for times in rooms.values())
    return repeated > 1 and repeated * _ONE_IN >= len(rooms)


def _doubts(
    rows: list[RosterRow], answer: str | None, *, assumed: bool
) -> Iterator[tuple[RosterRow, Reason]]:
    if answer is not None and assumed:
        placed = [row for row in rows if row.number]
        yield from ((row, Reason.STAIRWELL_ASSUMED) for row in sorted(placed, key=_order)[:1])
    else:
        # A room 3-301 of building 3 may still mean stairwell 3.
        yield from (
            (row, Reason.STAIRWELL_MISSING)
            for row in rows
            if answer is None or row.prefix not in {None, answer}
        )


def _order(row: RosterRow) -> tuple[int, int]:
    return row.order


def _settled(row: RosterRow, answers: dict[str, str | None]) -> RosterRow:
    answer = answers.get(row.building or "") if _is_missing(row) else None
    return row if answer is None else _in_stairwell(row, answer)


def _in_stairwell(row: RosterRow, stairwell: str) -> RosterRow:
    if row.number is None:
        return row
    code = household_code(row.building, stairwell, row.number)
    return replace(row, stairwell=stairwell, code=code)
