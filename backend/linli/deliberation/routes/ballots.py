"""Ballot rounds: opening, casting, counting, publishing."""

from fastapi import APIRouter

router = APIRouter(prefix="/communities/{community_id}")
