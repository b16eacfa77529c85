"""Three ballot rounds: one that was decided, one being voted on, one on notice."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from linli.community.public import HOUSEHOLD_MEMBERS, HOUSEHOLDS
from linli.deliberation.actions.ballots.cast_ballot import cast_ballot
from linli.deliberation.actions.ballots.confirm_paper import confirm_paper
from linli.deliberation.actions.ballots.record_paper import record_paper
from linli.deliberation.queries.ballots.tables import electors
from linli.deliberation.schemas.ballots.ledger import PaperBallotIn, PaperConfirmationIn
from linli.deliberation.schemas.ballots.voting import BallotIn
from linli.demo.deliberating.ballot_words import BRANDS, DECIDED, NOTICED, RUNNING
from linli.demo.deliberating.earlier import days_ago
from linli.demo.phone import Phone
from linli.demo.story import Story
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id
from linli.kernel.work.worker import do_all

SEED: Final = 20261118
DECIDED_BUILDING: Final = "7"
SHARE_DECIDED, SHARE_RUNNING = 0.86, 0.63
RUNNING_DAYS: Final = (3.2, 2.1, 1.2, 0.1)
WAITING: Final = 4
"""Papers that wait for a second person."""


@dataclass(frozen=True)
class _Round:
    """A round of the story, by days from today."""

    id: UUID
    noticed: int
    opens: int
    closes: int


async def hold_ballots(story: Story, admin: Phone, project_id: str) -> None:
    """Tell all three; the one that was decided first.

    Nothing is awaited outside of ``days_ago``: the worker shares this clock, and would close at
    once what the story has only just opened.
    """
    buildings = (await admin.get("/buildings?limit=200"))["items"]
    decided = next(each["id"] for each in buildings if each["code"] == DECIDED_BUILDING)
    stairwell = await _stairwell_of(story, "resident")
    first = _Round(new_id(), 72, 56, 42)
    scope = {"building_ids": [decided], "stairwell_ids": []}
    with days_ago(first.noticed):
        questions = await _notice(admin, first, DECIDED, scope, project_id)
    with days_ago(first.opens - 5):
        await do_all(story.database, story.handlers)
        await _vote(story, first, questions, SHARE_DECIDED)
    with days_ago(first.closes - 2):
        await do_all(story.database, story.handlers)
        for step in ("count", "result-notice"):
            await admin.post(f"/ballot-rounds/{first.id}/{step}", {"id": str(new_id())})
    with days_ago(first.closes - 20):
        await do_all(story.database, story.handlers)
    await _go_on(story, admin, project_id, {"building_ids": [], "stairwell_ids": [stairwell]})


async def _go_on(story: Story, admin: Phone, project_id: str, here: dict[str, Any]) -> None:
    second, third = _Round(new_id(), 22, 4, -6), _Round(new_id(), 3, -14, -28)
    with days_ago(second.noticed):
        questions = await _notice(admin, second, RUNNING, here, project_id)
    for turn, ago in enumerate(RUNNING_DAYS):
        with days_ago(ago):
            await do_all(story.database, story.handlers)
            await _vote(story, second, questions, SHARE_RUNNING, turn, len(RUNNING_DAYS))
    with days_ago(third.noticed):
        everybody: dict[str, Any] = {"building_ids": [], "stairwell_ids": []}
        await _notice(admin, third, NOTICED, everybody, project_id)


async def _stairwell_of(story: Story, login: str) -> str:
    h = HOUSEHOLDS.c
    async with story.database.transaction(write=False) as tx:
        await tx.enter(story.community_id)
        mine = (h.community_id == story.community_id, h.id == story.homes[login])
        return str(await tx.scalar(select(h.stairwell_id).where(*mine)))


async def _notice(
    admin: Phone, round_: _Round, words: dict[str, Any], scope: dict[str, Any], project_id: str
) -> list[dict[str, Any]]:
    """Draft it and put it on notice; its questions."""
    today = clock.now().date() + timedelta(days=round_.noticed)

    def day(ago: int) -> str:
        moved: date = today - timedelta(days=ago)
        return moved.isoformat()

    questions = [{"id": str(new_id()), **question} for question in words["questions"]]
    body = {
        "id": str(round_.id),
        "project_id": project_id,
        "mode": "paper_ledger",
        "scope": scope,
        "opens_on": day(round_.opens),
        "closes_on": day(round_.closes),
        **words,
        "questions": questions,
    }
    await admin.post("/ballot-rounds", body)
    await admin.post(f"/ballot-rounds/{round_.id}/notice", {"id": str(new_id())})
    return questions


async def _vote(  # noqa: PLR0913, PLR0917 - whose, when, and how many of them
    story: Story,
    round_: _Round,
    questions: list[dict[str, Any]],
    share: float,
    turn: int = 0,
    turns: int = 1,
) -> None:
    """Some vote on the phone, others hand in paper that two people read.

    Of several turns, the last leaves a few papers for somebody to confirm.
    """
    chance = random.Random(SEED)  # noqa: S311 - a story, not a secret
    typist, reader = _actor(story, "admin"), _actor(story, "volunteer2")
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        lines = await _electors(tx, round_.id)
        accounts = await _accounts(tx)
        chosen = chance.sample(lines, round(len(lines) * share))[turn::turns]
        kept = await _resident_s_own(story, tx)
        left = len(chosen) - (WAITING if turns > 1 and turn == turns - 1 else 0)
        for number, line in enumerate(chosen):
            answers = _answers(questions, chance)
            account = accounts.get(line["voter_owner_id"])
            if line["voter_owner_id"] in kept:
                continue  # whoever tries the demo has a vote of their own left
            if account is not None:
                voter = Actor(account, story.community_id, (Grant("resident", Scope.COMMUNITY),))
                body = BallotIn(id=new_id(), elector_id=line["id"], answers=answers)
                await cast_ballot(tx, voter, round_.id, body)
            else:
                second = reader if number < left else None
                await _paper(tx, (typist, second), round_.id, line, answers)


def _actor(story: Story, login: str) -> Actor:
    grants = (Grant("community_admin", Scope.COMMUNITY), Grant("volunteer", Scope.COMMUNITY))
    return Actor(story.accounts[login], story.community_id, grants)


async def _electors(tx: Tx, round_id: UUID) -> list[Row]:
    e = electors.c
    mine = (e.community_id == tx.community, e.round_id == round_id)
    return await tx.rows(select(e.id, e.voter_owner_id).where(*mine).order_by(e.code))


async def _accounts(tx: Tx) -> dict[UUID, UUID]:
    m = HOUSEHOLD_MEMBERS.c
    asks = select(m.owner_id, m.account_id).where(
        m.community_id == tx.community, m.owner_id.is_not(None), m.ended_at.is_(None)
    )
    return {row["owner_id"]: row["account_id"] for row in await tx.rows(asks)}


async def _resident_s_own(story: Story, tx: Tx) -> set[UUID]:
    m = HOUSEHOLD_MEMBERS.c
    mine = (m.community_id == tx.community, m.account_id == story.accounts["resident"])
    return {row["owner_id"] for row in await tx.rows(select(m.owner_id).where(*mine))}


def _answers(questions: list[dict[str, Any]], chance: random.Random) -> list[Any]:
    given = []
    for question in questions:
        answers, weights = ("agree", "oppose", "abstain"), (80, 14, 6)
        if question.get("kind") == "choice":
            answers, weights = BRANDS, (62, 22, 16)
        answer = chance.choices(answers, weights)[0]
        given.append({"question_id": question["id"], "answer": answer})
    return given


async def _paper(
    tx: Tx, people: tuple[Actor, Actor | None], round_id: UUID, line: Row, answers: list[Any]
) -> None:
    typist, reader = people
    body = PaperBallotIn(
        id=new_id(),
        elector_id=line["id"],
        handed_in_at=clock.now() - timedelta(hours=1),
        answers=answers,
    )
    await record_paper(tx, typist, round_id, body)
    if reader is not None:
        again = PaperConfirmationIn(id=new_id(), answers=answers)
        await confirm_paper(tx, reader, round_id, body.id, again)
