"""That what a round names is there."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.comparison_lists.lists import newest_published
from linli.deliberation.queries.cost_plans.tables import plans, schemes
from linli.deliberation.queries.proposals.tables import proposals
from linli.deliberation.rules.ballots.question import QuestionKind, SubjectKind
from linli.deliberation.schemas.ballots.round_in import BallotQuestionIn
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import invalid


async def require(tx: Tx, field: str, among: Any, ids: set[UUID]) -> None:
    """Refuse a field that names rows which are not there.

    Raises:
        Problem: 422 ``unknown_reference``.
    """
    if not ids:
        return
    c = among.c
    found = await tx.rows(select(c.id).where(c.community_id == tx.community, c.id.in_(ids)))
    if len(found) != len(ids):
        raise invalid(f"/{field}", "unknown_reference")


async def check_subjects(tx: Tx, questions: Sequence[BallotQuestionIn]) -> None:
    """Refuse a question about what is not there (raises as ``require``).

    A choice among schemes is about their plan, and its options are the schemes; a comparison list
    is put to the vote as a choice among its options, by their keys, once it is published.
    """
    for place, question in enumerate(questions):
        if question.subject is None:
            continue
        of, at = question.subject, f"questions/{place}"
        if of.kind is SubjectKind.PROPOSAL:
            await require(tx, f"{at}/subject/id", proposals, {of.id})
        if of.kind is SubjectKind.SCHEME:
            choice = question.kind is QuestionKind.CHOICE
            await require(tx, f"{at}/subject/id", plans if choice else schemes, {of.id})
            offered = {option.subject_id for option in question.options}
            if choice and None in offered:
                raise invalid(f"/{at}/options", "unknown_reference")
            await require(tx, f"{at}/options", schemes, {each for each in offered if each})
        if of.kind is SubjectKind.COMPARISON_LIST:
            await _check_list(tx, at, of.id, question)


async def _check_list(tx: Tx, at: str, list_id: UUID, question: BallotQuestionIn) -> None:
    newest = await newest_published(tx, list_id)
    if newest is None:
        raise invalid(f"/{at}/subject/id", "unknown_reference")
    compared = {option["key"] for option in newest["options"]}
    offered = {option.key for option in question.options}
    if not offered or offered - compared:
        raise invalid(f"/{at}/options", "unknown_reference")
