"""The steps of a ballot round, as phones take them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from linli.demo.documents import picture
from linli.demo.phone import Phone
from linli.kernel import clock
from linli.kernel.ids import new_id

Item = dict[str, Any]


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


async def noticed(admin: Phone, body: Item) -> str:
    """Draft a round and put it on notice; where it is from now on."""
    await admin.post("/ballot-rounds", body)
    path = f"/ballot-rounds/{body['id']}"
    await step(admin, f"{path}/notice")
    return path


async def step(phone: Phone, path: str) -> None:
    """Take a step that needs no words."""
    await phone.post(path, {"id": str(new_id())})


async def bring(phone: Phone, round_id: str, electors: Sequence[Item]) -> None:
    """Bring a ballot to each door; somebody signs for it, and the page is photographed."""
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
    photo = picture("delivery-signed.jpg")
    await phone.sync("ballot_delivery", brought, [photo.slot])
    await phone.attach(photo)


async def type_paper(
    phone: Phone, path: str, body: Item, elector: Item, answers: Sequence[str]
) -> Item:
    """A paper as the first person reads it, with its photo."""
    photo = picture("paper-ballot.jpg")
    paper = {
        "id": str(new_id()),
        "code": elector["code"],
        "handed_in_at": clock.now().isoformat(),
        "answers": answers_to(body, answers),
        "attachments": [photo.slot],
    }
    await phone.post(f"{path}/paper-ballots", paper)
    await phone.attach(photo)
    return paper


async def confirm_paper(phone: Phone, path: str, paper: Item) -> None:
    """The same paper as the second person reads it."""
    read = {"id": str(new_id()), "answers": paper["answers"]}
    await phone.post(f"{path}/paper-ballots/{paper['id']}/confirmation", read)


def answers_to(body: Item, answers: Sequence[str]) -> list[Item]:
    """An answer to each question of a round, in their order."""
    return [
        {"question_id": question["id"], "answer": answer}
        for question, answer in zip(body["questions"], answers, strict=True)
    ]
