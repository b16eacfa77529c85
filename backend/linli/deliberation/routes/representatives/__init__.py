"""Representatives: their elections, their mandates, and who speaks for whom."""

from fastapi import APIRouter

from linli.deliberation.routes.representatives import ballots, elections, mandates, neighbours

router = APIRouter(prefix="/communities/{community_id}")
for part in (elections, neighbours, ballots, mandates):
    router.include_router(part.router)
