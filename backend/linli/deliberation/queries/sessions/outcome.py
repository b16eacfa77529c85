"""What a session left behind: motions, decisions, action items, signatures."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.sessions.action_items import action_items_of
from linli.deliberation.queries.sessions.gathered import Gathered, gathered
from linli.deliberation.queries.sessions.minutes import minutes_number, signatures_of
from linli.deliberation.queries.sessions.sessions import session_row
from linli.deliberation.queries.sessions.tables import decisions, motions
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx


async def read_outcome(tx: Tx, actor: Actor, session_id: UUID, who: Gathered | None = None) -> Row:
    """All that was decided and who signed for it.

    Args:
        tx: in the community.
        actor: who reads it.
        session_id: of which session.
        who: who came to it, where that was read already.

    Raises:
        Problem: 404 ``not_found``.
    """
    session = await session_row(tx, actor, session_id)
    signed = await signatures_of(tx, session_id)
    newest = await minutes_number(tx, session_id)
    parties = {each["party"] for each in signed if each["signed"] and each["number"] == newest}
    who = who or await gathered(tx, session)
    quorum = who.quorum
    return {
        "motions": await _motions(tx, session_id),
        "decisions": await _decisions(tx, session_id),
        "action_items": await action_items_of(tx, actor, session_id),
        "signatures": signed,
        "missing": [each for each in who.parties_to_sign if each not in parties],
        "present": quorum.present,
        "mandates": quorum.mandates,
    }


async def _motions(tx: Tx, session_id: UUID) -> list[Row]:
    m = motions.c
    columns: list[Any] = [m.id, m.agenda_item_id, m.words, m.created_at.label("opened_at")]
    columns += [m.closed_at, m.how, m.agree, m.oppose, m.present, m.mandates, m.outcome]
    asks = select(*columns).where(
        m.community_id == tx.community, m.session_id == session_id, m.closed_at.is_not(None)
    )
    return await tx.rows(asks.order_by(m.created_at, m.id))


async def _decisions(tx: Tx, session_id: UUID) -> list[Row]:
    d = decisions.c
    asks = select(d.id, d.agenda_item_id, d.motion_id, d.words, d.created_at).where(
        d.community_id == tx.community, d.session_id == session_id
    )
    return await tx.rows(asks.order_by(d.created_at, d.id))
