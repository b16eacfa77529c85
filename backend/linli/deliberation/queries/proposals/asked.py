"""What was said in the name of the actor's homes, and what they answered."""

from uuid import UUID

from sqlalchemy import ColumnElement, Subquery, and_, func, select

from linli.community.public import homes_of
from linli.deliberation.queries.proposals.tables import answers, claims, comments, proposals
from linli.deliberation.rules.lifecycles.proposal import UNDECIDED
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx


def newest_answers(tx: Tx) -> Subquery:
    """``comment_id household_id answer``: the last word of each home on each comment."""
    a = answers.c
    turn = func.row_number().over(
        partition_by=(a.comment_id, a.household_id), order_by=(a.said_at.desc(), a.id.desc())
    )
    ranked = (
        select(a.comment_id, a.household_id, a.answer, turn.label("turn"))
        .where(a.community_id == tx.community)
        .subquery("ranked_answers")
    )
    names = ("comment_id", "household_id", "answer")
    newest = select(*[ranked.c[name] for name in names]).where(ranked.c.turn == 1)
    return newest.subquery("answered")


async def homes_asked(tx: Tx, actor: Actor, proposal_id: UUID) -> list[Row]:
    """Comments by others that speak for the actor's homes."""
    return await _asked(tx, actor, comments.c.proposal_id == proposal_id)


async def homes_to_answer(tx: Tx, actor: Actor, most: int) -> list[Row]:
    """What was said in the name of the actor's homes and waits for their word, as on Today.

    Only of proposals that nothing was decided about yet, and nothing that is hidden.
    """
    p, c = proposals.c, comments.c
    undecided = select(p.id).where(p.community_id == tx.community, p.state.in_(sorted(UNDECIDED)))
    open_ones = and_(c.proposal_id.in_(undecided), c.hidden_at.is_(None))
    rows = await _asked(tx, actor, and_(open_ones, claims.c.is_own.is_(False)))
    return [row for row in rows if row["answer"] == "unanswered"][:most]


async def _asked(tx: Tx, actor: Actor, which: ColumnElement[bool]) -> list[Row]:
    homes = {home["household_id"]: home["code"] for home in await homes_of(tx, actor.account_id)}
    if not homes:
        return []
    answered = newest_answers(tx).c
    said = and_(comments.c.community_id == claims.c.community_id)
    asks = (
        select(
            claims.c.comment_id,
            claims.c.household_id,
            comments.c.proposal_id,
            comments.c.position,
            comments.c.words,
            comments.c.hidden_at,
            comments.c.created_by,
            answered.answer,
        )
        .join_from(claims, comments, said & (comments.c.id == claims.c.comment_id))
        .outerjoin(
            answered.comment_id.table,
            and_(
                answered.comment_id == claims.c.comment_id,
                answered.household_id == claims.c.household_id,
            ),
        )
        .where(
            claims.c.community_id == tx.community,
            which,
            claims.c.household_id.in_(homes),
            comments.c.created_by != actor.account_id,
        )
        .order_by(comments.c.created_at, claims.c.id)
    )
    rows = await tx.rows(asks)
    names = await names_of(tx, {row["created_by"] for row in rows}) if rows else {}
    return [
        {
            **row,
            "household_code": homes[row["household_id"]],
            "words": "" if row["hidden_at"] else row["words"],
            "by_name": names.get(row["created_by"], ""),
            "answer": row["answer"] or "unanswered",
        }
        for row in rows
    ]
