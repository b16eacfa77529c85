"""Holding what a round puts to the vote: from its notice to its end the wording stays."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.comparison_lists.lists import lists
from linli.deliberation.queries.cost_plans.tables import schemes
from linli.deliberation.queries.proposals.tables import proposals
from linli.deliberation.rules.ballots.question import SubjectKind
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem

_TABLES: Final = {
    SubjectKind.PROPOSAL: proposals,
    SubjectKind.SCHEME: schemes,
    SubjectKind.COMPARISON_LIST: lists,
}


async def hold_subjects(tx: Tx, round_id: UUID) -> None:
    """Let nobody change the proposals, schemes and lists that a round is about until it is over.

    One round at a time: two that ran beside each other could decide two things about one thing.

    Raises:
        Problem: 409 ``subject_in_another_round``.
    """
    asked = await questions_of(tx, round_id)
    held = [(one.kind, UUID(one.id)) for question in asked for one in question.subjects]
    for kind, of in _TABLES.items():
        await _hold(tx, of, {id_ for about, id_ in held if about is kind}, round_id)


async def release_subjects(tx: Tx, round_id: UUID) -> None:
    """Give back what a round held: it is final, withdrawn or annulled."""
    for of in _TABLES.values():
        theirs = (of.c.community_id == tx.community, of.c.held_by_round == round_id)
        await tx.execute(update(of).where(*theirs).values(held_by_round=None))


async def _hold(tx: Tx, of: Any, ids: set[UUID], round_id: UUID) -> None:
    if not ids:
        return
    c = of.c
    these = (c.community_id == tx.community, c.id.in_(ids))
    # In one order, so that two notices wait for each other instead of blocking each other.
    asks = select(c.held_by_round).where(*these).order_by(c.id).with_for_update()
    if any(row["held_by_round"] not in {None, round_id} for row in await tx.rows(asks)):
        raise Problem(409, "subject_in_another_round")
    await tx.execute(update(of).where(*these).values(held_by_round=round_id))
