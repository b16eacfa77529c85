"""The tables of this part, and how they join with homes."""

from typing import Any

from sqlalchemy import ColumnElement, and_

from linli.community.public import BUILDINGS
from linli.deliberation.models.representatives.election import Candidacy, Election, ElectionHome
from linli.deliberation.models.representatives.mandate import BuildingAssembly, Mandate
from linli.deliberation.models.representatives.message import RepresentativeMessage
from linli.deliberation.models.representatives.secret_ballot import (
    SecretBox,
    SecretReceipt,
    SecretRoll,
)
from linli.kernel.db.rows import table

elections = table(Election)
election_homes = table(ElectionHome)
candidacies = table(Candidacy)
assemblies = table(BuildingAssembly)
mandates = table(Mandate)
messages = table(RepresentativeMessage)
roll = table(SecretRoll)
box = table(SecretBox)
receipts = table(SecretReceipt)


def of_building(thing: Any) -> ColumnElement[bool]:
    """That a building is the one a row is about."""
    return and_(
        BUILDINGS.c.community_id == thing.c.community_id, BUILDINGS.c.id == thing.c.building_id
    )
