"""Routes of this context."""

from fastapi import APIRouter

from linli.deliberation.routes import (
    action_items,
    ballots,
    comparison_lists,
    cost_plans,
    feedback,
    feedback_steps,
    proposals,
    representatives,
    session_agenda,
    session_minutes,
    session_room,
    sessions,
)

router = APIRouter()
for part in (
    action_items,
    ballots,
    comparison_lists,
    cost_plans,
    feedback,
    feedback_steps,
    proposals,
    representatives,
    session_agenda,
    session_minutes,
    session_room,
    sessions,
):
    router.include_router(part.router)
