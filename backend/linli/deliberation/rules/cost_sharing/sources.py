"""What others pay before the households do."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from linli.deliberation.rules.broken import RuleBrokenError


class SourceKind(StrEnum):
    """Where money comes from.

    Common revenue belongs to all owners (Civil Code, art. 282); the maintenance fund is used only
    by their decision (Civil Code, art. 281).
    """

    POLICY_SUBSIDY = "policy_subsidy"
    COMMON_REVENUE = "common_revenue"
    MAINTENANCE_FUND = "maintenance_fund"
    OTHER = "other"


_ORDER = list(SourceKind)


@dataclass(frozen=True, slots=True)
class Source:
    """An amount in fen that a source pays towards one cost."""

    kind: SourceKind
    amount_fen: int


@dataclass(frozen=True, slots=True)
class Net:
    """What is left for the households.

    Attributes:
        total_fen: the cost.
        taken: sources in the order they are taken: subsidy, common revenue, fund, other.
        net_fen: the cost less all sources; never negative.
    """

    total_fen: int
    taken: tuple[Source, ...]
    net_fen: int


def net_of(total_fen: int, sources: Sequence[Source]) -> Net:
    """Take every source from the cost (Civil Code, arts 281-283: what remains, owners share).

    Raises:
        RuleBrokenError: ``total_not_positive``, ``source_not_positive``, or
            ``source_exceeds_rest`` with the kind and the fen that were left.
    """
    if total_fen <= 0:
        raise RuleBrokenError("total_not_positive", total_fen=total_fen)
    left = total_fen
    taken = tuple(sorted(sources, key=lambda source: _ORDER.index(source.kind)))
    for source in taken:
        left = _take(source, left)
    return Net(total_fen, taken, left)


def _take(source: Source, left_fen: int) -> int:
    if source.amount_fen <= 0:
        raise RuleBrokenError("source_not_positive", kind=source.kind.value)
    if source.amount_fen > left_fen:
        raise RuleBrokenError("source_exceeds_rest", kind=source.kind.value, left_fen=left_fen)
    return left_fen - source.amount_fen
