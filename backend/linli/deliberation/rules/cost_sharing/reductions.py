"""Hardship reductions: always paid by a named source, never by the neighbours in silence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from linli.deliberation.rules.broken import RuleBrokenError


@dataclass(frozen=True, slots=True)
class Reduction:
    """An amount that a payer takes over from one home.

    Attributes:
        home: household code.
        amount_fen: what the home does not have to pay.
        payer: key of the source that pays instead.
    """

    home: str
    amount_fen: int
    payer: str


@dataclass(frozen=True, slots=True)
class Payments:
    """Who pays in the end; homes and payers together add up to the shares.

    Attributes:
        homes_fen: household code → fen.
        payers_fen: payer → fen taken over.
    """

    homes_fen: Mapping[str, int]
    payers_fen: Mapping[str, int]


def reduce(
    shares_fen: Mapping[str, int], reductions: Iterable[Reduction], payers_fen: Mapping[str, int]
) -> Payments:
    """Take reductions over to their payers, leaving every other home as it was.

    Exemption from a common charge is a decision of the owners with a payer, since none may shed
    a duty onto others alone (Civil Code, art. 273).

    Args:
        shares_fen: household code → share.
        reductions: what is taken over, in any order.
        payers_fen: payer → the most it gives.

    Raises:
        RuleBrokenError: ``reduction_not_positive``, ``reduction_of_stranger``,
            ``reduction_without_payer``, ``reduction_exceeds_share``, ``payer_exhausted``.
    """
    homes, left = dict(shares_fen), dict(payers_fen)
    for one in reductions:
        _check(one, homes, left)
        homes[one.home] -= one.amount_fen
        left[one.payer] -= one.amount_fen
    _refuse_negative("reduction_exceeds_share", homes)
    _refuse_negative("payer_exhausted", left)
    return Payments(homes, {payer: payers_fen[payer] - rest for payer, rest in left.items()})


def _check(one: Reduction, homes: Mapping[str, int], payers: Mapping[str, int]) -> None:
    if one.amount_fen <= 0:
        raise RuleBrokenError("reduction_not_positive", home=one.home)
    if one.home not in homes:
        raise RuleBrokenError("reduction_of_stranger", home=one.home)
    if one.payer not in payers:
        raise RuleBrokenError("reduction_without_payer", home=one.home)


def _refuse_negative(code: str, fen: Mapping[str, int]) -> None:
    below = sorted(key for key, amount in fen.items() if amount < 0)
    if below:
        raise RuleBrokenError(code, keys=below)
