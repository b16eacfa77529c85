"""Routes of this context."""

from fastapi import APIRouter

from linli.care.routes import (
    assignments,
    assistance_visits,
    canvasses,
    care_tasks,
    door_visits,
    grievances,
    lift_stoppages,
    need_suggestions,
    needs,
    own_record,
    register,
    today,
)

router = APIRouter()
for part in (canvasses, assignments, door_visits, grievances, today):
    router.include_router(part.router)
for part in (
    needs,
    own_record,
    need_suggestions,
    register,
    care_tasks,
    assistance_visits,
    lift_stoppages,
):
    router.include_router(part.router)
