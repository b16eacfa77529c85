"""Rounding that always adds up."""

from collections.abc import Mapping

from linli.deliberation.rules.broken import RuleBrokenError


def largest_remainder(net_fen: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Share ``net_fen`` by weight in whole fen, so that the shares add up to it exactly.

    Each share is first rounded down; the fen left over go one by one to the largest remainders,
    ties by household code (the method of largest remainder, Hare-Niemeyer). No share is more than
    one fen from its exact value, and a weight of 0 pays 0.

    Args:
        net_fen: what is shared, ≥ 0.
        weights: household code → integer weight ≥ 0.

    Raises:
        RuleBrokenError: ``nobody_pays`` when there is something to share and all weights are 0.
    """
    whole = sum(weights.values())
    if whole == 0:
        if net_fen:
            raise RuleBrokenError("nobody_pays", net_fen=net_fen)
        return dict.fromkeys(weights, 0)
    # Homes share few distinct weights, so each is divided once however many homes there are.
    divided = {weight: divmod(net_fen * weight, whole) for weight in set(weights.values())}
    shares = {code: divided[weight][0] for code, weight in weights.items()}
    left = net_fen - sum(shares.values())
    waiting = sorted(weights, key=lambda code: (-divided[weights[code]][1], code))
    for code in waiting[:left]:
        shares[code] += 1
    return shares
