"""What may be done in this context, part by part."""

from linli.deliberation.permissions import (
    ballots,
    comparison_lists,
    cost_plans,
    feedback,
    proposals,
    representatives,
    sessions,
)

PARTS = (
    ballots,
    comparison_lists,
    cost_plans,
    feedback,
    proposals,
    representatives,
    sessions,
)
