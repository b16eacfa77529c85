"""Residents' feedback and its answers."""

from fastapi import APIRouter

router = APIRouter(prefix="/communities/{community_id}")
