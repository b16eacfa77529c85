"""Routes of this context."""

from fastapi import APIRouter

from linli.care.routes import canvasses, door_visits, grievances, today

router = APIRouter()
for part in (canvasses, door_visits, grievances, today):
    router.include_router(part.router)
