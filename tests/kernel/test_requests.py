"""What happens to calls that are repeated, parallel, stale, or fail at the very end."""

import asyncio

import httpx
import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from fixtures.notes import Json, Note
from kernel.conftest import Member
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id


def note(words: str = "hello") -> Json:
    return {"id": str(new_id()), "words": words}


async def counts(database: Database, member: Member) -> tuple[int, int]:
    """How many notes and how many facts the community has."""
    async with database.transaction(write=False) as tx:
        await tx.enter(member.community_id)
        found = []
        for model in (Note, Fact):
            c = table(model).c
            asks = select(func.count()).where(c.community_id == member.community_id)
            found.append(await tx.scalar(asks))
    return found[0], found[1]


async def test_a_failing_commit_is_told_as_a_failure(
    volunteer: Member, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pins that the transaction ends before the answer; with the default scope this is 201."""

    async def fail(_self: AsyncConnection) -> None:
        raise RuntimeError("the disk is gone")

    with monkeypatch.context() as patched:
        patched.setattr(AsyncConnection, "commit", fail)
        answer = await volunteer.call("POST", "/notes", json=note())
    assert answer.status_code == 500
    assert await counts(database, volunteer) == (0, 0)


async def test_twenty_parallel_identical_posts_make_one_row_and_no_error(
    volunteer: Member, database: Database
) -> None:
    body = note()
    answers = await asyncio.gather(
        *[volunteer.call("POST", "/notes", json=body) for _ in range(20)]
    )
    assert sorted(answer.status_code for answer in answers) == [200] * 19 + [201]
    assert {answer.text for answer in answers} == {answers[0].text}
    assert await counts(database, volunteer) == (1, 1)


async def test_an_id_with_another_body_is_a_conflict_that_names_the_fields(
    volunteer: Member, database: Database
) -> None:
    body = note()
    await volunteer.call("POST", "/notes", json=body)
    answer = await volunteer.call("POST", "/notes", json={**body, "words": "other"})
    assert answer.status_code == 409
    assert [error["pointer"] for error in answer.json()["errors"]] == ["/words"]
    assert await counts(database, volunteer) == (1, 1)


async def test_the_same_id_in_another_community_is_another_thing(volunteer: Member) -> None:
    body = note()
    assert (await volunteer.call("POST", "/notes", json=body)).status_code == 201
    elsewhere = new_id()
    answer = await volunteer.client.post(
        f"/api/v1/communities/{elsewhere}/notes", json=body, headers=volunteer.headers
    )
    assert answer.status_code == 404


async def count_once(member: Member, key: str | None, words: str = "a") -> httpx.Response:
    headers = {} if key is None else {"Idempotency-Key": key}
    return await member.call("POST", "/notes/counting", json={"words": words}, headers=headers)


async def test_a_call_repeated_with_its_key_gets_the_first_answer(
    volunteer: Member, database: Database
) -> None:
    first = await count_once(volunteer, "once")
    again = await count_once(volunteer, "once")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.content == first.content
    assert again.headers["idempotency-replayed"] == "true"
    assert await counts(database, volunteer) == (0, 1)


async def test_a_key_is_needed_is_for_one_request_and_belongs_to_one_account(
    volunteer: Member,
) -> None:
    assert (await count_once(volunteer, None)).status_code == 400
    first = await count_once(volunteer, "mine")
    assert (await count_once(volunteer, "mine", "b")).json()["code"] == "key_reused"
    other = new_id()
    volunteer.authenticator.members[other, volunteer.community_id] = ("volunteer",)
    answer = await volunteer.call(
        "POST",
        "/notes/counting",
        json={"words": "b"},
        headers={"X-Account": str(other), "Idempotency-Key": "mine"},
    )
    assert answer.status_code == 201
    assert answer.json() != first.json()


async def test_parallel_calls_with_one_key_do_the_work_once(
    volunteer: Member, database: Database
) -> None:
    answers = await asyncio.gather(*[count_once(volunteer, "parallel") for _ in range(10)])
    statuses = {answer.status_code for answer in answers}
    assert statuses <= {201, 409}
    assert all(answer.headers["retry-after"] for answer in answers if answer.status_code == 409)
    assert await counts(database, volunteer) == (0, 1)


async def test_a_call_that_failed_may_be_tried_again_with_its_key(
    volunteer: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(_self: AsyncConnection) -> None:
        raise RuntimeError("the disk is gone")

    with monkeypatch.context() as patched:
        patched.setattr(AsyncConnection, "commit", fail)
        assert (await count_once(volunteer, "again")).status_code == 500
    assert (await count_once(volunteer, "again")).status_code == 201


async def test_an_update_needs_the_version_last_seen(volunteer: Member) -> None:
    body = note()
    await volunteer.call("POST", "/notes", json=body)
    path = f"/notes/{body['id']}"

    async def edit(words: str, *, seen: str | None) -> tuple[int, str | None]:
        headers = {} if seen is None else {"If-Match": seen}
        answer = await volunteer.call("PATCH", path, json={"words": words}, headers=headers)
        return answer.status_code, answer.headers.get("etag")

    assert (await edit("b", seen=None))[0] == 428
    assert await edit("b", seen='"1"') == (200, '"2"')
    assert (await edit("c", seen='"1"'))[0] == 412
    assert (await edit("c", seen='W/"2"'))[0] == 412
    assert (await edit("c", seen="nonsense"))[0] == 412
    both = await asyncio.gather(edit("d", seen='"2"'), edit("e", seen='"2"'))
    assert sorted(status for status, _ in both) == [200, 412]


async def read_all(member: Member, **query: str) -> list[str]:
    """All words, page by page, with a note inserted before and after between the pages."""
    found, cursor = [], None
    while True:
        params = {**query, "limit": "4"} | ({"cursor": cursor} if cursor else {})
        page = (await member.call("GET", "/notes", params=params)).json()
        found += [row["words"] for row in page["items"]]
        if page["next"] is None:
            return found
        cursor = page["next"]
        for words in ("0 early", "z late"):
            await member.call("POST", "/notes", json=note(words))


async def test_pages_show_each_row_once_while_others_are_inserted(volunteer: Member) -> None:
    written = [f"m {number:02}" for number in range(11)]
    for words in [*written, "m 05"]:
        await volunteer.call("POST", "/notes", json=note(words))
    seen = await read_all(volunteer)
    assert [words for words in seen if words.startswith("m")] == sorted([*written, "m 05"])


async def test_a_cursor_belongs_to_its_list_and_cannot_be_made_up(volunteer: Member) -> None:
    for number in range(3):
        await volunteer.call("POST", "/notes", json=note(f"m {number}"))
    page = (await volunteer.call("GET", "/notes", params={"limit": 1})).json()
    cursor = page["next"]
    other_filter = {"limit": 1, "cursor": cursor, "starts": "m"}
    flipped = cursor[:20] + ("A" if cursor[20] != "A" else "B") + cursor[21:]
    for params in (other_filter, {"cursor": flipped}, {"cursor": "nonsense"}, {"cursor": "é"}):
        answer = await volunteer.call("GET", "/notes", params=params)
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_cursor")
    for limit in ("0", "201", "x"):
        answer = await volunteer.call("GET", "/notes", params={"limit": limit})
        assert answer.status_code == 422


async def test_a_read_transaction_cannot_write(database: Database, volunteer: Member) -> None:
    forgery = table(Note).delete().where(table(Note).c.community_id == volunteer.community_id)

    async def write() -> None:
        async with database.transaction(write=False) as tx:
            await tx.enter(volunteer.community_id)
            await tx.execute(forgery)

    with pytest.raises(DBAPIError, match=r"readonly|read-only"):
        await write()


async def test_nothing_waits_for_a_reader(volunteer: Member, database: Database) -> None:
    async with database.transaction(write=False) as tx:
        await tx.scalar(text("SELECT 1"))
        answer = await volunteer.call("POST", "/notes", json=note())
        assert answer.status_code == 201
