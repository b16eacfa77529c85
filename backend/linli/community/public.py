"""All that other contexts may import from here."""

from linli.community.actions.handle_suggestion import handle_suggestion
from linli.community.actions.open_suggestion import open_suggestion
from linli.community.models import (
    Building,
    Community,
    Household,
    Project,
    ProjectBuilding,
    Stairwell,
)
from linli.community.queries.communities import time_zone_of
from linli.community.queries.handbook import handbook_state, known_documents
from linli.community.queries.households import HOUSEHOLD_PLACES, doors_of, places_of
from linli.community.queries.picture import draw_picture, picture_statement, read_picture
from linli.community.queries.projects import buildings_of_project
from linli.community.queries.suggestions import waiting_suggestions
from linli.kernel.db.rows import table

BUILDINGS = table(Building)
COMMUNITIES = table(Community)
HOUSEHOLDS = table(Household)
PROJECTS = table(Project)
PROJECT_BUILDINGS = table(ProjectBuilding)
STAIRWELLS = table(Stairwell)
"""Core tables to join with; only this context writes to them."""

__all__ = [
    "BUILDINGS",
    "COMMUNITIES",
    "HOUSEHOLDS",
    "HOUSEHOLD_PLACES",
    "PROJECTS",
    "PROJECT_BUILDINGS",
    "STAIRWELLS",
    "buildings_of_project",
    "doors_of",
    "draw_picture",
    "handbook_state",
    "handle_suggestion",
    "known_documents",
    "open_suggestion",
    "picture_statement",
    "places_of",
    "read_picture",
    "time_zone_of",
    "waiting_suggestions",
]
