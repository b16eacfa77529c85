"""Ballot rounds in every state: to come, to vote in, voted on elsewhere, on notice."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

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
from linli.demo.phone import Phone
from linli.kernel import clock
from linli.kernel.ids import new_id

Item = dict[str, Any]
OUR_BUILDING: Final = "3"
ELSEWHERE: Final = "8"
"""The building whose second stairwell is done with its round; the first voted elsewhere."""
PAPERS: Final = ("agree",) * 13 + ("oppose",) * 3 + ("abstain",) * 2
CAST_ON_PHONES: Final = ("lead", "rep", "supervisor")
HOW_MANY_BROUGHT: Final = 180
EVERY: Final = 9
"""Every ninth owner handed in a paper."""
HOW_MANY_TYPED: Final = 18


async def hold_ballots(phones: dict[str, Phone], time_zone: str) -> None:
    """Five rounds.

    Args:
        phones: by login; ``admin``, ``lead``, ``rep``, ``supervisor``, ``resident`` and
            ``volunteer``.
        time_zone: of the community.
    """
    buildings = (await phones["admin"].get("/buildings?limit=200"))["items"]
    by_code = {each["code"]: each for each in buildings}
    here = {"building_ids": [by_code[OUR_BUILDING]["id"]]}
    wells = {each["code"]: each["id"] for each in by_code[ELSEWHERE]["stairwells"]}
    days = Days(time_zone)
    await _over(phones, days, {"stairwell_ids": [wells["2"]]})
    await _official(phones["admin"], days, {"stairwell_ids": [wells["1"]]})
    await _running(phones, days, here)
    admin = phones["admin"]
    with days_ago(2):
        body = days.round_("survey", TITLES["coming"], COMING, here, opens=14, closes=24)
        await _noticed(admin, body)
    body = days.round_("paper_ledger", TITLES["drafted"], DRAFTED, here, opens=20, closes=34)
    await admin.post("/ballot-rounds", body)


class Days:
    """Bodies of rounds whose days are told from today on."""

    def __init__(self, time_zone: str) -> None:
        """Today in the community."""
        self.today = clock.today(time_zone)

    def round_(  # noqa: PLR0913 - a round has that many parts
        self,
        mode: str,
        title: tuple[str, str],
        questions: Sequence[Item],
        scope: Item,
        *,
        opens: int,
        closes: int,
    ) -> Item:
        """A round to draft."""
        return {
            "id": str(new_id()),
            "mode": mode,
            "title": title[0],
            "background": title[1],
            "scope": scope,
            "opens_on": (self.today + timedelta(days=opens)).isoformat(),
            "closes_on": (self.today + timedelta(days=closes)).isoformat(),
            "questions": [{"id": str(new_id()), **each} for each in questions],
        }


async def _noticed(admin: Phone, body: Item) -> str:
    await admin.post("/ballot-rounds", body)
    path = f"/ballot-rounds/{body['id']}"
    await _step(admin, f"{path}/notice")
    return path


async def _step(phone: Phone, path: str) -> None:
    await phone.post(path, {"id": str(new_id())})


async def _over(phones: dict[str, Phone], days: Days, scope: Item) -> None:
    admin = phones["admin"]
    with days_ago(60):
        body = days.round_("paper_ledger", TITLES["over"], LIGHTS, scope, opens=-44, closes=-24)
        path = await _noticed(admin, body)
    with days_ago(44):
        await _step(admin, f"{path}/opening")
        electors = (await admin.get(f"{path}/electors?limit=200"))["items"]
        await _bring(admin, body["id"], electors[:-1])
    with days_ago(30):
        for elector, answer in zip(electors, PAPERS, strict=False):
            typed = await _type(admin, path, body, elector, [answer])
            await _confirm(phones["volunteer"], path, typed)
    with days_ago(22):
        await _step(admin, f"{path}/count")
    with days_ago(6):
        await _step(admin, f"{path}/result-notice")
        said = {"id": str(new_id()), "words": OBJECTION}
        await phones["resident"].post(f"{path}/objections", said)
    with days_ago(4):
        answer_to = {"id": str(new_id()), "words": ANSWER, "upheld": False}
        await admin.post(f"{path}/objections/{said['id']}/answer", answer_to)


async def _official(admin: Phone, days: Days, scope: Item) -> None:
    """Voted on in the city's system, whose result is still to be entered."""
    with days_ago(50):
        body = days.round_("official_import", TITLES["official"], DOOR, scope, opens=-32, closes=-2)
        path = await _noticed(admin, body)
    with days_ago(32):
        await _step(admin, f"{path}/opening")


async def _running(phones: dict[str, Phone], days: Days, scope: Item) -> None:
    admin, lead = phones["admin"], phones["lead"]
    with days_ago(20):
        questions = (*RUNNING, BRANDS)
        body = days.round_("paper_ledger", TITLES["running"], questions, scope, opens=-4, closes=6)
        path = await _noticed(admin, body)
    with days_ago(4):
        await _step(admin, f"{path}/opening")
        electors = (await lead.get(f"{path}/electors?limit=200"))["items"]
        await _bring(lead, body["id"], electors[:HOW_MANY_BROUGHT])
    with days_ago(1):
        for login in CAST_ON_PHONES:
            await _cast(phones[login], path, body)
        for number, elector in enumerate(electors[4::EVERY]):
            answers = ["oppose" if number % 5 == 0 else "agree", "abcab"[number % 5]]
            typed = await _type(lead, path, body, elector, answers)
            if number < HOW_MANY_TYPED:
                await _confirm(phones["volunteer"], path, typed)


async def _bring(phone: Phone, round_id: str, electors: Sequence[Item]) -> None:
    moment = clock.now().isoformat()
    brought = [
        {
            "round_id": round_id,
            "household_id": elector["household_ids"][0],
            "how": "handed_over",
            "delivered_at": moment,
            "signed": True,
        }
        for elector in electors
    ]
    await phone.sync("ballot_delivery", brought)


async def _cast(phone: Phone, path: str, body: Item) -> None:
    (mine, *_) = (await phone.get(f"{path}/my-ballots"))["electors"]
    vote = {"id": str(new_id()), "elector_id": mine["elector_id"]}
    await phone.post(f"{path}/ballots", {**vote, "answers": _answers(body, ["agree", "a"])})


async def _type(phone: Phone, path: str, body: Item, elector: Item, answers: Sequence[str]) -> Item:
    """A paper as the first person reads it."""
    paper = {
        "id": str(new_id()),
        "code": elector["code"],
        "handed_in_at": clock.now().isoformat(),
        "answers": _answers(body, answers),
    }
    await phone.post(f"{path}/paper-ballots", paper)
    return paper


async def _confirm(phone: Phone, path: str, paper: Item) -> None:
    """The same paper as the second person reads it."""
    read = {"id": str(new_id()), "answers": paper["answers"]}
    await phone.post(f"{path}/paper-ballots/{paper['id']}/confirmation", read)


def _answers(body: Item, answers: Sequence[str]) -> list[Item]:
    return [
        {"question_id": question["id"], "answer": answer}
        for question, answer in zip(body["questions"], answers, strict=True)
    ]
