"""Three proposals in different states, and what sixty neighbours say about one of them."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from linli.community.public import HOUSEHOLDS
from linli.deliberation.actions.proposals.log_comments import log_comments
from linli.deliberation.actions.proposals.make_proposal import make_proposal
from linli.deliberation.actions.proposals.move_proposal import move_proposal
from linli.deliberation.actions.proposals.offer_amendment import offer_amendment
from linli.deliberation.actions.proposals.vote_on_comment import vote_on_comment
from linli.deliberation.actions.proposals.write_version import write_version
from linli.deliberation.schemas.proposals.amendment import AmendmentIn
from linli.deliberation.schemas.proposals.comment import ProposalCommentIn
from linli.deliberation.schemas.proposals.proposal import (
    ProposalIn,
    ProposalMoveIn,
    ProposalVersionIn,
)
from linli.demo.deliberating import proposal_words as words
from linli.demo.deliberating.earlier import days_ago
from linli.demo.deliberating.representatives import (
    neighbours_by_building,
    office,
    resident,
)
from linli.demo.story import Story
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id
from linli.kernel.sync.items import SyncItem

SPOKEN_FOR = 14
"""How many homes the demo's representative lists."""
VOTERS = 28
SPEAKERS = 48
"""Not from all buildings: for some only their representative speaks."""


async def propose(story: Story, project_id: str) -> None:
    """The lifts are open for comment, quiet hours are being revised, the lights are being done."""
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        with days_ago(16):
            lights = await _draft(tx, story, words.LIGHTS, None)
            for target in ("open_for_comment", "ready_to_decide", "adopted", "being_carried_out"):
                reason = "议事会一致同意，不动用维修资金" if target == "adopted" else ""
                await _move(tx, story, lights, target, reason)
        with days_ago(9):
            quiet = await _draft(tx, story, words.QUIET, UUID(project_id))
            await _move(tx, story, quiet, "open_for_comment")
        await _revise(tx, story, quiet)
        with days_ago(5):
            lifts = await _draft(tx, story, words.LIFTS, UUID(project_id))
            await _move(tx, story, lifts, "open_for_comment")
        await _discuss(tx, story, lifts)


async def _draft(tx: Tx, story: Story, text: tuple[str, str], project_id: UUID | None) -> UUID:
    body = ProposalIn(id=new_id(), project_id=project_id, title=text[0], body=text[1])
    await make_proposal(tx, office(story), body)
    return body.id


async def _move(tx: Tx, story: Story, proposal_id: UUID, target: Any, reason: str = "") -> None:
    body = ProposalMoveIn(id=new_id(), target=target, reason=reason)
    await move_proposal(tx, office(story), proposal_id, body)


async def _revise(tx: Tx, story: Story, proposal_id: UUID) -> None:
    """An amendment was offered; the text has a second version."""
    with days_ago(7):
        body = AmendmentIn(
            id=new_id(),
            version_number=1,
            quote="12:00 到 14:30",
            replacement="12:00 到 15:00",
            reason="老人午睡到三点",
        )
        await offer_amendment(tx, resident(story, "resident"), proposal_id, body)
    with days_ago(3):
        await _move(tx, story, proposal_id, "revision")
        version = ProposalVersionIn(
            id=new_id(),
            follows=1,
            title=words.QUIET[0],
            body=words.QUIET_AGAIN,
            what_changed="加上周末不钻墙，考试日停工",
        )
        await write_version(tx, office(story), proposal_id, version)


