"""Batch sync: every item for itself, and nothing is said before it is durable."""

import base64
import hashlib
import json
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from fixtures.notes import Json, Note
from kernel.conftest import Member
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id


def item(words: str = "hello", **changed: object) -> Json:
    return {
        "id": str(new_id()),
        "kind": "note",
        "recorded_at": "2026-11-01T10:00:00+08:00",
        "payload": {"words": words},
        "attachments": [],
        **changed,
    }


async def send(member: Member, *items: object, **head: object) -> Json:
    body = {
        "device_id": str(new_id()),
        "app_version": "1",
        "device_time": clock.now().isoformat(),
        "items": list(items),
        **head,
    }
    content, json_type = json.dumps(body), {"Content-Type": "application/json"}
    answer = await member.call("POST", "/sync", content=content, headers=json_type)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def stored_words(database: Database, member: Member) -> list[str]:
    c = table(Note).c
    async with database.transaction(write=False) as tx:
        await tx.enter(member.community_id)
        asks = select(c.words).where(c.community_id == member.community_id).order_by(c.words)
        return [row["words"] for row in await tx.rows(asks)]


async def test_an_accepted_item_is_answered_with_its_receipt(
    volunteer: Member, database: Database
) -> None:
    answer = await send(volunteer, item("a"), item("b"))
    assert [result["verdict"] for result in answer["results"]] == ["accepted", "accepted"]
    async with database.transaction(write=False) as tx:
        await tx.enter(volunteer.community_id)
        c = table(Fact).c
        mine = c.community_id == volunteer.community_id
        facts = await tx.rows(select(c.seq, c.leaf).where(mine).order_by(c.seq))
    for result, fact in zip(answer["results"], facts, strict=True):
        receipt = result["receipt"]
        assert receipt["epoch"] == answer["epoch"]
        assert receipt["index"] == fact["seq"]
        hashed = hashlib.sha256(b"\x00" + fact["leaf"].encode()).digest()
        assert base64.b64decode(receipt["leaf_hash"]) == hashed


async def test_the_same_item_again_gets_the_first_receipt(volunteer: Member) -> None:
    sent = item()
    first = await send(volunteer, sent, item("other"))
    second = await send(volunteer, item("later"), sent)
    again = second["results"][1]
    assert again["verdict"] == "duplicate"
    assert again["receipt"] == first["results"][0]["receipt"]


async def test_the_same_item_twice_in_one_batch_is_stored_once(
    volunteer: Member, database: Database
) -> None:
    sent = item()
    answer = await send(volunteer, sent, sent)
    assert [r["verdict"] for r in answer["results"]] == ["accepted", "duplicate"]
    assert answer["results"][0]["receipt"] == answer["results"][1]["receipt"]
    assert await stored_words(database, volunteer) == ["hello"]


async def test_two_different_items_with_equal_content_are_both_kept(
    volunteer: Member, database: Database
) -> None:
    answer = await send(volunteer, item("same"), item("same"))
    assert [r["verdict"] for r in answer["results"]] == ["accepted", "accepted"]
    assert await stored_words(database, volunteer) == ["same", "same"]


async def test_the_same_id_with_other_content_is_a_conflict_that_names_the_field(
    volunteer: Member, database: Database
) -> None:
    sent = item("first")
    await send(volunteer, sent)
    answer = await send(volunteer, {**sent, "payload": {"words": "second"}})
    result = answer["results"][0]
    assert result["verdict"] == "conflict"
    assert result["receipt"] is None
    assert [e["pointer"] for e in result["problem"]["errors"]] == ["/payload/words"]
    assert await stored_words(database, volunteer) == ["first"]


