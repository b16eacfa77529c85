"""Every table of this context, part by part."""

from linli.deliberation.models import (
    ballots,
    comparison_lists,
    cost_plans,
    feedback,
    proposals,
    representatives,
    session_outcome,
    session_room,
    sessions,
)

PARTS = (
    ballots,
    comparison_lists,
    cost_plans,
    feedback,
    proposals,
    representatives,
    session_outcome,
    session_room,
    sessions,
)
