"""Cost plans: sources, schemes, shares."""

from fastapi import APIRouter

from linli.deliberation.routes.cost_plans import plans, schemes, shares, tables

router = APIRouter()
for part in (plans, schemes, shares, tables):
    router.include_router(part.router)
