"""Ballot rounds: to come, to vote in, voted on elsewhere, on notice."""

from typing import Final

from linli.demo.deliberating.ballot_steps import (
    Days,
    Item,
    answers_to,
    bring,
    confirm_paper,
    noticed,
    step,
    type_paper,
)
from linli.demo.deliberating.ballot_words import (
    ANSWER,
    BRANDS,
    COMING,
    DOOR,
    DRAFTED,
    LIGHTS,
    OBJECTION,
    RUNNING,
    TITLES,
)
from linli.demo.deliberating.earlier import days_ago
from linli.demo.documents import picture
from linli.demo.phone import Phone
from linli.kernel.ids import new_id

OUR_BUILDING: Final = "3"
ELSEWHERE: Final = "8"
"""The building whose second stairwell is done with its round; the first voted elsewhere."""
PAPERS: Final = ("agree",) * 13 + ("oppose",) * 3 + ("abstain",) * 2
CAST_ON_PHONES: Final = ("lead", "rep", "supervisor")
HOW_MANY_BROUGHT: Final = 180
EVERY: Final = 9
"""Every ninth owner handed in a paper."""
HOW_MANY_TYPED: Final = 18
AWAY: Final = "3-1-1504"
"""Whose owner is away and authorized a neighbour."""


async def hold_ballots(phones: dict[str, Phone], holder: str, time_zone: str) -> None:
    """Five rounds.

    Args:
        phones: by login; ``admin``, ``lead``, ``rep``, ``supervisor``, ``resident`` and
            ``volunteer``.
        holder: the account that votes for a neighbour who is away.
        time_zone: of the community.
    """
    buildings = (await phones["admin"].get("/buildings?limit=200"))["items"]
    by_code = {each["code"]: each for each in buildings}
    here = {"building_ids": [by_code[OUR_BUILDING]["id"]]}
    wells = {each["code"]: each["id"] for each in by_code[ELSEWHERE]["stairwells"]}
    days = Days(time_zone)
    await _over(phones, days, {"stairwell_ids": [wells["2"]]})
    await _official(phones["admin"], days, {"stairwell_ids": [wells["1"]]})
    await _running(phones, days, here, holder)
    admin = phones["admin"]
    with days_ago(2):
        body = days.round_("survey", TITLES["coming"], COMING, here, opens=14, closes=24)
        await noticed(admin, body)
    body = days.round_("paper_ledger", TITLES["drafted"], DRAFTED, here, opens=20, closes=34)
    await admin.post("/ballot-rounds", body)


async def _over(phones: dict[str, Phone], days: Days, scope: Item) -> None:
    admin = phones["admin"]
    with days_ago(60):
        body = days.round_("paper_ledger", TITLES["over"], LIGHTS, scope, opens=-44, closes=-24)
        path = await noticed(admin, body)
    with days_ago(44):
        await step(admin, f"{path}/opening")
        electors = (await admin.get(f"{path}/electors?limit=200"))["items"]
        await bring(admin, body["id"], electors[:-1])
    with days_ago(30):
        for elector, answer in zip(electors, PAPERS, strict=False):
            typed = await type_paper(admin, path, body, elector, [answer])
            await confirm_paper(phones["volunteer"], path, typed)
    with days_ago(22):
        await step(admin, f"{path}/count")
    with days_ago(6):
        await step(admin, f"{path}/result-notice")
        said = {"id": str(new_id()), "words": OBJECTION}
        await phones["resident"].post(f"{path}/objections", said)
    with days_ago(4):
        answer_to = {"id": str(new_id()), "words": ANSWER, "upheld": False}
        await admin.post(f"{path}/objections/{said['id']}/answer", answer_to)


async def _official(admin: Phone, days: Days, scope: Item) -> None:
    """Voted on in the city's system, whose result is still to be entered."""
    with days_ago(50):
        body = days.round_("official_import", TITLES["official"], DOOR, scope, opens=-32, closes=-2)
        path = await noticed(admin, body)
    with days_ago(32):
        await step(admin, f"{path}/opening")


async def _running(phones: dict[str, Phone], days: Days, scope: Item, holder: str) -> None:
    admin, lead = phones["admin"], phones["lead"]
    with days_ago(20):
        questions = (*RUNNING, BRANDS)
        body = days.round_("paper_ledger", TITLES["running"], questions, scope, opens=-4, closes=6)
        path = await noticed(admin, body)
    with days_ago(4):
        await step(admin, f"{path}/opening")
        electors = (await lead.get(f"{path}/electors?limit=200"))["items"]
        await bring(lead, body["id"], electors[:HOW_MANY_BROUGHT])
    with days_ago(2):
        away = next(each for each in electors if AWAY in each["doors"])
        await _authorize(lead, path, away, holder)
    with days_ago(1):
        for login in CAST_ON_PHONES:
            await _cast(phones[login], path, body)
        for number, elector in enumerate(electors[4::EVERY]):
            answers = ["oppose" if number % 5 == 0 else "agree", "abcab"[number % 5]]
            typed = await type_paper(lead, path, body, elector, answers)
            if number < HOW_MANY_TYPED:
                await confirm_paper(phones["volunteer"], path, typed)


async def _cast(phone: Phone, path: str, body: Item) -> None:
    (mine, *_) = (await phone.get(f"{path}/my-ballots"))["electors"]
    vote = {"id": str(new_id()), "elector_id": mine["elector_id"]}
    await phone.post(f"{path}/ballots", {**vote, "answers": answers_to(body, ["agree", "a"])})


async def _authorize(lead: Phone, path: str, elector: Item, holder: str) -> None:
    """A neighbour who is away lets somebody vote in writing; the paper is photographed."""
    paper = picture("proxy.jpg")
    proxy = {
        "id": str(new_id()),
        "elector_id": elector["elector_id"],
        "holder_account_id": holder,
        "attachments": [paper.slot],
    }
    await lead.post(f"{path}/proxies", proxy)
    await lead.attach(paper)
