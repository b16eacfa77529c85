"""Routes of this context."""

from fastapi import APIRouter

from linli.community.routes import handbook, notices, places, projects, rosters

router = APIRouter()
for part in (places, rosters, projects, handbook, notices):
    router.include_router(part.router)
