"""The building picture with where each home is said to stand."""

from uuid import UUID

from sqlalchemy import Integer, and_, bindparam, case, func, literal, select

from linli.community.public import HOUSEHOLDS, draw_picture, picture_statement
from linli.deliberation.permissions.proposals import SEE_EVERY_POSITION
from linli.deliberation.queries.proposals.require import require_proposal
from linli.deliberation.queries.proposals.tables import answers, claims, comments
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Tx
from linli.kernel.db.types import Uuid
from linli.kernel.problems import not_found


def _newest_claim() -> object:
    """Each home's position by the rule: a confirmed one first, then the newest."""
    a = answers.c
    last = (
        select(a.answer)
        .where(
            a.community_id == claims.c.community_id,
            a.comment_id == claims.c.comment_id,
            a.household_id == claims.c.household_id,
        )
        .order_by(a.said_at.desc(), a.id.desc())
        .limit(1)
        .correlate(claims)
        .scalar_subquery()
    )
    own = case((claims.c.is_own, literal("confirmed")), else_=literal("unanswered"))
    said = func.coalesce(last, own)
    firm = case((said == "confirmed", 1), else_=0).cast(Integer)
    here = and_(
        comments.c.community_id == claims.c.community_id, comments.c.id == claims.c.comment_id
    )
    return (
        select(comments.c.position)
        .join_from(claims, comments, here)
        .where(
            claims.c.community_id == HOUSEHOLDS.c.community_id,
            claims.c.household_id == HOUSEHOLDS.c.id,
            comments.c.proposal_id == bindparam("proposal_id", type_=Uuid),
            said != "contradicted",
        )
        .order_by(firm.desc(), comments.c.created_at.desc(), comments.c.id.desc())
        .limit(1)
        .correlate(HOUSEHOLDS)
        .scalar_subquery()
    )


_PICTURE = picture_statement(func.coalesce(_newest_claim(), literal("none")))


async def read_position_picture(
    tx: Tx, actor: Actor, proposal_id: UUID, building_id: UUID
) -> bytes:
    """A building, each door marked ``for``, ``against``, ``neutral`` or ``none``.

    For the office, and for the representative of that building, who lists homes on it.

    Raises:
        Problem: 404 where the actor sees neither the proposal nor that building's positions.
    """
    await require_proposal(tx, actor, proposal_id)
    reach = actor.reach(SEE_EVERY_POSITION, Scope.BUILDING)
    if reach is not None and building_id not in reach:
        raise not_found()
    return await draw_picture(tx, _PICTURE, building_id, proposal_id=proposal_id)
