"""Pauses of recurring help: the keeper sees those of now and to come, and can strike them."""

from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from factories.care_register import (
    MORNING,
    Person,
    Town,
    at,
    daily,
    make_need,
    make_town,
    run_due,
    tasks_of,
)
from factories.identity import serving, signed_in_client
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

DAYS = {"from_on": "2026-11-25", "until_on": "2026-11-26"}
LATER = {"from_on": "2026-12-20", "until_on": "2026-12-24"}


@pytest.fixture(autouse=True)
def monday_morning() -> Iterator[None]:
    clock.set_clock(lambda: MORNING)
    yield
    clock.set_clock(None)


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


class Desk:
    """A town with daily help, and the register's keeper at the desk."""

    def __init__(self, app: FastAPI, database: Database, town: Town, stack: AsyncExitStack) -> None:
        self.app, self.database, self.town, self.stack = app, database, town, stack

    async def client(self, person: Person) -> httpx.AsyncClient:
        client = await self.stack.enter_async_context(signed_in_client(self.app, person.account))
        client.base_url = client.base_url.join(self.town.base + "/assistance-needs/")
        return client


@pytest.fixture
async def desk(app: FastAPI, database: Database) -> AsyncIterator[Desk]:
    async with AsyncExitStack() as stack:
        yield Desk(app, database, await make_town(database), stack)


async def pause(client: httpx.AsyncClient, need_id: Any, days: dict[str, str]) -> str:
    body = {"id": str(new_id()), **days}
    answer = await client.post(f"{need_id}/pauses", json=body)
    assert answer.status_code == 201, answer.text
    return body["id"]


async def strike(client: httpx.AsyncClient, need_id: Any, pause_id: str) -> httpx.Response:
    key = {"Idempotency-Key": str(new_id())}
    return await client.post(f"{need_id}/pauses/{pause_id}/removal", headers=key, json={})


async def cancelled(desk: Desk, need_id: Any) -> list[int]:
    await run_due(desk.database, desk.town)
    tasks = await tasks_of(desk.database, desk.town, need_id)
    return [task["on_day"].day for task in tasks if task["step"] == "cancelled"]


async def test_the_keeper_sees_pauses_of_now_and_to_come_the_earliest_first(desk: Desk) -> None:
    need_id = await make_need(desk.database, desk.town, **daily())
    client = await desk.client(desk.town.social_worker)
    later = await pause(client, need_id, LATER)
    first = await pause(client, need_id, DAYS)
    shown = [{"id": first, **DAYS}, {"id": later, **LATER}]
    (listed,) = (await client.get(str(client.base_url).rstrip("/"))).json()["items"]
    assert listed["pauses"] == shown
    at(days=3)
    assert (await client.get(str(need_id))).json()["pauses"] == shown, "on its last day"
    at(days=4)
    assert (await client.get(str(need_id))).json()["pauses"] == shown[1:]


async def test_a_need_without_pauses_has_none_and_a_building_lead_is_not_told(desk: Desk) -> None:
    need_id = await make_need(desk.database, desk.town, **daily())
    keeper = await desk.client(desk.town.social_worker)
    assert (await keeper.get(str(need_id))).json()["pauses"] == []
    await pause(keeper, need_id, DAYS)
    lead = await desk.client(desk.town.lead)
    assert (await lead.get(str(need_id))).json()["pauses"] is None


async def test_what_rested_is_planned_again_once_the_pause_is_struck(desk: Desk) -> None:
    need_id = await make_need(desk.database, desk.town, **daily())
    client = await desk.client(desk.town.social_worker)
    pause_id = await pause(client, need_id, DAYS)
    assert await cancelled(desk, need_id) == [25, 26]
    struck = await strike(client, need_id, pause_id)
    assert (struck.status_code, struck.json()["pauses"]) == (200, [])
    assert await cancelled(desk, need_id) == []


async def test_striking_again_changes_nothing_and_is_one_fact(desk: Desk) -> None:
    need_id = await make_need(desk.database, desk.town, **daily())
    client = await desk.client(desk.town.social_worker)
    pause_id = await pause(client, need_id, DAYS)
    answers = [await strike(client, need_id, pause_id) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200, 200]
    f = table(Fact).c
    async with desk.database.transaction(write=False) as tx:
        await tx.enter(desk.town.community_id)
        mine = (f.community_id == desk.town.community_id, f.subject_id == need_id)
        kinds = [row["kind"] for row in await tx.rows(select(f.kind).where(*mine))]
    assert kinds.count("care.assistance_need.resumed") == 1


async def test_a_pause_is_struck_at_its_own_need_and_by_its_keeper_only(desk: Desk) -> None:
    need_id = await make_need(desk.database, desk.town, **daily())
    other = await make_need(desk.database, desk.town, door=1, **daily())
    client = await desk.client(desk.town.social_worker)
    pause_id = await pause(client, need_id, DAYS)
    lead = await desk.client(desk.town.lead)
    refused = [
        await strike(client, other, pause_id),
        await strike(client, need_id, str(new_id())),
        await strike(lead, need_id, pause_id),
    ]
    assert [answer.status_code for answer in refused] == [404, 404, 404]
    assert len((await client.get(str(need_id))).json()["pauses"]) == 1


async def test_after_a_need_has_ended_nothing_is_struck(desk: Desk) -> None:
    need_id = await make_need(desk.database, desk.town, **daily())
    client = await desk.client(desk.town.social_worker)
    pause_id = await pause(client, need_id, DAYS)
    end = {"id": str(new_id()), "reason": "no_longer_needed"}
    assert (await client.post(f"{need_id}/end", json=end)).status_code == 201
    answer = await strike(client, need_id, pause_id)
    assert (answer.status_code, answer.json()["code"]) == (409, "need_over")
