"""Routes of this context."""

from fastapi import APIRouter

from linli.community.routes import (
    handbook,
    household_members,
    notices,
    places,
    projects,
    rosters,
    volunteer_groups,
)

router = APIRouter()
for part in (places, household_members, volunteer_groups, rosters, projects, handbook, notices):
    router.include_router(part.router)
