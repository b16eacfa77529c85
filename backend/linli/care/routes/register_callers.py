"""Who calls the register: one declared permission for each kind of route."""

import re
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Header, Request

from linli.care.permissions.register import (
    DIRECT_CARE_TASKS,
    EXPORT_REGISTER,
    HANDLE_SUGGESTIONS,
    LOG_ASSISTANCE_VISIT,
    MANAGE_NEED,
    OPEN_NEED,
    READ_NEEDS_PICTURE,
    RECORD_NEED,
    SEE_ASSISTANCE_VISITS,
    SEE_CARE_TASKS,
    SEE_HOLIDAYS,
    SEE_LIFT_STOPPAGES,
    SEE_NEEDS,
    SEE_STATISTICS,
    SET_HOLIDAYS,
    SETTLE_DUTIES,
    STOP_LIFT,
    TAKE_CARE_TASK,
    WITHDRAW_NEED,
)
from linli.kernel.access.actor import Actor
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep
from linli.kernel.problems import Problem, not_found

FORBIDDEN = 403
_ETAG = re.compile(r'"(\d{1,9})"')


class Unseen(Permitted):
    """Like ``Permitted``, but who may not do this does not see that there is anything: 404.

    The register is known only to those who help; a 403 would be an answer about it.
    """

    async def __call__(self, request: Request, community_id: UUID, tx: TxDep) -> Actor:
        """The actor.

        Raises:
            Problem: 401 without a session, 404 to everybody without the permission.
        """
        try:
            return await super().__call__(request, community_id, tx)
        except Problem as problem:
            if problem.status == FORBIDDEN:
                raise not_found() from problem
            raise


async def _seen_version(
    if_match: Annotated[str | None, Header(description="The ETag last seen")] = None,
) -> int | None:
    if if_match is None:
        return None
    found = _ETAG.fullmatch(if_match.strip())
    if found is None:
        raise changed_meanwhile()
    return int(found.group(1))


SeenVersion = Annotated[int | None, Depends(_seen_version)]
"""The version the caller saw, where they say it; 412 for one that cannot be."""

NeedRecorder = Annotated[Actor, Depends(Unseen(RECORD_NEED))]
NeedWithdrawer = Annotated[Actor, Depends(Unseen(WITHDRAW_NEED))]
NeedSeer = Annotated[Actor, Depends(Unseen(SEE_NEEDS))]
NeedOpener = Annotated[Actor, Depends(Unseen(OPEN_NEED))]
NeedManager = Annotated[Actor, Depends(Unseen(MANAGE_NEED))]
PictureReader = Annotated[Actor, Depends(Unseen(READ_NEEDS_PICTURE))]
SuggestionHandler = Annotated[Actor, Depends(Unseen(HANDLE_SUGGESTIONS))]
DutySettler = Annotated[Actor, Depends(Unseen(SETTLE_DUTIES))]
Exporter = Annotated[Actor, Depends(Unseen(EXPORT_REGISTER))]
StatisticsReader = Annotated[Actor, Depends(Unseen(SEE_STATISTICS))]
TaskSeer = Annotated[Actor, Depends(Unseen(SEE_CARE_TASKS))]
TaskTaker = Annotated[Actor, Depends(Unseen(TAKE_CARE_TASK))]
TaskDirector = Annotated[Actor, Depends(Unseen(DIRECT_CARE_TASKS))]
HelpLogger = Annotated[Actor, Depends(Unseen(LOG_ASSISTANCE_VISIT))]
HelpSeer = Annotated[Actor, Depends(Unseen(SEE_ASSISTANCE_VISITS))]
LiftStopper = Annotated[Actor, Depends(Permitted(STOP_LIFT))]
StoppageSeer = Annotated[Actor, Depends(Permitted(SEE_LIFT_STOPPAGES))]
HolidaySetter = Annotated[Actor, Depends(Permitted(SET_HOLIDAYS))]
HolidaySeer = Annotated[Actor, Depends(Permitted(SEE_HOLIDAYS))]
