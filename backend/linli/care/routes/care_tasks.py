"""Care tasks: who helps where and when."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Response

from linli.care.actions.accept_task import accept_task
from linli.care.actions.assign_task import assign_task
from linli.care.actions.create_task import create_task
from linli.care.actions.decline_task import decline_task
from linli.care.actions.hand_over_task import hand_over_task
from linli.care.actions.take_task_off import take_task_off
from linli.care.queries.care_tasks import (
    TaskFilter,
    list_care_tasks,
    list_steps,
    read_care_task,
    read_changed_task,
)
from linli.care.routes.register_answers import CHANGES, CREATES, LISTS, READS, note_repeat
from linli.care.routes.register_callers import SeenVersion, TaskDirector, TaskSeer, TaskTaker
from linli.care.rules.task_words import TaskStatus
from linli.care.schemas.care_task import (
    AssignmentOfTaskIn,
    CareTaskIn,
    CareTaskOut,
    CareTaskPage,
    HandoverIn,
    ReasonIn,
    TakenIn,
    TaskHistory,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.etags import etag
from linli.kernel.http.idempotency import Attempt, Idempotent
from linli.kernel.http.pages import Page
from linli.kernel.http.transaction import TxDep

router = APIRouter(prefix="/communities/{community_id}/care-tasks", tags=["care tasks"])


@router.get(
    "",
    operation_id="list_care_tasks",
    summary="Care tasks one may know of",
    response_model=CareTaskPage,
    responses=LISTS,
)
async def get_care_tasks(  # noqa: PLR0913, PLR0917 - each is a filter of the list
    tx: TxDep,
    actor: TaskSeer,
    page: Page,
    status: TaskStatus | None = None,
    mine: bool = False,  # noqa: FBT001, FBT002 - a query parameter
    date: date | None = None,
) -> Row:
    """By when they begin; ``date`` is a day of the community's calendar."""
    return await list_care_tasks(tx, actor, page, TaskFilter(status, mine, date))


@router.post(
    "",
    operation_id="create_care_task",
    summary="Make a task by hand",
    status_code=201,
    response_model=CareTaskOut,
    responses=CREATES,
)
async def post_care_task(
    body: CareTaskIn, tx: TxDep, actor: TaskDirector, response: Response
) -> Row:
    """Offered to whoever takes it, or assigned to somebody."""
    note_repeat(response, is_new=await create_task(tx, actor, body))
    return await read_care_task(tx, actor, body.id)


@router.get(
    "/{task_id}",
    operation_id="read_care_task",
    summary="One care task",
    response_model=CareTaskOut,
    responses=READS,
)
async def get_care_task(task_id: UUID, tx: TxDep, actor: TaskSeer, response: Response) -> Row:
    """As much of it as the caller may see."""
    task = await read_care_task(tx, actor, task_id)
    response.headers["ETag"] = etag(task["version"])
    return task


@router.get(
    "/{task_id}/steps",
    operation_id="list_task_steps",
    summary="What happened to a task",
    response_model=TaskHistory,
    responses=READS,
)
async def get_steps(task_id: UUID, tx: TxDep, actor: TaskDirector) -> Row:
    """For those who direct tasks."""
    return {"items": await list_steps(tx, actor, task_id), "next": None}


@router.post(
    "/{task_id}/acceptance",
    operation_id="accept_care_task",
    summary="Take a task on",
    response_model=CareTaskOut,
    responses=CHANGES,
)
async def post_acceptance(  # noqa: PLR0913, PLR0917 - path, body, headers
    task_id: UUID,
    tx: TxDep,
    actor: TaskTaker,
    attempt: Idempotent,
    seen: SeenVersion,
    body: TakenIn | None = None,
) -> Response:
    """Of two who accept at once, the second is told that it is taken."""
    await attempt.begin(actor.account_id)
    following = body is not None and body.all_following
    await accept_task(tx, actor, task_id, seen, all_following=following)
    return await _answer(tx, actor, task_id, attempt)


@router.post(
    "/{task_id}/decline",
    operation_id="decline_care_task",
    summary="Give a task back",
    response_model=CareTaskOut,
    responses=CHANGES,
)
async def post_decline(  # noqa: PLR0913, PLR0917 - path, body, headers
    task_id: UUID,
    body: ReasonIn,
    tx: TxDep,
    actor: TaskTaker,
    attempt: Idempotent,
    seen: SeenVersion,
) -> Response:
    """It is offered again, and goes to the building lead if nobody takes it in time."""
    await attempt.begin(actor.account_id)
    await decline_task(tx, actor, task_id, body.reason, seen)
    return await _answer(tx, actor, task_id, attempt)


@router.post(
    "/{task_id}/handover",
    operation_id="hand_over_care_task",
    summary="Pass one's task on",
    response_model=CareTaskOut,
    responses=CHANGES,
)
async def post_handover(  # noqa: PLR0913, PLR0917 - path, body, headers
    task_id: UUID,
    body: HandoverIn,
    tx: TxDep,
    actor: TaskTaker,
    attempt: Idempotent,
    seen: SeenVersion,
) -> Response:
    """The other helper is asked to accept."""
    await attempt.begin(actor.account_id)
    await hand_over_task(tx, actor, task_id, body, seen)
    return await _answer(tx, actor, task_id, attempt)


@router.post(
    "/{task_id}/assignment",
    operation_id="assign_care_task",
    summary="Give a task to a helper",
    response_model=CareTaskOut,
    responses=CHANGES,
)
async def post_assignment(  # noqa: PLR0913, PLR0917 - path, body, headers
    task_id: UUID,
    body: AssignmentOfTaskIn,
    tx: TxDep,
    actor: TaskDirector,
    attempt: Idempotent,
    seen: SeenVersion,
) -> Response:
    """Also one that is another's; the helper is asked to accept."""
    await attempt.begin(actor.account_id)
    await assign_task(tx, actor, task_id, body, seen)
    return await _answer(tx, actor, task_id, attempt)


@router.post(
    "/{task_id}/cancellation",
    operation_id="cancel_care_task",
    summary="Take a task off",
    response_model=CareTaskOut,
    responses=CHANGES,
)
async def post_cancellation(  # noqa: PLR0913, PLR0917 - path, body, headers
    task_id: UUID,
    body: ReasonIn,
    tx: TxDep,
    actor: TaskDirector,
    attempt: Idempotent,
    seen: SeenVersion,
) -> Response:
    """For a reason that stands in its history."""
    await attempt.begin(actor.account_id)
    await take_task_off(tx, actor, task_id, body.reason, seen)
    return await _answer(tx, actor, task_id, attempt)


async def _answer(tx: Tx, actor: Actor, task_id: UUID, attempt: Attempt) -> Response:
    """The answer is kept for repeats, so no instruction stands in it."""
    return await attempt.answer(await read_changed_task(tx, actor, task_id))
