"""Recognising callers by their session cookie; ``main`` connects it to the kernel."""

import asyncio
from functools import lru_cache
from uuid import UUID

from fastapi import Request

from linli.config import Settings
from linli.identity.actions.note_seen import note_seen
from linli.identity.queries.callers import KnownCaller, caller_of, grants_in
from linli.identity.routes.cookies import session_token
from linli.identity.routes.same_origin import refuse_foreign
from linli.kernel.access.actor import Caller, Grant
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Tx


class SessionAuthenticator:
    """The kernel's ``Authenticator`` over session cookies."""

    def __init__(self) -> None:
        """Begin with nothing to note."""
        self._noting: dict[UUID, asyncio.Task[None]] = {}

    async def caller(self, tx: Tx, request: Request) -> Caller | None:
        """The account behind a request, or ``None``.

        Where the path names a community, the transaction enters it here, so that one statement
        answers who calls and what they hold there.

        Raises:
            Problem: 403 ``foreign_origin`` for an unsafe call from a foreign page.
        """
        token = session_token(request)
        if token is None:
            return None
        refuse_foreign(request)
        community_id = _community_in_path(request)
        if community_id is not None:
            await tx.enter(community_id)
        settings: Settings = request.app.state.settings
        found = await caller_of(tx, token, community_id, demo=settings.demo)
        if found is not None and found.unseen:
            self._note_after(tx, request.app.state.database, found.session_id)
        return found

    async def grants(self, tx: Tx, caller: Caller, community_id: UUID) -> tuple[Grant, ...]:
        """What the caller holds in a community; empty for strangers."""
        if isinstance(caller, KnownCaller) and caller.community_id == community_id:
            return caller.grants
        return await grants_in(tx, caller.account_id, community_id)

    def _note_after(self, tx: Tx, database: Database, session_id: UUID) -> None:
        """Note the use of a session after this transaction: a read must not become a write."""

        def begin() -> None:
            if session_id not in self._noting:
                task = asyncio.create_task(note_seen(database, session_id))
                self._noting[session_id] = task
                task.add_done_callback(lambda _: self._noting.pop(session_id))

        tx.after_commit.append(begin)

    async def settle(self) -> None:
        """Wait until everything is noted, before the database is closed."""
        await asyncio.gather(*self._noting.values(), return_exceptions=True)


def _community_in_path(request: Request) -> UUID | None:
    return _as_id(str(request.path_params.get("community_id", "")))


@lru_cache(maxsize=1024)
def _as_id(text: str) -> UUID | None:
    """Remembered, for it is asked with every request and there are few communities."""
    try:
        return UUID(text)
    except ValueError:
        return None
