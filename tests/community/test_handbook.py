"""The handbook over HTTP, on both databases."""

import asyncio
import hashlib
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from factories.community import make_community, make_handbook_document
from factories.community_client import client_as
from factories.identity import serving
from linli.community.models import HandbookVersion
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id

SHA = hashlib.sha256(b"pdf").hexdigest()


@pytest.fixture
def app(config: Settings, database: Database) -> FastAPI:
    return serving(config, database)


def document(**changes: Any) -> Row:
    body = {"id": str(new_id()), "title": "补贴政策", "category": "policy"}
    return body | changes


def text(body: str = "# 补贴\n每户 **500** 元", **changes: Any) -> Row:
    return {"id": str(new_id()), "format": "markdown", "body": body} | changes


async def test_a_document_shows_its_newest_version_as_safe_html(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    body = document()
    async with client_as(app, community_id, "social_worker") as client:
        fresh = await client.post("handbook-documents", json=body)
        path = f"handbook-documents/{body['id']}/versions"
        await client.post(path, json=text())
        await client.post(path, json=text("<script>x</script>"))
        items = (await client.get("handbook-documents")).json()["items"]
    assert fresh.json()["latest"] is None
    assert items[0]["latest"]["version"] == 2
    assert items[0]["latest"]["html"] == "<p>&lt;script&gt;x&lt;/script&gt;</p>\n"


async def test_a_phone_that_has_the_newest_handbook_gets_no_body(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    document_id = await make_handbook_document(database, community_id)
    async with client_as(app, community_id, "volunteer") as client:
        first = await client.get("handbook-documents")
        known = {"If-None-Match": first.headers["etag"]}
        again = await client.get("handbook-documents", headers=known)
        async with client_as(app, community_id, "community_admin") as staff:
            await staff.post(f"handbook-documents/{document_id}/versions", json=text())
        newer = await client.get("handbook-documents", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert newer.status_code == 200
    assert newer.headers["etag"] != first.headers["etag"]


async def test_parallel_versions_are_numbered_without_gap(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    document_id = await make_handbook_document(database, community_id)
    async with client_as(app, community_id, "community_admin") as client:
        path = f"handbook-documents/{document_id}/versions"
        answers = await asyncio.gather(*[client.post(path, json=text()) for _ in range(5)])
    numbers = sorted(answer.json()["latest"]["version"] for answer in answers)
    assert {answer.status_code for answer in answers} == {201}
    assert numbers == [2, 3, 4, 5, 6]


async def test_a_pdf_is_named_by_hash_and_size(app: FastAPI, database: Database) -> None:
    community_id = await make_community(database)
    document_id = await make_handbook_document(database, community_id)
    pdf = {"id": str(new_id()), "format": "pdf", "attachment_sha256": SHA, "attachment_size": 3}
    async with client_as(app, community_id, "community_admin") as client:
        path = f"handbook-documents/{document_id}/versions"
        answer = await client.post(path, json=pdf)
    assert answer.status_code == 201
    assert answer.json()["latest"]["attachment_sha256"] == SHA
    assert answer.json()["latest"]["html"] is None


@pytest.mark.parametrize(
    "wrong",
    [
        {"format": "pdf", "attachment_sha256": SHA},
        {"format": "pdf", "body": "x", "attachment_sha256": SHA, "attachment_size": 3},
        {"format": "markdown"},
        {"format": "markdown", "body": "x", "attachment_sha256": SHA},
        {"format": "pdf", "attachment_sha256": "zz", "attachment_size": 3},
        {"format": "markdown", "body": "a\x00b"},
    ],
)
async def test_a_version_holds_what_its_format_says(
    app: FastAPI, database: Database, wrong: Row
) -> None:
    community_id = await make_community(database)
    document_id = await make_handbook_document(database, community_id)
    async with client_as(app, community_id, "community_admin") as client:
        path = f"handbook-documents/{document_id}/versions"
        answer = await client.post(path, json={"id": str(new_id()), **wrong})
    assert answer.status_code == 422


async def test_volunteers_read_the_handbook_and_write_nothing_into_it(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    async with client_as(app, community_id, "volunteer") as client:
        assert (await client.get("handbook-documents")).status_code == 200
        assert (await client.post("handbook-documents", json=document())).status_code == 403


async def test_a_version_of_another_document_is_not_taken_for_a_repeat(
    app: FastAPI, database: Database
) -> None:
    community_id = await make_community(database)
    one = await make_handbook_document(database, community_id)
    other = await make_handbook_document(database, community_id, title="质量标准")
    body = text()
    async with client_as(app, community_id, "community_admin") as client:
        first = await client.post(f"handbook-documents/{one}/versions", json=body)
        again = await client.post(f"handbook-documents/{one}/versions", json=body)
        stray = await client.post(f"handbook-documents/{other}/versions", json=body)
    assert (first.status_code, again.status_code, stray.status_code) == (201, 200, 409)


async def test_the_database_refuses_to_change_a_published_version(database: Database) -> None:
    community_id = await make_community(database)
    await make_handbook_document(database, community_id)
    versions = table(HandbookVersion)
    change = update(versions).where(versions.c.community_id == community_id).values(html="other")

    async def tamper() -> None:
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            await tx.execute(change)

    with pytest.raises(DBAPIError, match="append-only"):
        await tamper()
