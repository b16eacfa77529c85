"""Who calls: one declared permission for each kind of route."""

from typing import Annotated

from fastapi import Depends

from linli.community.permissions import (
    EDIT_HANDBOOK,
    EDIT_HOUSEHOLD,
    IMPORT_ROSTER,
    MOVE_PROJECT,
    OPEN_PROJECT,
    PUBLISH_NOTICE,
    READ_COMMUNITY,
    READ_HOUSEHOLDS,
)
from linli.kernel.access.actor import Actor
from linli.kernel.http.permitted import Permitted

Member = Annotated[Actor, Depends(Permitted(READ_COMMUNITY))]
HouseholdReader = Annotated[Actor, Depends(Permitted(READ_HOUSEHOLDS))]
HouseholdEditor = Annotated[Actor, Depends(Permitted(EDIT_HOUSEHOLD))]
Importer = Annotated[Actor, Depends(Permitted(IMPORT_ROSTER))]
Opener = Annotated[Actor, Depends(Permitted(OPEN_PROJECT))]
Mover = Annotated[Actor, Depends(Permitted(MOVE_PROJECT))]
HandbookEditor = Annotated[Actor, Depends(Permitted(EDIT_HANDBOOK))]
Announcer = Annotated[Actor, Depends(Permitted(PUBLISH_NOTICE))]
