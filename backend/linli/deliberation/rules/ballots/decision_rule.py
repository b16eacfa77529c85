"""Decision rules are data: rows of basis × numerator × denominator × strict."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from linli.deliberation.rules.ballots.weight import Basis
from linli.deliberation.rules.broken import RuleBrokenError


@dataclass(frozen=True, slots=True)
class Threshold:
    """A part of a whole that must be reached, or exceeded when ``strict``.

    「以上」 includes the number and 「过半」 does not (Civil Code, art. 1259).
    """

    basis: Basis
    numerator: int
    denominator: int
    strict: bool

    def met_by(self, part: int, whole: int) -> bool:
        """Whether ``part`` reaches the threshold of ``whole``; a whole of nothing is never met."""
        if whole <= 0:
            return False
        have, need = part * self.denominator, whole * self.numerator
        return have > need if self.strict else have >= need

    def least(self, whole: int) -> int:
        """The smallest part of ``whole`` that meets the threshold."""
        if self.strict:
            return whole * self.numerator // self.denominator + 1
        return -(-whole * self.numerator // self.denominator)


@dataclass(frozen=True, slots=True)
class DecisionRule:
    """Thresholds of participation (of all electors) and of approval (of participants).

    Without approval thresholds the result is reported only and never called a decision.
    """

    participation: tuple[Threshold, ...]
    approval: tuple[Threshold, ...]

    @property
    def decides(self) -> bool:
        """Whether the rule can make a legal decision at all."""
        return bool(self.approval)


class Preset(StrEnum):
    """The named rules of Civil Code, art. 278, and a survey that decides nothing."""

    ORDINARY = "ordinary"
    SPECIAL = "special"
    SURVEY = "survey"


def on_both(numerator: int, denominator: int, *, strict: bool) -> tuple[Threshold, ...]:
    """The same threshold on heads and on area."""
    return tuple(Threshold(basis, numerator, denominator, strict) for basis in Basis)


TWO_THIRDS_TAKE_PART = on_both(2, 3, strict=False)

PRESETS: Mapping[Preset, DecisionRule] = MappingProxyType(
    {
        # Art. 278 (2), last sentence: items 1-5 and 9.
        Preset.ORDINARY: DecisionRule(TWO_THIRDS_TAKE_PART, on_both(1, 2, strict=True)),
        # Art. 278 (2), second sentence: items 6-8.
        Preset.SPECIAL: DecisionRule(TWO_THIRDS_TAKE_PART, on_both(3, 4, strict=False)),
        Preset.SURVEY: DecisionRule((), ()),
    }
)

Row = dict[str, str]


def rows_of(rule: DecisionRule) -> list[Row]:
    """The rule as rows of strings, as it is stored, frozen and published."""
    both = (("participation", rule.participation), ("approval", rule.approval))
    return [
        {
            "of": of,
            "basis": threshold.basis.value,
            "numerator": str(threshold.numerator),
            "denominator": str(threshold.denominator),
            "strict": "true" if threshold.strict else "false",
        }
        for of, thresholds in both
        for threshold in thresholds
    ]


def rule_of(rows: Iterable[Mapping[str, str]]) -> DecisionRule:
    """Read what ``rows_of`` wrote.

    Raises:
        RuleBrokenError: ``threshold_out_of_range`` unless 0 < numerator ≤ denominator, and a
            strict threshold below the whole, which nothing could exceed.
    """
    found: dict[str, list[Threshold]] = {"participation": [], "approval": []}
    for row in rows:
        found[row["of"]].append(_threshold_of(row))
    return DecisionRule(tuple(found["participation"]), tuple(found["approval"]))


def _threshold_of(row: Mapping[str, str]) -> Threshold:
    numerator, denominator = int(row["numerator"]), int(row["denominator"])
    strict = row["strict"] == "true"
    if not 0 < numerator <= denominator - strict:
        raise RuleBrokenError(
            "threshold_out_of_range", numerator=numerator, denominator=denominator
        )
    return Threshold(Basis(row["basis"]), numerator, denominator, strict)
