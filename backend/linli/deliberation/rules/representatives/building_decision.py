"""How a building's assembly appoints or recalls its representative."""

from linli.deliberation.rules.ballots.decision_rule import DecisionRule, Threshold
from linli.deliberation.rules.ballots.weight import Basis

_MORE_THAN_HALF = (Threshold(Basis.HEADS, 1, 2, strict=True),)

BUILDING_ASSEMBLY = DecisionRule(_MORE_THAN_HALF, _MORE_THAN_HALF)
"""One voice a household: more than half take part, more than half of those agree.

Source: 城市居民委员会组织法 (2018 text), arts 9 and 10; a local lawyer confirms it before real use.
"""
