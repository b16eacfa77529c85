"""Comparison lists and site-visit reports."""

from fastapi import APIRouter

router = APIRouter(prefix="/communities/{community_id}")
