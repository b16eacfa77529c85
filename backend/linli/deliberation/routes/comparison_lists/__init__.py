"""Comparison lists and site-visit reports."""

from fastapi import APIRouter

from linli.deliberation.routes.comparison_lists import lists, site_visits

router = APIRouter()
for part in (lists, site_visits):
    router.include_router(part.router)
