"""What still keeps a draft's questions from going on notice."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import and_, select

from linli.deliberation.queries.comparison_lists.lists import newest_published
from linli.deliberation.queries.cost_plans.tables import adoptions, plans, schemes
from linli.deliberation.queries.proposals.tables import proposals
from linli.deliberation.rules.ballots.question import Question, Subject, SubjectKind
from linli.deliberation.rules.lifecycles.proposal import READY
from linli.kernel.db.transaction import Row, Tx


async def still_missing(tx: Tx, questions: Sequence[Question]) -> list[Row]:
    """What keeps questions from going on notice: ``question``, its number from 1, and ``what``.

    A proposal has been talked over to its end, everybody can read what a scheme costs them, and a
    comparison list calls its options as the ballot does.
    """
    found = []
    for number, question in enumerate(questions, start=1):
        whats = [await _missing(tx, question, subject) for subject in question.subjects]
        # Several schemes of one plan lack the same thing.
        found += [{"question": number, "what": what} for what in dict.fromkeys(filter(None, whats))]
    return found


async def _missing(tx: Tx, question: Question, subject: Subject) -> str | None:
    if subject.kind is SubjectKind.PROPOSAL:
        return await _of_proposal(tx, UUID(subject.id))
    if subject.kind is SubjectKind.SCHEME:
        return await _of_scheme(tx, UUID(subject.id))
    return await _of_list(tx, question, UUID(subject.id))


async def _of_proposal(tx: Tx, proposal_id: UUID) -> str | None:
    c = proposals.c
    asks = select(c.state).where(c.community_id == tx.community, c.id == proposal_id)
    return None if await tx.scalar(asks) == READY else "proposal_in_work"


async def _of_list(tx: Tx, question: Question, list_id: UUID) -> str | None:
    """The ballot calls each option as the list does."""
    newest = await newest_published(tx, list_id)
    names = {one["key"]: one["name"] for one in newest["options"]} if newest else {}
    same = all(names.get(option.key) == option.title for option in question.options)
    return None if same else "options_renamed"


async def _of_scheme(tx: Tx, scheme_id: UUID) -> str | None:
    s, p, a = schemes.c, plans.c, adoptions.c
    of_plan = and_(p.community_id == s.community_id, p.id == s.plan_id)
    settled = and_(a.community_id == p.community_id, a.plan_id == p.id)
    asks = (
        select(p.published_at, a.id.label("adopted"))
        .select_from(schemes.join(plans, of_plan).outerjoin(adoptions, settled))
        .where(s.community_id == tx.community, s.id == scheme_id)
    )
    plan = await tx.row(asks)
    if plan is None or plan["published_at"] is None:
        return "plan_unpublished"
    return "plan_settled" if plan["adopted"] else None
