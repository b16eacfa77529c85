"""Routes of this context."""

from fastapi import APIRouter

from linli.deliberation.routes import (
    ballots,
    comparison_lists,
    cost_plans,
    feedback,
    feedback_steps,
    proposals,
    representatives,
    sessions,
)

router = APIRouter()
for part in (
    ballots,
    comparison_lists,
    cost_plans,
    feedback,
    feedback_steps,
    proposals,
    representatives,
    sessions,
):
    router.include_router(part.router)
