from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert, select

from linli.deliberation.actions.sessions.room import GOING_ON, locked_session, seen_by_all
from linli.deliberation.actions.sessions.room_records import created, receive_each
from linli.deliberation.facts.sessions import about
from linli.deliberation.queries.sessions.present import is_here
from linli.deliberation.queries.sessions.tables import hands, motions
from linli.deliberation.schemas.session_room import HandIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import Recorded, record
from linli.kernel.problems import Problem, invalid
from linli.kernel.sync.items import SyncItem, Verdict


async def raise_hand(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Take representatives' hands on a motion: one each, and the first one counts.

    Rejected: 409 ``not_present``, ``motion_over``, ``hand_raised_before`` when it was raised for
    something else, or ``session_moved``; 422 ``unknown_motion``.
    """
    return await receive_each(tx, actor, items, hands, _take)


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Recorded:
    told: HandIn = item.payload
    await locked_session(tx, told.session_id, GOING_ON)
    await require_open(tx, told.session_id, told.motion_id)
    if not await is_here(tx, told.session_id, actor.account_id):
        raise Problem(409, "not_present")
    before = await _raised_before(tx, actor, told.motion_id)
    if before not in {None, told.choice}:
        raise Problem(409, "hand_raised_before")
    if before is None:
        row = created(tx, actor, item, motion_id=told.motion_id, choice=told.choice)
        await tx.execute(insert(hands).values({**row, "account_id": actor.account_id}))
        await seen_by_all(tx, told.session_id)
    verb, public = ("raised" if before is None else "repeated"), {"motion": told.motion_id}
    now, private = clock.now(), {"choice": told.choice}
    return record(tx, about("hand", verb, "hand", item.id, now, actor, public, **private))


async def require_open(tx: Tx, session_id: UUID, motion_id: UUID) -> Row:
    """A motion on which hands are taken; the session must be locked.

    Raises:
        Problem: 422 ``unknown_motion``; 409 ``motion_over``.
    """
    m = motions.c
    this = (m.community_id == tx.community, m.session_id == session_id, m.id == motion_id)
    row = await tx.row(select(motions).where(*this))
    if row is None:
        raise invalid("/motion_id", "unknown_motion")
    if row["closed_at"] is not None:
        raise Problem(409, "motion_over")
    return row


async def _raised_before(tx: Tx, actor: Actor, motion_id: UUID) -> str | None:
    h = hands.c
    mine = (h.community_id == tx.community, h.motion_id == motion_id)
    found: str | None = await tx.scalar(
        select(h.choice).where(*mine, h.account_id == actor.account_id)
    )
    return found
