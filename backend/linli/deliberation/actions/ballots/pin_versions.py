from typing import Any
from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.queries.ballots.tables import options, questions
from linli.deliberation.queries.comparison_lists.lists import lists
from linli.deliberation.queries.cost_plans.tables import schemes
from linli.deliberation.queries.proposals.tables import proposals
from linli.deliberation.rules.ballots.question import SubjectKind
from linli.kernel.db.transaction import Tx


async def pin_versions(tx: Tx, round_id: UUID) -> None:
    """Note which version of each proposal, scheme and comparison list is put to the vote.

    A later one is not what was noticed; hold the subjects first, so that none comes between.
    """
    scheme, proposal = SubjectKind.SCHEME, SubjectKind.PROPOSAL
    await _pin(tx, round_id, proposal, questions, questions.c.id, proposals, proposals.c.newest)
    compared = SubjectKind.COMPARISON_LIST
    await _pin(tx, round_id, compared, questions, questions.c.id, lists, lists.c.version)
    for target, of_question in ((questions, questions.c.id), (options, options.c.question_id)):
        await _pin(tx, round_id, scheme, target, of_question, schemes, schemes.c.version)


async def _pin(  # noqa: PLR0913, PLR0917 - two tables and how they meet
    tx: Tx,
    round_id: UUID,
    kind: SubjectKind,
    target: Any,
    of_question: Any,
    subjects: Any,
    number: Any,
) -> None:
    about = select(questions.c.id).where(
        questions.c.community_id == tx.community,
        questions.c.round_id == round_id,
        questions.c.subject_kind == str(kind),
    )
    newest = (
        select(number)
        .where(
            subjects.c.community_id == target.c.community_id,
            subjects.c.id == target.c.subject_id,
        )
        .scalar_subquery()
    )
    mine = (target.c.community_id == tx.community, of_question.in_(about))
    await tx.execute(update(target).where(*mine).values(subject_version=newest))
