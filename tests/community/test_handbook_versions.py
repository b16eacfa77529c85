"""Publishing again keeps what was published before: listed, read, compared."""

from uuid import UUID

import pytest
from fastapi import FastAPI

from factories.community import make_community
from factories.community_client import client_as
from factories.identity import serving
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


async def published(app: FastAPI, community_id: UUID, *texts: str) -> str:
    document = {"id": str(new_id()), "title": "补贴政策", "category": "policy"}
    async with client_as(app, community_id, "community_admin") as admin:
        await admin.post("handbook-documents", json=document)
        for text in texts:
            body = {"id": str(new_id()), "format": "markdown", "body": text}
            path = f"handbook-documents/{document['id']}/versions"
            assert (await admin.post(path, json=body)).status_code == 201
    return document["id"]


async def test_everybody_reads_every_version_as_it_was(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    document = await published(app, community_id, "# 一\n每部 10 万", "# 一\n每部 15 万", "# 三")
    path = f"handbook-documents/{document}/versions"
    async with client_as(app, community_id, "resident") as reader:
        listed = (await reader.get(path)).json()["items"]
        first = await reader.get(f"{path}/1")
        second = (await reader.get(f"{path}/2")).json()
        newest = (await reader.get("handbook-documents")).json()["items"][0]["latest"]
    assert [each["version"] for each in listed] == [3, 2, 1]
    assert {each["published_by_name"] for each in listed} == {"王秀英"}
    assert "body" not in listed[0]
    assert first.json()["body"] == "# 一\n每部 10 万"
    assert "<h1>一</h1>" in first.json()["html"]
    assert "immutable" in first.headers["cache-control"]
    assert second["body"] == "# 一\n每部 15 万"
    assert newest["version"] == 3


async def test_what_was_never_published_is_not_there(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    document = await published(app, community_id, "# 一")
    elsewhere = await published(app, await make_community(database), "# 一")
    async with client_as(app, community_id, "resident") as reader:
        for path in (
            f"handbook-documents/{document}/versions/2",
            f"handbook-documents/{elsewhere}/versions",
            f"handbook-documents/{elsewhere}/versions/1",
            f"handbook-documents/{new_id()}/versions",
        ):
            assert (await reader.get(path)).status_code == 404
        zero = await reader.get(f"handbook-documents/{document}/versions/0")
    assert zero.status_code == 404
