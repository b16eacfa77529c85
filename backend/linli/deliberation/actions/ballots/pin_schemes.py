from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.queries.ballots.tables import options, questions
from linli.deliberation.queries.cost_plans.tables import schemes
from linli.deliberation.rules.ballots.question import SubjectKind
from linli.kernel.db.transaction import Tx


async def pin_schemes(tx: Tx, round_id: UUID) -> None:
    """Note which version of each scheme is put to the vote; a later one is not what was noticed."""
    about_schemes = select(questions.c.id).where(
        questions.c.community_id == tx.community,
        questions.c.round_id == round_id,
        questions.c.subject_kind == str(SubjectKind.SCHEME),
    )
    for target, of_question in ((questions, questions.c.id), (options, options.c.question_id)):
        newest = (
            select(schemes.c.version)
            .where(
                schemes.c.community_id == target.c.community_id,
                schemes.c.id == target.c.subject_id,
            )
            .scalar_subquery()
        )
        mine = (target.c.community_id == tx.community, of_question.in_(about_schemes))
        await tx.execute(update(target).where(*mine).values(subject_version=newest))
