"""A whole cost plan: several costs, each shared by its own households, and reductions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.cost_sharing.cost import Cost
from linli.deliberation.rules.cost_sharing.reductions import Payments, Reduction, reduce
from linli.deliberation.rules.cost_sharing.shares import Shares, share


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to pay for a project.

    Attributes:
        costs: one for each lift or stairwell; a home may stand in several.
        reductions: hardship reductions.
        payers_fen: payer of reductions → the most it gives, in fen.
    """

    costs: tuple[Cost, ...]
    reductions: tuple[Reduction, ...] = ()
    payers_fen: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Computed:
    """A scheme worked out.

    Attributes:
        shares: per cost, in the order of the scheme.
        shares_fen: household code → sum of its shares.
        payments: what homes and payers pay after reductions.
    """

    shares: tuple[Shares, ...]
    shares_fen: Mapping[str, int]
    payments: Payments


def compute(scheme: Scheme) -> Computed:
    """Work a scheme out; homes and payers add up to all nets exactly (Civil Code, art. 283).

    Raises:
        RuleBrokenError: ``scope_twice``, or as ``share`` and ``reduce``.
    """
    scopes = [cost.scope for cost in scheme.costs]
    if len(set(scopes)) != len(scopes):
        raise RuleBrokenError("scope_twice")
    shares = tuple(share(cost) for cost in scheme.costs)
    shares_fen: dict[str, int] = {}
    for one in shares:
        for code, fen in one.fen.items():
            shares_fen[code] = shares_fen.get(code, 0) + fen
    payments = reduce(shares_fen, scheme.reductions, scheme.payers_fen)
    return Computed(shares, shares_fen, payments)
