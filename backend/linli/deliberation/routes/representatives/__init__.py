"""Representatives: their elections, their mandates, and who speaks for whom."""

from fastapi import APIRouter

from linli.deliberation.routes.representatives import (
    ballots,
    elections,
    mandates,
    messages,
    neighbours,
)

router = APIRouter(prefix="/communities/{community_id}")
for part in (elections, neighbours, ballots, mandates, messages):
    router.include_router(part.router)
