"""How a round stands in law, and so which ways of voting it takes."""

from collections.abc import Iterable
from enum import StrEnum

from linli.deliberation.rules.ballots.decision_rule import Preset
from linli.deliberation.rules.broken import RuleBrokenError


class RoundMode(StrEnum):
    """What the ballots of a round are; its result page says which.

    Some cities require the housing bureau's own system for votes over the internet.
    """

    SURVEY = "survey"
    PAPER_LEDGER = "paper_ledger"  # the signed paper is the original, this is its ledger
    OFFICIAL_IMPORT = "official_import"  # the result of the bureau's system, imported


class Way(StrEnum):
    """How a ballot came in."""

    PHONE = "phone"
    PAPER = "paper"
    OFFICIAL = "official"


def refuse_decision_by_survey(mode: RoundMode, presets: Iterable[Preset]) -> None:
    """A survey asks, it never decides (Civil Code, art. 278 leaves decisions to the owners' vote).

    Raises:
        RuleBrokenError: ``survey_cannot_decide`` for a question with a deciding preset.
    """
    if mode is RoundMode.SURVEY and any(preset is not Preset.SURVEY for preset in presets):
        raise RuleBrokenError("survey_cannot_decide")
