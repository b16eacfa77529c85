from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert, select

from linli.deliberation.actions.sessions.decidable import require_decidable
from linli.deliberation.actions.sessions.room import GOING_ON, locked_session, seen_by_all
from linli.deliberation.actions.sessions.room_records import created, receive_each
from linli.deliberation.facts.sessions import about
from linli.deliberation.models.session_outcome import Decision
from linli.deliberation.queries.sessions.present import quorum_of
from linli.deliberation.queries.sessions.tables import decisions, motions
from linli.deliberation.schemas.session_outcome import DecisionIn, DecisionSaid, DecisionTold
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import Recorded, record
from linli.kernel.http.creation import create_once, was_created
from linli.kernel.problems import Problem, invalid
from linli.kernel.sync.items import SyncItem, Verdict


async def decide(tx: Tx, actor: Actor, session_id: UUID, body: DecisionIn) -> bool:
    """Write down what was decided: by a motion that was carried, or, outside a council, by all.

    Returns:
        Whether the decision is new.

    Raises:
        Problem: 404; 422 ``unknown_motion``; 409 ``motion_not_carried``, ``motion_needed``,
            ``no_quorum``, ``session_moved``, or as ``create_once``; as ``require_decidable``.
    """
    if await was_created(tx, Decision, body):
        return False
    await _require_sound(tx, session_id, body)
    values: Row = {**body.model_dump(exclude={"id"}), "session_id": session_id}
    if not await create_once(tx, actor, Decision, body, **values):
        return False
    await _tell(tx, actor, session_id, body.id, body)
    return True


async def receive_decisions(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """The same for what was written down in the room, also without a network.

    Rejected: as ``decide`` raises.
    """
    return await receive_each(tx, actor, items, decisions, _take)


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Recorded:
    told: DecisionTold = item.payload
    await _require_sound(tx, told.session_id, told)
    row = created(tx, actor, item, **told.model_dump())
    await tx.execute(insert(decisions).values(row))
    return await _tell(tx, actor, told.session_id, item.id, told)


async def _require_sound(tx: Tx, session_id: UUID, body: DecisionSaid) -> None:
    session = await locked_session(tx, session_id, (*GOING_ON, "closed"))
    await require_decidable(tx, session_id, body.agenda_item_id)
    if body.motion_id is not None:
        await _require_carried(tx, session_id, body)
    elif session["kind"] == "council":
        raise Problem(409, "motion_needed")
    elif not (await quorum_of(tx, session)).quorate:
        raise Problem(409, "no_quorum")


async def _tell(
    tx: Tx, actor: Actor, session_id: UUID, decision_id: UUID, body: DecisionSaid
) -> Recorded:
    await seen_by_all(tx, session_id)
    public = {"session": session_id, **body.model_dump(include=set(DecisionSaid.model_fields))}
    subject, now = ("decision", decision_id), clock.now()
    return record(tx, about("decision", "made", *subject, now, actor, public))


async def _require_carried(tx: Tx, session_id: UUID, body: DecisionSaid) -> None:
    m = motions.c
    this = (m.community_id == tx.community, m.session_id == session_id, m.id == body.motion_id)
    row = await tx.row(select(m.agenda_item_id, m.outcome).where(*this))
    if row is None or row["agenda_item_id"] != body.agenda_item_id:
        raise invalid("/motion_id", "unknown_motion")
    if row["outcome"] != "carried":
        raise Problem(409, "motion_not_carried")
