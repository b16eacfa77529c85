"""A round that is over and final: the residents of one stairwell share the price of a new door."""

from collections.abc import Sequence
from itertools import chain, repeat
from typing import Any, Final
from uuid import UUID

from linli.deliberation.actions.ballots.confirm_paper import confirm_paper
from linli.deliberation.actions.ballots.finish_round import finish_when_due
from linli.deliberation.actions.ballots.record_paper import record_paper
from linli.deliberation.schemas.ballots.ledger import PaperBallotIn, PaperConfirmationIn
from linli.demo.deliberating.ballot_steps import Days, Item, answers_to, bring, noticed, step
from linli.demo.deliberating.ballot_words import GATE, GATE_ANSWER, GATE_OBJECTION, TITLES
from linli.demo.deliberating.earlier import days_ago
from linli.demo.deliberating.representatives import TIME_ZONE, office
from linli.demo.documents import picture
from linli.demo.phone import Phone
from linli.demo.story import Story
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.ids import new_id

BUILDING, STAIRWELL = "3", "1"
TOTAL_FEN: Final = 3_300_000
SOURCES: Final = (("common_revenue", "电梯广告收益", 2_100_000),)
SCHEMES: Final = (("方案一：每户一样多", "per_household"), ("方案二：按面积", "area"))
PAPER: Final = "paper-ballot.jpg"
TOOK_PART: Final = 104
OPPOSED, ABSTAINED = 9, 5
OPENED, CLOSED, COUNTED, PUBLISHED, OBJECTED, ANSWERED, FINAL = 80, 60, 57, 55, 52, 50, 39
"""How many days ago."""


async def decide_on_the_door(story: Story, phones: dict[str, Phone], project_id: str) -> None:
    """Vote, count, publish, answer an objection; the plan that was voted on is then adopted.

    Args:
        story: with everybody's homes.
        phones: by login; ``admin`` and ``resident``, who lives there.
        project_id: the project of the plan.
    """
    admin, days = phones["admin"], Days(TIME_ZONE)
    building, stairwell = await _place(admin)
    with days_ago(OPENED + 20):
        scheme_id = await _plan(admin, project_id, building, stairwell)
        asked = {**GATE, "subject": {"kind": "scheme", "id": scheme_id}}
        where = {"stairwell_ids": [stairwell]}
        dates = {"opens": -OPENED, "closes": -CLOSED}
        body = days.round_("paper_ledger", TITLES["decided"], [asked], where, **dates)
        path = await noticed(admin, body)
    await _vote(story, admin, path, body)
    await _settle(story, phones, path, UUID(body["id"]))


async def _place(admin: Phone) -> tuple[str, str]:
    buildings = (await admin.get("/buildings?limit=200"))["items"]
    building = next(each for each in buildings if each["code"] == BUILDING)
    wells = {each["code"]: each["id"] for each in building["stairwells"]}
    return building["id"], wells[STAIRWELL]


async def _plan(admin: Phone, project_id: str, building: str, stairwell: str) -> str:
    """The plan with its schemes, published; the first scheme's id."""
    path = f"/cost-plans/{(plan_id := str(new_id()))}"
    head = {"id": plan_id, "project_id": project_id, "title": TITLES["decided"][0]}
    plan = await admin.post("/cost-plans", {**head, "note": TITLES["decided"][1]})
    scope = {
        "kind": "stairwell",
        "label": f"{BUILDING}栋{STAIRWELL}单元门禁",
        "total_fen": TOTAL_FEN,
        "sources": [{"kind": kind, "name": name, "amount_fen": fen} for kind, name, fen in SOURCES],
        "places": [{"building_id": building, "stairwell_id": stairwell}],
    }
    await admin.put(f"{path}/scopes", {"scopes": [scope]}, plan["version"])
    ids = [str(new_id()) for _ in SCHEMES]
    for scheme_id, (title, method) in zip(ids, SCHEMES, strict=True):
        await admin.post(f"{path}/schemes", {"id": scheme_id, "title": title, "method": method})
    await admin.post(f"{path}/publication", {})
    return ids[0]


async def _vote(story: Story, admin: Phone, path: str, body: Item) -> None:
    with days_ago(OPENED):
        await step(admin, f"{path}/opening")
        electors = (await admin.get(f"{path}/electors?limit=200"))["items"]
        await bring(admin, body["id"], electors)
    with days_ago(CLOSED + 1):
        typed = await _typed(story, body, electors[:TOOK_PART])
        await admin.attach(picture(PAPER))
        await _confirmed(story, body, typed)


async def _typed(story: Story, body: Item, electors: Sequence[Item]) -> list[PaperBallotIn]:
    """What was handed in, as the office reads it, in one go: a hundred requests take seconds."""
    said = chain(repeat("oppose", OPPOSED), repeat("abstain", ABSTAINED), repeat("agree"))
    photo: Any = [picture(PAPER).slot]
    typed = []
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        for elector, answer in zip(electors, said, strict=False):
            given: Any = answers_to(body, [answer])
            told = {"elector_id": elector["elector_id"], "handed_in_at": clock.now()}
            paper = PaperBallotIn(id=new_id(), answers=given, attachments=photo, **told)
            await record_paper(tx, office(story), UUID(body["id"]), paper)
            typed.append(paper)
    return typed


async def _confirmed(story: Story, body: Item, typed: Sequence[PaperBallotIn]) -> None:
    """The same papers as a second person reads them."""
    member = (Grant("volunteer", Scope.COMMUNITY),)
    second = Actor(story.accounts["volunteer"], story.community_id, member)
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        for paper in typed:
            read = PaperConfirmationIn(id=new_id(), answers=paper.answers)
            await confirm_paper(tx, second, UUID(body["id"]), paper.id, read)


async def _settle(story: Story, phones: dict[str, Phone], path: str, round_id: UUID) -> None:
    admin = phones["admin"]
    with days_ago(COUNTED):
        await step(admin, f"{path}/count")
    with days_ago(PUBLISHED):
        await step(admin, f"{path}/result-notice")
    with days_ago(OBJECTED):
        said = {"id": str(new_id()), "words": GATE_OBJECTION}
        await phones["resident"].post(f"{path}/objections", said)
    with days_ago(ANSWERED):
        answer = {"id": str(new_id()), "words": GATE_ANSWER, "upheld": False}
        await admin.post(f"{path}/objections/{said['id']}/answer", answer)
    with days_ago(FINAL):
        async with story.database.transaction(write=True) as tx:
            await tx.enter(story.community_id)
            await finish_when_due(tx, round_id)
