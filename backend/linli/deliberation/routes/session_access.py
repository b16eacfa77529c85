"""Who calls about sessions: one declared permission for each kind of route."""

from typing import Annotated

from fastapi import Depends

from linli.deliberation.permissions.sessions import (
    ATTEND_SESSION,
    HOLD_SESSION,
    SEE_SESSIONS,
    SIGN_MINUTES,
    WORK_ON_ACTION,
)
from linli.kernel.access.actor import Actor
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import Permitted

Reader = Annotated[Actor, Depends(Permitted(SEE_SESSIONS))]
Attending = Annotated[Actor, Depends(Permitted(ATTEND_SESSION))]
Secretary = Annotated[Actor, Depends(Permitted(HOLD_SESSION))]
Signing = Annotated[Actor, Depends(Permitted(SIGN_MINUTES))]
Working = Annotated[Actor, Depends(Permitted(WORK_ON_ACTION))]

CREATES = {200: {"description": "The same was sent before"}, **refusals(401, 403, 404, 409, 422)}
CHANGES = refusals(400, 401, 403, 404, 409, 422)
READS = refusals(401, 403, 404)
LISTS = refusals(401, 403, 404, 422)
