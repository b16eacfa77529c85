"""Deciding a motion: by the hands that were tapped, or by those the secretary counted."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import insert, update

from linli.deliberation.actions.sessions.raise_hand import require_open
from linli.deliberation.actions.sessions.room import GOING_ON, locked_session, seen_by_all
from linli.deliberation.actions.sessions.room_records import created, receive_each
from linli.deliberation.facts.sessions import about
from linli.deliberation.queries.sessions.hands_up import tapped_hands
from linli.deliberation.queries.sessions.present import (
    mandates_of,
    parties_of,
    who_is_here,
)
from linli.deliberation.queries.sessions.tables import hand_counts, motions
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.sessions.attendance import SessionKind, attendance
from linli.deliberation.rules.sessions.show_of_hands import Hands, decide_motion, refuse_count
from linli.deliberation.schemas.session_room import HandCountIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import Recorded, record
from linli.kernel.problems import invalid
from linli.kernel.sync.items import SyncItem, Verdict

_c = motions.c


async def close_motion(tx: Tx, actor: Actor, session_id: UUID, motion_id: UUID) -> None:
    """Take no more hands and count them. Who raised one was present, whatever else is noted.

    A hand whose mandate has ended meanwhile does not count.

    Raises:
        Problem: 404 without the session; 422 ``unknown_motion``; 409 ``motion_over``.
    """
    session = await locked_session(tx, session_id, GOING_ON)
    await require_open(tx, session_id, motion_id)
    mandates = await mandates_of(tx)
    tapped, _ = await tapped_hands(tx, session_id, motion_id, mandates)
    await _decide(tx, actor, session, motion_id, "hands", tapped)


async def count_hands(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Decide motions by hands that the secretary counted in the room.

    They add to the hands that were tapped; who is present, and so the quorum, is what the roll
    says.

    Rejected: 409 ``motion_over`` or ``session_moved``; 422 ``unknown_motion``, ``more_than_roll``,
    ``fewer_than_tapped`` or ``more_hands_than_present``.
    """
    return await receive_each(tx, actor, items, hand_counts, _take)


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Recorded:
    told: HandCountIn = item.payload
    session = await locked_session(tx, told.session_id, GOING_ON)
    await require_open(tx, told.session_id, told.motion_id)
    mandates = await mandates_of(tx)
    tapped, abstained = await tapped_hands(tx, told.session_id, told.motion_id, mandates)
    try:
        refuse_count(Hands(told.agree, told.oppose, told.present), tapped, abstained)
    except RuleBrokenError as broken:
        raise invalid(f"/{broken.values['side']}", broken.code) from broken
    row = created(tx, actor, item, **told.model_dump(exclude={"session_id"}))
    await tx.execute(insert(hand_counts).values(row))
    counted = Hands(told.agree, told.oppose, tapped.present)
    await _decide(tx, actor, session, told.motion_id, "counted", counted)
    public = {"motion": told.motion_id}
    now, subject = clock.now(), ("hand_count", item.id)
    return record(tx, about("hand_count", "entered", *subject, now, actor, public))


async def _decide(  # noqa: PLR0913, PLR0917 - a decision is all of this
    tx: Tx, actor: Actor, session: Row, motion_id: UUID, how: str, counted: Hands
) -> None:
    kind, mandates = SessionKind(session["kind"]), await mandates_of(tx)
    here = [row for row in await who_is_here(tx, session["id"]) if row["here"]]
    quorum = attendance(kind, counted.present, len(mandates), parties_of(here, mandates))
    outcome = decide_motion(kind, counted, quorate=quorum.quorate)
    result = {
        "how": how,
        "agree": counted.agree,
        "oppose": counted.oppose,
        "present": counted.present,
        "mandates": len(mandates),
        "outcome": str(outcome),
    }
    this = (_c.community_id == tx.community, _c.id == motion_id)
    now = clock.now()
    await tx.execute(update(motions).where(*this).values(**result, closed_at=now))
    await seen_by_all(tx, session["id"])
    public = {"session": session["id"], **result}
    record(tx, about("motion", "decided", "motion", motion_id, now, actor, public))
