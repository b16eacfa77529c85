"""What is said without a network and sent later: agreeing, and whether a report is fixed."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import expect
from sqlalchemy import select

from e2e.phone import Phone
from e2e.scene import Scene
from e2e.writing import neighbour, office, one_of, writing
from linli.deliberation.actions.feedback.answer_feedback import answer_feedback
from linli.deliberation.actions.feedback.report_feedback import report_feedback
from linli.deliberation.actions.feedback.say_fixed import say_fixed
from linli.deliberation.actions.proposals.log_comments import log_comments
from linli.deliberation.actions.proposals.make_proposal import make_proposal
from linli.deliberation.actions.proposals.move_proposal import move_proposal
from linli.deliberation.models.proposals.comment import CommentVote
from linli.deliberation.queries.feedback.reports import reports
from linli.deliberation.schemas.feedback import FeedbackAnswerIn, FeedbackIn
from linli.deliberation.schemas.proposals.comment import ProposalCommentIn
from linli.deliberation.schemas.proposals.proposal import ProposalIn, ProposalMoveIn
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id
from linli.kernel.sync.items import SyncItem

pytestmark = pytest.mark.e2e


def sent(kind: str, payload: Any) -> SyncItem:
    return SyncItem(new_id(), kind, clock.now(), payload)


async def commented(scene: Scene) -> tuple[UUID, UUID]:
    """An open proposal and what a neighbour said about it."""
    body = ProposalIn(id=new_id(), title="换电梯", body="两部都换。")
    said = ProposalCommentIn(
        proposal_id=body.id, version_number=1, position="for", words="早该换", said_at=clock.now()
    )
    item = sent("proposal_comment", said)
    async with writing(scene) as tx:
        await make_proposal(tx, office(scene), body)
        opening = ProposalMoveIn(id=new_id(), target="open_for_comment")
        await move_proposal(tx, office(scene), body.id, opening)
        await log_comments(tx, neighbour(scene, scene.other.account_id), [item])
    return body.id, item.id


async def test_agreeing_with_a_comment_without_a_network_is_kept_shown_and_sent(
    phone: Phone, scene: Scene
) -> None:
    proposal, comment = await commented(scene)
    await phone.go(f"#/deliberation/proposals/{proposal}/comments")
    await phone.see("早该换")
    await phone.page.context.set_offline(True)
    await phone.press("同意 0")
    await expect(phone.page.get_by_role("button", name="同意 1", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    (item,) = await phone.stored()
    assert (item["kind"], item["state"]) == ("comment_vote", "queued")
    await phone.page.context.set_offline(False)
    await phone.send_now()
    await phone.all_received(1)
    votes = table(CommentVote).c
    async with writing(scene) as tx:
        rows = await tx.rows(select(votes.vote).where(votes.comment_id == comment))
    assert [row["vote"] for row in rows] == ["agree"]


async def said_to_be_fixed(scene: Scene) -> UUID:
    """The volunteer's report of a lamp, answered and said to be done."""
    item = sent("feedback", FeedbackIn(kind="lighting", words="灯不亮", happened_at=clock.now()))
    contractor = one_of(scene, scene.other.account_id, "contractor")
    day = clock.today("Asia/Shanghai") + timedelta(days=3)
    async with writing(scene) as tx:
        await report_feedback(tx, neighbour(scene, scene.volunteer.account_id), [item])
        answer = FeedbackAnswerIn(words="换灯泡", promised_on=day)
        await answer_feedback(tx, contractor, item.id, answer)
        await say_fixed(tx, contractor, item.id, "换好了")
    return item.id


async def state_of(scene: Scene, report: UUID) -> str:
    async with writing(scene) as tx:
        return str(await tx.scalar(select(reports.c.state).where(reports.c.id == report)))


async def test_whether_it_is_fixed_is_said_without_a_network_and_arrives_later(
    phone: Phone, scene: Scene
) -> None:
    report = await said_to_be_fixed(scene)
    await phone.go(f"#/deliberation/feedback/{report}")
    await phone.see("修好了吗")
    await phone.page.context.set_offline(True)
    await phone.press("没好")
    dialog = phone.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill("晚上还是不亮")
    await dialog.get_by_role("button").first.click()
    await phone.see("您说：没好")
    (item,) = await phone.stored()
    assert (item["kind"], item["state"]) == ("feedback_step", "queued")
    assert await state_of(scene, report) == "said_fixed"
    await phone.page.context.set_offline(False)
    await phone.stir()
    await phone.see("晚上还是不亮")
    await expect(phone.page.get_by_text("您说：没好")).to_have_count(0)
    assert await state_of(scene, report) == "reopened"
