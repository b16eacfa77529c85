"""Reports to show before sending one's own: nearby, or of the same kind."""

from collections.abc import Iterable

from linli.deliberation.rules.feedback.report import Report
from linli.deliberation.rules.lifecycles.feedback import COUNTS_DAYS_OPEN

SHOWN = 5
NEAR_FLOORS = 2
SAME_FLOORS, SAME_STAIRWELL, SAME_BUILDING, ELSEWHERE = range(4)


def similar_reports(report: Report, others: Iterable[Report], shown: int = SHOWN) -> list[Report]:
    """Open reports most like this one, closest first, the same whatever their order.

    Of the same kind anywhere, or of any kind near by. Same kind goes first, then the nearer place,
    then fewer storeys between, then the newer. Answering each matter once in one place follows
    物业管理条例, art. 6: owners may ask and be answered.
    """
    open_ones = [o for o in others if o.id != report.id and o.state in COUNTS_DAYS_OPEN]
    alike = [o for o in open_ones if o.kind == report.kind or is_near(report, o)]
    return sorted(alike, key=lambda other: _closeness(report, other))[:shown]


def is_near(one: Report, other: Report) -> bool:
    """Whether both are in one stairwell, or may be: who reports need not say which it is."""
    return distance(one, other) < SAME_BUILDING


def may_be_joined(one: Report, other: Report) -> bool:
    """Whether somebody else than the reporter may say that both are the same matter."""
    both_outside = one.building is None and other.building is None
    return one.kind == other.kind and (both_outside or is_near(one, other))


def distance(one: Report, other: Report) -> int:
    """0 same stairwell within two storeys, 1 same stairwell, 2 same building, 3 elsewhere.

    Where one of the two names no stairwell, they are in the same one unless they are known to be
    more than two storeys apart.
    """
    if one.building is None or one.building != other.building:
        return ELSEWHERE
    storeys = _storeys_between(one, other)
    few = storeys is not None and storeys <= NEAR_FLOORS
    if one.stairwell is None or other.stairwell is None:
        return SAME_STAIRWELL if few or storeys is None else SAME_BUILDING
    if one.stairwell != other.stairwell:
        return SAME_BUILDING
    return SAME_FLOORS if few else SAME_STAIRWELL


def _closeness(report: Report, other: Report) -> tuple[bool, int, int, int, str]:
    storeys = _storeys_between(report, other) or 0
    newest_first = -other.reported_on.toordinal()
    return other.kind != report.kind, distance(report, other), storeys, newest_first, other.id


def _storeys_between(one: Report, other: Report) -> int | None:
    if one.floor is None or other.floor is None:
        return None
    return abs(one.floor - other.floor)
