from sqlalchemy import or_, select

from linli.deliberation.permissions.sessions import HOLD_SESSION
from linli.deliberation.queries.feedback.reports import list_feedback
from linli.deliberation.queries.proposals.asked import homes_to_answer
from linli.deliberation.queries.representatives.asked_of_me import (
    elections_to_vote_in,
    nominations_to_answer,
)
from linli.deliberation.queries.representatives.messages import fresh_answers, messages_to_answer
from linli.deliberation.queries.representatives.running_out import mandates_running_out
from linli.deliberation.queries.sessions.action_items import (
    action_items_to_review,
    list_action_items,
)
from linli.deliberation.queries.sessions.tables import sessions
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked

SHOWN = 10


async def waiting_for(tx: Tx, actor: Actor) -> Row:
    """What waits for the actor: to confirm, do, attend, follow up, answer or vote in."""
    page = PageAsked(SHOWN, None)
    asked = await list_feedback(tx, actor, "asked", page)
    mine = await list_action_items(tx, actor, "mine", page)
    s = sessions.c
    columns = (s.id, s.kind, s.title, s.place, s.project_id, s.starts_at, s.held_on, s.state)
    coming = or_(s.state == "noticed", s.state == "in_session", s.state == "in_recess")
    asks = select(*columns, s.noticed_on, s.version).where(s.community_id == tx.community, coming)
    soon = await tx.rows(asks.order_by(s.held_on, s.id).limit(SHOWN))
    return {
        "feedback": asked["items"],
        "action_items": mine["items"],
        "to_review": await _to_review(tx, actor),
        "sessions": soon,
        "mandates": await mandates_running_out(tx, actor, SHOWN),
        "nominations": await nominations_to_answer(tx, actor, SHOWN),
        "elections": await elections_to_vote_in(tx, actor, SHOWN),
        "spoken_for": await homes_to_answer(tx, actor, SHOWN),
        "messages": await messages_to_answer(tx, actor),
        "answers": await fresh_answers(tx, actor),
    }


async def _to_review(tx: Tx, actor: Actor) -> list[Row]:
    return await action_items_to_review(tx, actor, SHOWN) if actor.may(HOLD_SESSION) else []
