"""Cost plans: sources, schemes, shares."""

from fastapi import APIRouter

router = APIRouter(prefix="/communities/{community_id}")
