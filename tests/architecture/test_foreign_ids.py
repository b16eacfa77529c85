"""Every route with every kind of id that names a real thing of another community.

ASVS 5.0: 8.2.2, 8.4.1. Whoever holds every role in a community of their own hears of such an id
exactly what they hear of one that names nothing. The things are those of the demo.

On SQLite, where nothing but the queries keeps communities apart; what PostgreSQL's row security
adds is in tests/kernel/test_isolation.py.
"""

import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import select

from architecture.api import ROLES
from architecture.bodies import body_of, query_of
from architecture.neighbourhood import HEADERS, INSIDE, named
from conftest import MASTER_KEY
from factories.identity import grant, make_account, make_community, serving, signed_in_client
from linli.community.public import COMMUNITIES
from linli.config import Settings
from linli.demo.load import load_demo
from linli.kernel.attachments.models import Attachment
from linli.kernel.db.database import Database
from linli.kernel.db.rows import metadata, table
from linli.kernel.http.routes import ServedRoute
from linli.kernel.ids import new_id
from linli.main import create_app, parts

NAMING = [(method, route) for method, route in INSIDE if route.path.count("{") > 1]
"""Routes that name a thing in a community."""
NOTHING = "cd" * 32


@dataclass(frozen=True)
class Stranger:
    """Somebody with every role elsewhere, who has got hold of ids of the demo community."""

    client: httpx.AsyncClient
    community_id: UUID
    ids: list[str]
    file: str
    document: dict[str, Any]

    def address(self, route: ServedRoute, item_id: str, sha256: str) -> str:
        path = route.path.replace("{community_id}", str(self.community_id))
        path = path.replace("{sha256}", sha256)
        while "{" in path:
            before, _, rest = path.partition("{")
            path = f"{before}{item_id}{rest.partition('}')[2]}"
        return path

    async def hear(
        self, method: str, route: ServedRoute, item_id: str, sha256: str
    ) -> tuple[int, str | None]:
        address = self.address(route, item_id, sha256)
        headers = {**HEADERS, "Idempotency-Key": str(new_id())}
        answer = await self.client.request(
            method,
            address,
            json=body_of(self.document, method, route.path),
            params=query_of(self.document, method, route.path),
            headers=headers,
        )
        refused = answer.status_code >= httpx.codes.BAD_REQUEST
        return answer.status_code, answer.json()["code"] if refused else answer.text


async def settle_elsewhere(database: Database) -> tuple[UUID, object]:
    account, community_id = await make_account(database), await make_community(database)
    for role in sorted(ROLES):
        await grant(database, account.account_id, community_id, role)
    return community_id, account


async def ids_of_the_demo(database: Database) -> tuple[list[str], str]:
    """The first id of every table that has one, and a file."""
    ids = []
    async with database.transaction(write=False) as tx:
        community_id = await tx.scalar(select(COMMUNITIES.c.id).where(COMMUNITIES.c.name != "x"))
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        for each in metadata.sorted_tables:
            if {"community_id", "id"} <= set(each.c.keys()):
                first = select(each.c.id).where(each.c.community_id == community_id).limit(1)
                found = await tx.scalar(first)
                ids += [] if found is None else [str(found)]
        files = table(Attachment).c
        file = await tx.scalar(select(files.sha256).where(files.community_id == community_id))
    return ids, file or NOTHING


@pytest.fixture(scope="module")
async def stranger(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Stranger]:
    folder = tmp_path_factory.mktemp("foreign")
    (folder / "master.key").write_text(MASTER_KEY.hex())
    shutil.copyfile(sqlite_template, folder / "linli.db")
    config = Settings(data_folder=folder, demo=True)
    app = create_app(config)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(app.router.lifespan_context(app))
        await load_demo(app, config, parts().handlers, lambda _: None)
        database: Database = app.state.database
        ids, file = await ids_of_the_demo(database)
        community_id, account = await settle_elsewhere(database)
        quiet = serving(config.model_copy(update={"worker_in_process": False}), database)
        client = await stack.enter_async_context(signed_in_client(quiet, account))
        yield Stranger(client, community_id, ids, file, app.openapi())


def test_the_demo_has_things_of_many_kinds(stranger: Stranger) -> None:
    assert len(stranger.ids) > 20
    assert len(NAMING) > 30


@pytest.mark.parametrize(("method", "route"), NAMING, ids=named)
async def test_an_id_of_another_community_is_an_id_of_nothing(
    stranger: Stranger, method: str, route: ServedRoute
) -> None:
    of_nothing = await stranger.hear(method, route, str(new_id()), NOTHING)
    assert of_nothing[0] in {200, 400, 404, 409, 410, 412, 415, 422}
    for item_id in stranger.ids:
        assert await stranger.hear(method, route, item_id, stranger.file) == of_nothing, item_id
