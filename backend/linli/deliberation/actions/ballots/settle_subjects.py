"""What a final result decides besides itself: the proposals and schemes that were asked about."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from linli.deliberation.actions.ballots.check_scope import check_scope
from linli.deliberation.actions.cost_plans.adopt_scheme import adopt_scheme
from linli.deliberation.actions.proposals.settle_proposal import settle_proposal
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.round_page import newest_result
from linli.deliberation.queries.ballots.round_rows import scope_of
from linli.deliberation.queries.ballots.tables import changes
from linli.deliberation.rules.ballots.question import Question, SubjectKind
from linli.deliberation.rules.ballots.tally import Outcome
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem


async def settle_subjects(tx: Tx, round_: Row) -> None:
    """Tell the proposals and schemes that the questions were about what became of them.

    Only the ballots as returned settle anything; a tally with followers is for people to act on.
    What refuses to be settled (a proposal withdrawn meanwhile, another scheme adopted, homes
    outside the round's scope) leaves a fact and keeps no result from being final.
    """
    found = await newest_result(tx, round_["id"])
    if found is None:
        return
    actor = await _publisher(tx, round_["id"])
    judged = {one["question"]: one["returned"] for one in found["document"]["questions"]}
    for question in await questions_of(tx, round_["id"]):
        if question.subject is None or judged[question.id]["outcome"] == Outcome.REPORTED:
            continue
        try:
            async with tx.savepoint():
                await check_scope(tx, scope_of(round_), [question])
                await _settle(tx, actor, round_["id"], question, judged[question.id])
        except Problem as refused:
            public = {"question": question.id, "refused": refused.code}
            record(tx, round_fact("unsettled", None, round_["id"], clock.now(), **public))


async def _settle(
    tx: Tx, actor: Actor, round_id: UUID, question: Question, judged: dict[str, Any]
) -> None:
    kind, subject = question.subject or ("", "")
    passed = judged["outcome"] == Outcome.PASSED
    if kind == SubjectKind.PROPOSAL:
        version = question.subject_version
        await settle_proposal(
            tx, actor, UUID(subject), adopted=passed, round_id=round_id, version=version
        )
    if kind == SubjectKind.SCHEME and passed:
        scheme, version = subject, question.subject_version
        for option in question.options:
            if option.key == judged.get("passed") and option.subject is not None:
                scheme, version = option.subject, option.subject_version
        await adopt_scheme(tx, actor, UUID(scheme), round_id=round_id, version=version)


async def _publisher(tx: Tx, round_id: UUID) -> Actor:
    """Whoever put the result on notice: it became final by itself, but not without them."""
    c = changes.c
    asks = select(c.created_by).where(
        c.community_id == tx.community, c.round_id == round_id, c.to_state == "on_notice"
    )
    account: UUID = await tx.scalar(asks.order_by(c.created_at.desc(), c.id.desc()).limit(1))
    return Actor(account, tx.community, (Grant("community_admin", Scope.COMMUNITY),))