async def _discuss(tx: Tx, story: Story, proposal_id: UUID) -> None:
    """Neighbours comment, the representative speaks for homes, many agree or don't."""
    buildings = await neighbours_by_building(tx, story)
    ours, *others = buildings
    silent = others[: len(words.ELSEWHERE)]
    each = [logins for building_id, logins in buildings.items() if building_id not in silent]
    logins = [login for homes in zip(*each, strict=False) for login in homes]
    speaking = [login for login in logins if login not in {"rep", "resident"}][:SPEAKERS]
    said = _mixed()
    positions = [position for position, _ in said]
    yes, no = positions.index("for"), positions.index("against")
    with days_ago(4):
        made = [
            await _say(tx, story, login, proposal_id, said[turn % len(said)])
            for turn, login in enumerate(speaking)
        ]
        shared = await _say(tx, story, "supervisor", proposal_id, ("neutral", words.SHARED))
        about = ("for", words.FOR_THE_HOMES, SPOKEN_FOR)
        await _speak_for(tx, story, proposal_id, ("rep", "resident"), ours, about)
        for building_id, heard in zip(silent, words.ELSEWHERE, strict=True):
            voice = buildings[building_id][:1]
            await _speak_for(tx, story, proposal_id, voice, building_id, heard)
        await _reply(tx, story, proposal_id, made[no])
    with days_ago(1):
        await _agree(tx, story, speaking[:VOTERS], (shared, made[yes], made[no]), positions)


def _mixed() -> list[tuple[str, str]]:
    """Position and words of each comment, those for, against and neutral evenly mixed."""
    sides = {"for": words.FOR, "against": words.AGAINST, "neutral": words.NEUTRAL}
    placed = [
        ((at + 0.5) / len(all_), position, each)
        for position, all_ in sides.items()
        for at, each in enumerate(all_)
    ]
    return [(position, each) for _, position, each in sorted(placed)]


async def _say(tx: Tx, story: Story, login: str, proposal_id: UUID, what: tuple[Any, str]) -> UUID:
    home = story.homes.get(login)
    return await _send(
        tx,
        resident(story, login),
        proposal_id,
        position=what[0],
        words=what[1],
        speaks_for=[home] if home else [],
    )


async def _send(tx: Tx, actor: Actor, proposal_id: UUID, **more: Any) -> UUID:
    now = clock.now()
    said = ProposalCommentIn(proposal_id=proposal_id, version_number=1, said_at=now, **more)
    item = SyncItem(new_id(), "proposal_comment", now, said)
    (verdict,) = await log_comments(tx, actor, [item])
    if verdict.problem is not None:
        raise verdict.problem
    return item.id


async def _speak_for(  # noqa: PLR0913, PLR0917 - who, where and what
    tx: Tx,
    story: Story,
    proposal_id: UUID,
    logins: Sequence[str],
    building_id: UUID,
    about: tuple[str, str, int],
) -> None:
    """A representative, the first, lists homes of the building; these can still contradict."""
    position, said, how_many = about
    h = HOUSEHOLDS.c
    asks = select(h.id).where(
        h.community_id == tx.community, h.building_id == building_id, h.kind == "home"
    )
    homes = [row["id"] for row in await tx.rows(asks.order_by(h.sort_key).limit(how_many))]
    speaks = (Grant("representative", Scope.BUILDING, building_id),)
    voice = Actor(story.accounts[logins[0]], story.community_id, speaks)
    listed = list(dict.fromkeys([*(story.homes[login] for login in logins), *homes]))
    more = {"position": position, "words": said, "speaks_for": listed}
    await _send(tx, voice, proposal_id, **more)


async def _reply(tx: Tx, story: Story, proposal_id: UUID, to: UUID) -> None:
    actor = resident(story, "admin")
    await _send(tx, actor, proposal_id, reply_to=to, words=words.REPLY)


async def _agree(
    tx: Tx,
    story: Story,
    voters: Sequence[str],
    about: tuple[UUID, UUID, UUID],
    positions: Sequence[str],
) -> None:
    """Everybody wants the accounts shown; on the rest they follow what they said themselves."""
    shared, yes, no = about
    own = {positions.index("for"): yes, positions.index("against"): no}
    for turn, login in enumerate(voters):
        position = positions[turn % len(positions)]
        answers: dict[UUID, Any] = {shared: "agree"}
        answers[yes] = "agree" if position == "for" else "disagree"
        # Of those who are unsure about it there are so few that the map does not list them.
        doubts = "pass" if position == "neutral" and turn % 2 else "disagree"
        answers[no] = "agree" if position == "against" else doubts
        for comment_id, vote in answers.items():
            if comment_id != own.get(turn):
                await vote_on_comment(tx, resident(story, login), comment_id, vote)
