"""What ``main`` connects and the routes of this context use."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request, Response

from linli.config import Settings
from linli.identity.queries.directory import Directory
from linli.identity.queries.homes import Homes
from linli.identity.queries.me import me_of
from linli.kernel.access.actor import Caller, Permission
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Row
from linli.kernel.http.permitted import SignedIn


async def _database(request: Request) -> Database:
    found: Database = request.app.state.database
    return found


async def _directory(request: Request) -> Directory:
    found: Directory = request.app.state.directory
    return found


async def _homes(request: Request) -> Homes:
    found: Homes = request.app.state.homes
    return found


async def _settings(request: Request) -> Settings:
    found: Settings = request.app.state.settings
    return found


async def no_store(response: Response) -> None:
    """Answers about persons are kept by nobody on the way (ASVS 5.0: 14.3.2)."""
    response.headers["Cache-Control"] = "no-store"


DatabaseDep = Annotated[Database, Depends(_database)]
DirectoryDep = Annotated[Directory, Depends(_directory)]
HomesDep = Annotated[Homes, Depends(_homes)]
SettingsDep = Annotated[Settings, Depends(_settings)]


class SignedInBriefly(SignedIn):
    """Like ``SignedIn``, but in a transaction that is over before the work begins.

    For what hashes a password or looks into several communities: neither may hold a transaction.
    """

    async def __call__(self, request: Request) -> Caller:  # type: ignore[override]  # FastAPI calls it by its own signature
        """The caller (raises as ``SignedIn`` does)."""
        database: Database = request.app.state.database
        async with database.transaction(write=False) as tx:
            return await super().__call__(request, tx)


async def tell_me(request: Request, account_id: UUID) -> Row:
    """The ``Me`` of an account; call it outside any transaction."""
    permissions: Sequence[Permission] = request.app.state.permissions
    state = request.app.state
    return await me_of(state.database, state.directory, permissions, account_id)
