"""Proposals, comments and amendments."""

from fastapi import APIRouter

from linli.deliberation.routes.proposals import amendments, comments, proposals

router = APIRouter(prefix="/communities/{community_id}")
for part in (proposals, comments, amendments):
    router.include_router(part.router)