@pytest.mark.parametrize(
    ("bad", "code", "pointer"),
    [
        (item("unwelcome"), "invalid", "/payload/words"),
        (item("crash"), "internal", None),
        (item(payload={"words": 7}), "invalid", "/payload/words"),
        (item(payload={"words": "a", "more": 1}), "invalid", "/payload/more"),
        (item("nul \x00 inside"), "invalid", "/payload/words"),
        (item("half of a pair \ud800"), "invalid", "/payload/words"),
        (item(kind="unknown"), "invalid", "/kind"),
        (item(recorded_at="yesterday"), "invalid", "/recorded_at"),
        (item(recorded_at="2026-11-01T10:00:00"), "invalid", "/recorded_at"),
        (item(id="01993b2e-7c00-4abc-8def-0123456789ab"), "invalid", "/id"),
        (item(attachments=[{"sha256": "no"}]), "invalid", "/attachments/0/sha256"),
        ("not even an item", "invalid", ""),
        (None, "invalid", ""),
        ([], "invalid", ""),
    ],
)
async def test_a_bad_item_is_explained_and_holds_up_no_other(
    volunteer: Member, database: Database, bad: object, code: str, pointer: str | None
) -> None:
    if isinstance(bad, dict):
        bad = {**bad, "id": bad["id"] if code == "invalid" else str(new_id())}
    answer = await send(volunteer, item("before"), bad, item("after"))
    assert [r["verdict"] for r in answer["results"]] == ["accepted", "rejected", "accepted"]
    problem = answer["results"][1]["problem"]
    assert problem["code"] == code
    if pointer is not None:
        assert pointer in [error["pointer"] for error in problem["errors"]]
    assert all(error["message"] != f"field.{error['code']}" for error in problem["errors"])
    assert await stored_words(database, volunteer) == ["after", "before"]


async def test_an_id_that_only_the_database_finds_taken_is_a_conflict(volunteer: Member) -> None:
    answer = await send(volunteer, item("first"), item("taken"), item("last"))
    verdicts = [r["verdict"] for r in answer["results"]]
    assert verdicts == ["accepted", "conflict", "accepted"]
    direct = await volunteer.call("POST", "/notes/again")
    assert (direct.status_code, direct.json()["code"]) == (409, "conflict")


async def test_the_order_of_doing_is_kept_across_a_failed_run(volunteer: Member) -> None:
    answer = await send(volunteer, item("1"), item("crash"), item("2"), item("3"))
    indexes = [r["receipt"]["index"] for r in answer["results"] if r["receipt"]]
    assert indexes == [0, 1, 2]


async def test_a_role_without_the_permission_is_told_so_for_each_item(volunteer: Member) -> None:
    place = volunteer.account_id, volunteer.community_id
    volunteer.authenticator.members[place] = ("resident",)
    answer = await send(volunteer, item())
    assert answer["results"][0]["verdict"] == "rejected"
    assert answer["results"][0]["problem"]["status"] == 403


async def test_strangers_of_the_community_learn_nothing(volunteer: Member) -> None:
    volunteer.authenticator.members.clear()
    answer = await volunteer.call("POST", "/sync", json={})
    assert answer.status_code in {404, 422}
    body = {"device_id": str(new_id()), "app_version": "1", "items": []}
    body["device_time"] = clock.now().isoformat()
    answer = await volunteer.call("POST", "/sync", json=body)
    assert answer.status_code == 404


async def test_more_than_two_hundred_items_are_too_many(
    volunteer: Member, database: Database
) -> None:
    body = {"device_id": str(new_id()), "app_version": "1", "items": [item()] * 201}
    body["device_time"] = clock.now().isoformat()
    answer = await volunteer.call("POST", "/sync", json=body)
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_many_items"
    assert await stored_words(database, volunteer) == []


async def test_a_second_post_may_bring_more_photos(volunteer: Member) -> None:
    def photo(letter: str) -> Json:
        return {"sha256": letter * 64, "size": 10, "content_type": "image/jpeg"}

    sent = item(attachments=[photo("a")])
    await send(volunteer, sent)
    answer = await send(volunteer, {**sent, "attachments": [photo("a"), photo("b")]})
    result = answer["results"][0]
    assert result["verdict"] == "duplicate"
    assert {slot["sha256"][0]: slot["state"] for slot in result["attachments"]} == {
        "a": "missing",
        "b": "missing",
    }


async def test_a_clock_that_is_off_is_told_and_recorded_but_changes_nothing(
    volunteer: Member, database: Database
) -> None:
    late = (clock.now() + timedelta(minutes=11)).isoformat()
    answer = await send(volunteer, item(), device_time=late)
    assert 650 < answer["clock_drift_seconds"] < 670
    c = table(Fact).c
    async with database.transaction(write=False) as tx:
        await tx.enter(volunteer.community_id)
        noted = select(func.count()).where(
            c.community_id == volunteer.community_id, c.kind == "kernel.device_clock.drifted"
        )
        assert await tx.scalar(noted) == 1
    right = await send(volunteer, item())
    assert right["clock_drift_seconds"] is None
