"""Holding what a round puts to the vote: from its notice to its end the wording stays."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.proposals.tables import proposals
from linli.deliberation.rules.ballots.question import Question, SubjectKind
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import Problem


async def hold_subjects(tx: Tx, round_id: UUID) -> None:
    """Let nobody reword the proposals that a round is about until ``release_subjects``.

    One round at a time: two that ran beside each other could decide two things about one text.

    Raises:
        Problem: 409 ``subject_in_another_round``.
    """
    asked = await questions_of(tx, round_id)
    await _hold(tx, proposals, _named(asked, SubjectKind.PROPOSAL), round_id)


async def release_subjects(tx: Tx, round_id: UUID) -> None:
    """Give back what a round held: it is final, withdrawn or annulled."""
    c = proposals.c
    theirs = (c.community_id == tx.community, c.held_by_round == round_id)
    await tx.execute(update(proposals).where(*theirs).values(held_by_round=None))


def _named(asked: Iterable[Question], kind: SubjectKind) -> set[UUID]:
    return {UUID(one.subject[1]) for one in asked if one.subject and one.subject[0] == kind}


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
