"""Public notices over HTTP, on both databases."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from fastapi import FastAPI

from factories.community import make_community, make_project
from factories.community_client import client_as
from factories.identity import serving
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id

At = Callable[[datetime], None]


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


@pytest.fixture
def at() -> Iterator[At]:
    yield lambda moment: clock.set_clock(lambda: moment)
    clock.set_clock(None)


def notice(first: str, last: str, **changes: Any) -> Row:
    body = {
        "id": str(new_id()),
        "title": "停梯通知",
        "body_markdown": "3 号梯 *停用*",
        "published_on": first,
        "until": last,
    }
    return body | changes


async def test_a_notice_is_shown_from_its_first_day_to_its_last_by_local_time(
    app: FastAPI, database: Database, at: At
) -> None:
    community_id = await make_community(database, time_zone="Asia/Shanghai")
    async with client_as(app, community_id, "community_admin") as client:
        body = notice("2026-11-24", "2026-11-25")
        assert (await client.post("public-notices", json=body)).status_code == 201

        async def shown(*moment: int) -> list[str]:
            at(datetime(*moment, tzinfo=UTC))
            answer = await client.get("public-notices", params={"current": True})
            return [item["id"] for item in answer.json()["items"]]

        assert await shown(2026, 11, 23, 15, 59) == []
        assert await shown(2026, 11, 23, 16, 0) == [body["id"]]
        assert await shown(2026, 11, 25, 15, 59) == [body["id"]]
        assert await shown(2026, 11, 25, 16, 0) == []
        assert len((await client.get("public-notices")).json()["items"]) == 1


async def test_a_notice_that_ends_before_it_begins_is_refused(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "community_admin") as client:
        answer = await client.post("public-notices", json=notice("2026-11-25", "2026-11-24"))
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["code"] == "until_before_published"


async def test_a_notice_belongs_to_a_known_project_or_to_none(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    project_id = await make_project(database, community_id, [])
    strange = await make_project(database, await make_community(database), [])
    days = ("2026-11-24", "2026-11-25")
    async with client_as(app, community_id, "community_admin") as client:
        good = await client.post("public-notices", json=notice(*days, project_id=str(project_id)))
        bad = await client.post("public-notices", json=notice(*days, project_id=str(strange)))
    assert (good.status_code, bad.status_code) == (201, 422)


async def test_the_same_notice_sent_twice_is_one_notice(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    body = notice("2026-11-24", "2026-11-25")
    async with client_as(app, community_id, "social_worker") as client:
        first = await client.post("public-notices", json=body)
        again = await client.post("public-notices", json=body)
        other = await client.post("public-notices", json=body | {"title": "别的"})
    assert (first.status_code, again.status_code, other.status_code) == (201, 200, 409)
    assert first.json() == again.json()
    assert first.json()["html"] == "<p>3 号梯 <em>停用</em></p>\n"


async def test_residents_read_notices_and_publish_none(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "resident") as client:
        assert (await client.get("public-notices")).status_code == 200
        answer = await client.post("public-notices", json=notice("2026-11-24", "2026-11-25"))
    assert answer.status_code == 403
