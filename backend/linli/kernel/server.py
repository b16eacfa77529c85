"""Building the server from its parts. What the parts are, only ``main`` knows."""

import asyncio
import gc
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.types import Receive, Scope, Send

from linli.config import Settings
from linli.kernel.attachments.kinds import AttachmentKind
from linli.kernel.attachments.routes import router as attachments
from linli.kernel.attachments.sweep import attachment_handlers
from linli.kernel.db.database import Database, open_database, refuse_unsafe_role
from linli.kernel.db.migrate import has_newest_schema, newest_revision
from linli.kernel.http import health, receipt_routes
from linli.kernel.http.access_log import AccessLog
from linli.kernel.http.answers import tell_problems
from linli.kernel.http.client_files import serve_client
from linli.kernel.http.metrics import Metrics
from linli.kernel.http.middleware.body_limit import BodyLimit
from linli.kernel.http.middleware.watch import Watch
from linli.kernel.http.openapi import describe
from linli.kernel.http.permitted import Authenticator
from linli.kernel.http.route_index import index_routes
from linli.kernel.keyring import load_keyring
from linli.kernel.logs import set_up_logs
from linli.kernel.sync.items import SyncKind
from linli.kernel.sync.routes import router as sync_router
from linli.kernel.vault.erased import keep_erasures
from linli.kernel.vault.rotate import refuse_wrong_key
from linli.kernel.work.worker import Handler, run_worker

API = "/api/v1"
KERNEL_ROUTERS = (sync_router, receipt_routes.router, attachments)


@dataclass(frozen=True)
class Parts:
    """What the contexts bring to the server.

    Attributes:
        authenticator: how callers are recognised.
        routers: their routes, without the prefix of the API.
        handlers: due work by kind.
        sync_kinds: what phones may send in batches.
        attachment_kinds: whose files there are, and who may see them.
    """

    authenticator: Authenticator
    routers: Sequence[APIRouter] = ()
    handlers: Mapping[str, Handler] = field(default_factory=dict)
    sync_kinds: Sequence[SyncKind] = ()
    attachment_kinds: Sequence[AttachmentKind] = ()


def create_server(config: Settings, parts: Parts) -> FastAPI:
    """The server as one ASGI application."""
    set_up_logs(config.log_level)
    app = Server(
        title="Linli",
        version="1",
        lifespan=_lifespan(config, parts),
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{API}/openapi.json",
        redirect_slashes=False,
    )
    _prepare(app, config, parts)
    for router in (*parts.routers, *KERNEL_ROUTERS):
        app.include_router(router, prefix=API)
    app.include_router(health.router)
    serve_client(app, config.frontend_folder)
    tell_problems(app)
    describe(app)
    app.middleware_stack = Watch(
        ExceptionMiddleware(index_routes(app), handlers=app.exception_handlers),
        metrics=app.state.metrics,
        access_log=app.state.access_log,
        limit=BodyLimit(config.max_body_bytes, config.max_upload_bytes),
    )
    return app


class Server(FastAPI):
    """FastAPI with our own few layers, which do what its seven do here."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request; what is not one is FastAPI's."""
        if scope["type"] != "http" or self.middleware_stack is None:
            await super().__call__(scope, receive, send)
            return
        scope["app"] = self
        await self.middleware_stack(scope, receive, send)


def _prepare(app: FastAPI, config: Settings, parts: Parts) -> None:
    """What routes find in ``request.app.state``."""
    app.state.settings = config
    app.state.authenticator = parts.authenticator
    app.state.sync_kinds = {kind.name: kind for kind in parts.sync_kinds}
    app.state.attachment_kinds = {kind.name: kind for kind in parts.attachment_kinds}
    app.state.metrics = Metrics()
    app.state.access_log = AccessLog(config.log_level)
    app.state.newest_revision = newest_revision(config.migrations_folder)


def _lifespan(config: Settings, parts: Parts) -> Any:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        database = open_database(config.database, load_keyring(config.key_file))
        app.state.database = database
        try:
            await refuse_unsafe_role(database)
            if await has_newest_schema(database, app.state.newest_revision):  # else it is not ready
                await refuse_wrong_key(database)
                await keep_erasures(database)
            async with _worker(config, database, all_handlers(config, parts)):
                gc.collect()
                gc.freeze()  # what was imported stays: no request waits while it is gone through
                yield
            await parts.authenticator.settle()
        finally:
            await database.close()
            app.state.access_log.flush()

    return lifespan


def all_handlers(config: Settings, parts: Parts) -> dict[str, Handler]:
    """Due work of the contexts and of the kernel, by kind."""
    return {**attachment_handlers(config.attachments_folder), **parts.handlers}


def _worker(
    config: Settings, database: Database, handlers: Mapping[str, Handler]
) -> AbstractAsyncContextManager[None]:
    @asynccontextmanager
    async def working() -> AsyncIterator[None]:
        if not config.worker_in_process:
            yield
            return
        stop = asyncio.Event()
        task = asyncio.create_task(run_worker(database, handlers, stop))
        try:
            yield
        finally:
            stop.set()
            await task

    return working()
