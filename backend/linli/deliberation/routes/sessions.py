"""Deliberation sessions: agenda, attendance, motions, minutes, action items."""

from fastapi import APIRouter

router = APIRouter(prefix="/communities/{community_id}")
