"""A resident writes to whoever speaks for their building; on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from factories.elections import NOW, come_to
from factories.house import House, Neighbour, act, refused, told
from linli.commands.close_account import leave_communities
from linli.deliberation.models.representatives.message import RepresentativeMessage
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact, FactPrivate
from linli.kernel.ids import new_id
from linli.kernel.vault.models import VaultKey

pytestmark = pytest.mark.usefixtures("morning")

WORDS, ANSWER = "电梯厅的灯又坏了", "明天就请物业来换"
FIRST_OF_DECEMBER = datetime(2026, 11, 30, 16, tzinfo=UTC)


async def appoint(house: House, person: Neighbour, **more: Any) -> str:
    body = {
        "id": str(new_id()),
        "building_id": str(house.building.id),
        "account_id": str(person.account_id),
        "term_from": "2026-11-02",
        "term_until": "2026-11-30",
        "held_on": "2026-11-01",
        "took_part": 4,
        "agreed": 3,
        "minutes": "周日晚在一楼大厅开会。",
        **more,
    }
    return str(told(await (await house.admin()).post("mandates", json=body))["id"])


async def speaking(house: House, door: int = 5, **more: Any) -> tuple[Neighbour, str]:
    """Somebody who speaks for the building, signed in with the role."""
    person = await house.neighbour(door, "郑国平")
    mandate = await appoint(house, person, **more)
    return await back(house, person), mandate


async def back(house: House, person: Neighbour) -> Neighbour:
    return Neighbour(await house.again(person), person.account_id, person.household_id)


def message(mandate: str, words: str = WORDS) -> dict[str, str]:
    return {"id": str(new_id()), "mandate_id": mandate, "words": words}


async def send(person: Neighbour, mandate: str, words: str = WORDS) -> str:
    return str(told(await person.client.post("messages", json=message(mandate, words)))["id"])


async def answer(person: Neighbour, message_id: str, words: str = ANSWER) -> httpx.Response:
    return await person.client.post(
        f"messages/{message_id}/answer",
        json={"words": words},
        headers={"Idempotency-Key": str(new_id())},
    )


async def received(person: Neighbour) -> list[str]:
    return [one["words"] for one in told(await person.client.get("messages"))["items"]]


async def written(person: Neighbour) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = told(await person.client.get("my-messages"))["items"]
    return found


async def to_answer(person: Neighbour) -> int:
    return int(told(await person.client.get("deliberation/waiting"))["messages"])


async def test_a_message_is_read_answered_and_its_answer_read(house: House) -> None:
    writer = await house.neighbour(0, "王秀英")
    speaker, mandate = await speaking(house)
    sent = await send(writer, mandate)
    assert await to_answer(speaker) == 1
    (shown,) = told(await speaker.client.get("messages"))["items"]
    assert (shown["words"], shown["from_name"], shown["answer"]) == (WORDS, "王秀英", None)
    assert shown["household_code"]
    answered = told(await answer(speaker, sent))
    assert answered == {"id": sent, "answered_at": answered["answered_at"]}
    (own,) = await written(writer)
    assert (own["words"], own["answer"], own["answered_name"]) == (WORDS, ANSWER, "郑国平")
    assert own["to_name"] == "郑国平"
    assert await to_answer(speaker) == await to_answer(writer) == 0


async def fresh(person: Neighbour) -> int:
    return int(told(await person.client.get("deliberation/waiting"))["answers"])


async def test_an_answer_is_pointed_out_to_its_asker_for_three_days(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    sent = await send(writer, mandate)
    assert await fresh(writer) == 0
    told(await answer(speaker, sent))
    assert (await fresh(writer), await fresh(speaker)) == (1, 0)
    clock.set_clock(lambda: NOW + timedelta(days=3))
    assert await fresh(writer) == 0


async def test_sent_again_it_is_one_message_and_its_id_takes_no_other(house: House) -> None:
    writer, other = await house.neighbour(0), await house.neighbour(1)
    speaker, mandate = await speaking(house)
    body = message(mandate)
    first, again = [await writer.client.post("messages", json=body) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    changed = await writer.client.post("messages", json={**body, "words": "别的"})
    assert changed.status_code == 409
    assert (await other.client.post("messages", json=body)).status_code == 409
    assert await received(speaker) == [WORDS]


async def test_a_phone_sends_it_later_by_sync(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    item = {
        "id": str(new_id()),
        "kind": "representative_message",
        "recorded_at": NOW.isoformat(),
        "payload": {"mandate_id": mandate, "words": WORDS},
        "attachments": [],
    }
    batch = {
        "device_id": str(new_id()),
        "app_version": "1",
        "device_time": NOW.isoformat(),
        "items": [item],
    }
    for verdict in ("accepted", "duplicate"):
        (result,) = told(await writer.client.post("sync", json=batch))["results"]
        assert (result["verdict"], bool(result["receipt"])) == (verdict, True)
    assert await received(speaker) == [WORDS]


async def test_nobody_but_the_two_reads_either(house: House) -> None:
    writer, other = await house.neighbour(0), await house.neighbour(1)
    speaker, mandate = await speaking(house)
    beside, _ = await speaking(house, 4)
    sent = await send(writer, mandate)
    assert refused(await answer(beside, sent)) == (404, "not_found")
    told(await answer(speaker, sent))
    assert await received(beside) == []
    assert await written(other) == await written(beside) == await written(speaker) == []
    for client in (await house.admin(), other.client, (await house.as_("social_worker")).client):
        assert refused(await client.get("messages")) == (403, "forbidden")
        assert told(await client.get("my-messages"))["items"] == []


async def test_a_message_goes_only_to_who_speaks_for_ones_own_building(house: House) -> None:
    speaker, mandate = await speaking(house)
    stranger = await house.as_("resident")
    for body in (message(mandate), message(str(new_id()))):
        answered = await stranger.client.post("messages", json=body)
        assert refused(answered) == (422, "not_your_representative")
    own = await speaker.client.post("messages", json=message(mandate))
    assert refused(own) == (422, "own_mandate")


@pytest.mark.parametrize(
    ("words", "wrong"), [(" ", "string_too_short"), ("话" * 2001, "string_too_long")]
)
async def test_a_message_says_something_and_not_too_much(
    house: House, words: str, wrong: str
) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    sent = await send(writer, mandate, "话" * 2000)
    assert refused(await writer.client.post("messages", json=message(mandate, words))) == (
        422,
        wrong,
    )
    assert refused(await answer(speaker, sent, words)) == (422, wrong)


async def test_a_message_has_one_answer(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    sent = await send(writer, mandate)
    told(await answer(speaker, sent))
    assert refused(await answer(speaker, sent, "又想了想")) == (409, "message_answered")
    (own,) = await written(writer)
    assert own["answer"] == ANSWER


async def test_of_answers_at_once_one_is_kept(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    sent = await send(writer, mandate)
    words = [f"第 {n} 个答复" for n in range(4)]
    answers = await asyncio.gather(*[answer(speaker, sent, each) for each in words])
    assert sorted(each.status_code for each in answers) == [200, 409, 409, 409]
    kept_one = next(
        w for w, a in zip(words, answers, strict=True) if a.status_code == httpx.codes.OK
    )
    assert [one["answer"] for one in await written(writer)] == [kept_one]


async def test_many_at_once_are_no_more_than_one_after_the_other(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    posts = [writer.client.post("messages", json=message(mandate, str(n))) for n in range(14)]
    codes = [each.status_code for each in await asyncio.gather(*posts)]
    assert (codes.count(201), codes.count(429)) == (10, 4)
    assert len(await received(speaker)) == 10


async def test_what_is_written_in_the_moment_of_resigning_is_not_left_behind(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    second = await house.neighbour(4, "刘芳")
    await appoint(house, second, stands_in_for=mandate)
    over = act(speaker.client, f"mandates/{mandate}/resignation", {"reason": "搬家"})
    posts = [writer.client.post("messages", json=message(mandate, str(n))) for n in range(6)]
    done = await asyncio.gather(*posts[:3], over, *posts[3:])
    assert all(each.is_success for each in done)
    assert sorted(await received(await back(house, second))) == [str(n) for n in range(6)]


async def test_nobody_is_flooded(house: House) -> None:
    writer = await house.neighbour(0)
    _, mandate = await speaking(house)
    for n in range(10):
        await send(writer, mandate, f"第 {n} 条")
    flood = await writer.client.post("messages", json=message(mandate))
    assert refused(flood) == (429, "too_many_messages")
    assert "10" in flood.json()["detail"]
    assert int(flood.headers["retry-after"]) == timedelta(days=1).total_seconds()
    clock.set_clock(lambda: NOW + timedelta(days=1, seconds=1))
    await send(writer, mandate)


async def test_pages_go_from_the_newest_to_the_oldest(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    for n in range(5):
        at = NOW + timedelta(seconds=n)
        clock.set_clock(lambda at=at: at)  # type: ignore[misc]  # bound now, not later
        await send(writer, mandate, str(n))
    for client, path in ((speaker.client, "messages"), (writer.client, "my-messages")):
        seen, cursor = [], ""
        while cursor is not None:
            page = told(await client.get(f"{path}?limit=2{cursor and f'&cursor={cursor}'}"))
            seen += [one["words"] for one in page["items"]]
            cursor = page["next"]
        assert seen == ["4", "3", "2", "1", "0"]


async def test_a_substitute_gets_what_was_left_unanswered_and_not_the_rest(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    second = await house.neighbour(4, "刘芳")
    await appoint(house, second, stands_in_for=mandate)
    done, open_ = await send(writer, mandate, "答过的"), await send(writer, mandate, "没答的")
    told(await answer(speaker, done))
    why = {"reason": "搬家"}
    told(await act(speaker.client, f"mandates/{mandate}/resignation", why))
    second = await back(house, second)
    assert (await received(second), await to_answer(second)) == (["没答的"], 1)
    former = await back(house, speaker)
    assert refused(await former.client.get("messages")) == (403, "forbidden")
    told(await answer(second, open_))
    await send(writer, mandate, "写给前任的")
    assert await received(second) == ["写给前任的", "没答的"]
    own = {one["words"]: (one["to_name"], one["answered_name"]) for one in await written(writer)}
    assert own == {
        "写给前任的": ("刘芳", None),
        "没答的": ("刘芳", "刘芳"),
        "答过的": ("郑国平", "郑国平"),
    }


async def test_after_the_term_it_waits_for_the_successor(house: House) -> None:
    writer = await house.neighbour(0)
    _, mandate = await speaking(house)
    await send(writer, mandate)
    await come_to(house, FIRST_OF_DECEMBER)
    nobody = await writer.client.post("messages", json=message(mandate))
    assert refused(nobody) == (409, "nobody_speaks")
    term = {"term_from": "2026-12-05", "term_until": "2027-11-30"}
    following, _ = await speaking(house, 4, **term)
    assert refused(await following.client.get("messages")) == (403, "forbidden")
    await come_to(house, datetime(2026, 12, 4, 16, tzinfo=UTC))
    assert await received(await back(house, following)) == [WORDS]


async def test_another_term_keeps_what_was_answered_in_the_one_before(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    told(await answer(speaker, await send(writer, mandate)))
    await appoint(house, speaker, term_from="2026-12-01", term_until="2027-11-30")
    await come_to(house, FIRST_OF_DECEMBER)
    assert await received(await back(house, speaker)) == [WORDS]


async def kept(house: House) -> tuple[list[dict[str, Any]], list[str], str]:
    """Rows of messages, kinds of facts about them, and all private words of facts."""
    f, p, m = table(Fact).c, table(FactPrivate), table(RepresentativeMessage)
    here = house.community_id
    about = select(f.kind).where(f.community_id == here, f.subject_kind == "representative_message")
    async with house.database.transaction(write=False) as tx:
        await tx.enter(house.community_id)
        rows = await tx.rows(select(m).where(m.c.community_id == here))
        kinds = [row["kind"] for row in await tx.rows(about.order_by(f.seq))]
        private = str(await tx.rows(select(p).where(p.c.community_id == here)))
    return rows, kinds, private


async def test_words_and_answer_are_sealed_and_no_fact_tells_them(house: House) -> None:
    writer = await house.neighbour(0)
    speaker, mandate = await speaking(house)
    told(await answer(speaker, await send(writer, mandate)))
    (row,), kinds, private = await kept(house)
    for words in (WORDS, ANSWER):
        assert words.encode() not in row["words"] + row["answer"]
        assert words not in private
    assert kinds == ["deliberation.message.sent", "deliberation.message.answered"]


async def test_with_its_writers_account_a_message_is_erased_for_good(house: House) -> None:
    writer, other = await house.neighbour(0), await house.neighbour(1)
    speaker, mandate = await speaking(house)
    told(await answer(speaker, await send(writer, mandate)))
    left = await send(writer, mandate, "还没答复")
    await send(other, mandate, "别人的")
    await leave_communities(house.database, writer.account_id)
    assert sorted(await received(speaker), key=str) == [None, None, "别人的"]
    assert await to_answer(speaker) == 1
    assert refused(await answer(speaker, left)) == (410, "erased")
    rows, kinds, private = await kept(house)
    gone = [row for row in rows if row["created_by"] == writer.account_id]
    assert {(row["words"], row["answer"], row["body_digest"]) for row in gone} == {
        (None, None, b"")
    }
    assert kinds.count("deliberation.message.erased") == 2
    assert str(writer.account_id) not in private
    keys = table(VaultKey).c
    async with house.database.transaction(write=False) as tx:
        await tx.enter(house.community_id)
        left_keys = {
            row["id"]
            for row in await tx.rows(select(keys.id).where(keys.community_id == house.community_id))
        }
    assert writer.account_id not in left_keys
    assert other.account_id in left_keys
