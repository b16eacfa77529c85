"""Representatives: elections, appointments, mandates."""

from fastapi import APIRouter

router = APIRouter(prefix="/communities/{community_id}")
