"""Routes of this context."""

from fastapi import APIRouter

router = APIRouter()
