from uuid import UUID

from linli.care.actions.make_tasks import NEW, begin_tasks
from linli.care.actions.need_batch import diagnosis_faults, faulty
from linli.care.actions.require_helper import require_helper
from linli.care.permissions.register import DIRECT_CARE_TASKS
from linli.care.queries.homes import homes_to_help
from linli.care.queries.task_rows import locked_tasks, tasks
from linli.care.schemas.care_task import CareTaskIn
from linli.community.public import time_zone_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.clock import day_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.http.creation import body_digest, differing_fields
from linli.kernel.problems import conflict, not_found
from linli.kernel.vault.vault import Place, seal_content


async def create_task(tx: Tx, actor: Actor, body: CareTaskIn) -> bool:
    """Make a task by hand, offered to whoever takes it or assigned to somebody.

    Returns:
        Whether it is new.

    Raises:
        Problem: 404 when the door is not the actor's to direct help to; 409 ``conflict``; 422 when
            a text tells a diagnosis or the assignee cannot help.
    """
    digest = body_digest(tx, body)
    if await _is_repeat(tx, body, digest):
        return False
    if body.household_id not in await homes_to_help(
        tx, actor, DIRECT_CARE_TASKS, [body.household_id]
    ):
        raise not_found()
    texts = (("/title", body.title), ("/instruction", body.instruction))
    faults = [fault for at, text in texts for fault in diagnosis_faults(at, text)]
    if faults:
        raise faulty(faults)
    if body.assignee_id is not None:
        await require_helper(tx, body.assignee_id, "/assignee_id")
    row = await _row(tx, actor, body, digest)
    if not await insert_new(tx, tasks, ("community_id", "id"), row):
        return not await _is_repeat(tx, body, digest)
    await begin_tasks(tx, [row])
    return True


async def _is_repeat(tx: Tx, body: CareTaskIn, digest: bytes) -> bool:
    stored = (await locked_tasks(tx, [body.id])).get(body.id)
    if stored is not None and stored["body_digest"] != digest:
        raise conflict(*(differing_fields(stored, body) or ["id"]))
    return stored is not None


async def _row(tx: Tx, actor: Actor, body: CareTaskIn, digest: bytes) -> Row:
    now = clock.now()
    return {
        **NEW,
        "community_id": tx.community,
        **body.model_dump(exclude={"instruction"}),
        "need_id": None,
        "origin": "by_hand",
        "part": "day",
        "on_day": day_of(body.due_from, await time_zone_of(tx, tx.community)),
        "expected_by": body.due_until,
        "step": "offered" if body.assignee_id is None else "assigned",
        "sealed": await _sealed(tx, body.id, body.instruction),
        "body_digest": digest,
        "created_by": actor.account_id,
        "offered_at": now,
        "created_at": now,
    }


async def _sealed(tx: Tx, task_id: UUID, instruction: str | None) -> bytes | None:
    if instruction is None:
        return None
    place = Place("care_task", task_id, task_id)
    return await seal_content(tx, place, {"instruction": instruction})
