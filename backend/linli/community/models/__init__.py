"""Tables of the community context, one file a subject."""

from linli.community.models.building import Building, Household, Stairwell
from linli.community.models.community import Community
from linli.community.models.handbook import HandbookDocument, HandbookVersion
from linli.community.models.household_member import HouseholdMember
from linli.community.models.invited_home import InvitedHome
from linli.community.models.owner import Owner, Ownership, Resident
from linli.community.models.project import Project, ProjectBuilding, ProjectPhaseChange
from linli.community.models.public_notice import PublicNotice
from linli.community.models.roster import (
    RosterContent,
    RosterDecision,
    RosterImport,
    RosterPlanPage,
    RosterState,
    RosterSuggestion,
)
from linli.community.models.volunteer_group import VolunteerGroup

__all__ = [
    "Building",
    "Community",
    "HandbookDocument",
    "HandbookVersion",
    "Household",
    "HouseholdMember",
    "InvitedHome",
    "Owner",
    "Ownership",
    "Project",
    "ProjectBuilding",
    "ProjectPhaseChange",
    "PublicNotice",
    "Resident",
    "RosterContent",
    "RosterDecision",
    "RosterImport",
    "RosterPlanPage",
    "RosterState",
    "RosterSuggestion",
    "Stairwell",
    "VolunteerGroup",
]
