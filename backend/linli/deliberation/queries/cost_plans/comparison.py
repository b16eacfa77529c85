"""Two schemes of one plan side by side."""

from collections import defaultdict
from uuid import UUID

from linli.deliberation.queries.cost_plans.homes import homes_then
from linli.deliberation.queries.cost_plans.schemes import find_version
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.cost_sharing.comparison import Comparison, Difference, compare
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import Problem

LONGEST = 20
"""So many gains and losses are named; all others stand in the storeys."""


async def compare_schemes(tx: Tx, actor: Actor, before_id: UUID, after_id: UUID) -> Row:
    """Who gains and who loses when the second scheme takes the place of the first.

    Raises:
        Problem: 404 ``not_found``; 409 ``schemes_of_different_homes``.
    """
    before, floors = await _shares(tx, actor, before_id)
    after, _ = await _shares(tx, actor, after_id)
    try:
        found = compare(before, after)
    except RuleBrokenError as broken:
        raise Problem(409, "schemes_of_different_homes") from broken
    return {
        "before": before_id,
        "after": after_id,
        "gain": len(found.gain),
        "lose": len(found.lose),
        "same": found.same,
        "gain_most": [_told(one) for one in found.gain[:LONGEST]],
        "lose_most": [_told(one) for one in found.lose[:LONGEST]],
        "floors": _by_floor(found, floors),
    }


async def _shares(tx: Tx, actor: Actor, scheme_id: UUID) -> tuple[dict[str, int], dict[str, int]]:
    """Code → share and code → floor, over all scopes."""
    version = await find_version(tx, actor, scheme_id)
    shares: dict[str, int] = {}
    floors: dict[str, int] = {}
    for place in await homes_then(tx, version["version_id"]):
        for home in place.homes:
            shares[home["code"]] = shares.get(home["code"], 0) + home["fen"]
            floors[home["code"]] = home["floor"]
    return shares, floors


def _told(one: Difference) -> Row:
    return {"code": one.code, "before": one.before, "after": one.after}


def _by_floor(found: Comparison, floors: dict[str, int]) -> list[Row]:
    homes: defaultdict[int, int] = defaultdict(int)
    for floor in floors.values():
        homes[floor] += 1
    changes: defaultdict[int, list[int]] = defaultdict(list)
    for one in (*found.gain, *found.lose):
        changes[floors[one.code]].append(one.change)
    return [_floor(floor, homes[floor], changes[floor]) for floor in sorted(homes, reverse=True)]


def _floor(floor: int, homes: int, changes: list[int]) -> Row:
    every = [*changes, 0] if len(changes) < homes else changes
    return {
        "floor": floor,
        "homes": homes,
        "gain": sum(change < 0 for change in changes),
        "lose": sum(change > 0 for change in changes),
        "least_change": min(every),
        "most_change": max(every),
    }
