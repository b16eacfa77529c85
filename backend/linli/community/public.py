"""All that other contexts may import from here."""

from linli.community.actions.handle_suggestion import handle_suggestion
from linli.community.actions.homes import CommunityHomes
from linli.community.actions.open_suggestion import open_suggestion
from linli.community.actions.roster.apply import ERASE
from linli.community.actions.roster.applying import RELEASE, release_abandoned
from linli.community.actions.roster.erase import erase_import
from linli.community.actions.roster.plan import plan_waiting
from linli.community.actions.roster.store_plan import PLAN
from linli.community.files.errors import UnreadableFileError
from linli.community.files.read_workbook import read_workbook
from linli.community.models import (
    Building,
    Community,
    Household,
    HouseholdMember,
    Owner,
    Ownership,
    Project,
    ProjectBuilding,
    Stairwell,
)
from linli.community.queries.communities import time_zone_of
from linli.community.queries.handbook import handbook_state, known_documents, visible_versions
from linli.community.queries.household_members import accounts_of_households, homes_of
from linli.community.queries.households import HOUSEHOLD_PLACES, doors_of, places_of
from linli.community.queries.picture import draw_picture, picture_statement, read_picture
from linli.community.queries.projects import buildings_of_project
from linli.community.queries.roster_revision import roster_revision
from linli.community.queries.suggestions import waiting_suggestions
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.db.rows import table
from linli.kernel.work.worker import Handler

BUILDINGS = table(Building)
COMMUNITIES = table(Community)
HOUSEHOLDS = table(Household)
HOUSEHOLD_MEMBERS = table(HouseholdMember)
OWNERS = table(Owner)
OWNERSHIPS = table(Ownership)
PROJECTS = table(Project)
PROJECT_BUILDINGS = table(ProjectBuilding)
STAIRWELLS = table(Stairwell)
"""Core tables to join with; only this context writes to them."""

HANDLERS: dict[str, Handler] = {
    PLAN: plan_waiting,
    RELEASE: release_abandoned,
    ERASE: erase_import,
}
"""What is done when it is due, by kind."""

ATTACHMENT_KINDS = (AttachmentKind("handbook_version", visible_versions, personal=False),)
"""Whose files there are, and who sees them."""

__all__ = [
    "ATTACHMENT_KINDS",
    "BUILDINGS",
    "COMMUNITIES",
    "HANDLERS",
    "HOUSEHOLDS",
    "HOUSEHOLD_MEMBERS",
    "HOUSEHOLD_PLACES",
    "OWNERS",
    "OWNERSHIPS",
    "PROJECTS",
    "PROJECT_BUILDINGS",
    "STAIRWELLS",
    "CommunityHomes",
    "UnreadableFileError",
    "accounts_of_households",
    "buildings_of_project",
    "doors_of",
    "draw_picture",
    "handbook_state",
    "handle_suggestion",
    "homes_of",
    "known_documents",
    "open_suggestion",
    "picture_statement",
    "places_of",
    "read_picture",
    "read_workbook",
    "roster_revision",
    "time_zone_of",
    "waiting_suggestions",
]
