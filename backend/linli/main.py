"""The only composition root: settings, database, routers, problems, the worker, the client."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI

from linli.care.routes import router as care
from linli.community.routes import router as community
from linli.config import Settings, settings
from linli.identity.routes import router as identity
from linli.identity.routes.authenticator import SessionAuthenticator
from linli.kernel.db.database import open_database, refuse_unsafe_role
from linli.kernel.http.answers import tell_problems
from linli.kernel.http.sync import SyncKind
from linli.kernel.http.sync_routes import router as sync
from linli.kernel.vault.keyring import load_keyring
from linli.kernel.work.worker import Handler, run_worker

ROUTERS = (identity, community, care, sync)
HANDLERS: dict[str, Handler] = {}
SYNC_KINDS: tuple[SyncKind, ...] = ()


def create_app(config: Settings | None = None) -> FastAPI:
    """The whole server as one ASGI application."""
    config = config or settings()
    authenticator = SessionAuthenticator()

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        database = open_database(config.database, load_keyring(config.key_file))
        app.state.database = database
        await refuse_unsafe_role(database)
        stop = asyncio.Event()
        worker = None
        if config.worker_in_process:
            worker = asyncio.create_task(run_worker(database, HANDLERS, stop))
        yield
        stop.set()
        if worker is not None:
            await worker
        await authenticator.settle()
        await database.close()

    app = FastAPI(title="Linli", version="1", lifespan=lifespan)
    app.state.settings = config
    app.state.authenticator = authenticator
    app.state.sync_kinds = {kind.name: kind for kind in SYNC_KINDS}
    tell_problems(app)
    for router in ROUTERS:
        app.include_router(router, prefix="/api/v1")
    return app
