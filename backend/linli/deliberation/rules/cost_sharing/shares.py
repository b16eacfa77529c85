"""One cost shared among its households."""

from collections.abc import Mapping
from dataclasses import dataclass

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.cost_sharing.cost import Cost, Method
from linli.deliberation.rules.cost_sharing.largest_remainder import largest_remainder
from linli.deliberation.rules.cost_sharing.manual import by_table
from linli.deliberation.rules.cost_sharing.sources import Net, net_of
from linli.deliberation.rules.cost_sharing.weights import WEIGHTS


@dataclass(frozen=True, slots=True)
class Shares:
    """What each household of one cost has to bear.

    Attributes:
        cost: what was shared.
        net: the cost less its sources.
        weights: household code → integer weight; exact share = net × weight / Σ weights.
        fen: household code → share in fen; adds up to the net exactly.
    """

    cost: Cost
    net: Net
    weights: Mapping[str, int]
    fen: Mapping[str, int]


def share(cost: Cost) -> Shares:
    """Share a cost among its own households and no others (Civil Code, art. 283).

    Raises:
        RuleBrokenError: ``home_twice``, or as ``net_of``, the method and ``largest_remainder``.
    """
    codes = {home.code for home in cost.homes}
    if len(codes) != len(cost.homes):
        raise RuleBrokenError("home_twice", scope=cost.scope)
    net = net_of(cost.total_fen, cost.sources)
    if cost.method is Method.MANUAL:
        table = by_table(cost, net.net_fen)
        return Shares(cost, net, table, table)
    weights = WEIGHTS[cost.method](cost)
    return Shares(cost, net, weights, largest_remainder(net.net_fen, weights))
