"""Proposals, comments and amendments."""

from fastapi import APIRouter

router = APIRouter(prefix="/communities/{community_id}")
