"""Routes of this context."""

from fastapi import APIRouter

from linli.community.routes import handbook, notices, places, projects

router = APIRouter()
for part in (places, projects, handbook, notices):
    router.include_router(part.router)
