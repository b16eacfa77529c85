"""What every route declares: who may call it. A test fails on a route that declares nothing."""

from typing import Any, Protocol
from uuid import UUID

from fastapi import Request
from typing_extensions import TypeIs

from linli.kernel.access.actor import Actor, Caller, Grant, Permission
from linli.kernel.db.database import Database
from linli.kernel.db.transaction import Tx
from linli.kernel.http.transaction import TxDep
from linli.kernel.problems import Problem, forbidden, not_found


class Authenticator(Protocol):
    """How callers are recognised; the identity context provides it, ``main`` connects it."""

    async def caller(self, tx: Tx, request: Request) -> Caller | None:
        """The account behind a request, or ``None``."""
        ...

    async def grants(self, tx: Tx, caller: Caller, community_id: UUID) -> tuple[Grant, ...]:
        """What the caller holds in a community; empty for strangers."""
        ...

    async def settle(self) -> None:
        """Finish what was begun besides requests, before the database is closed."""
        ...


class SignedIn:
    """Any account, whatever its communities."""

    permission: Permission | None = None

    async def __call__(self, request: Request, tx: TxDep) -> Caller:
        """The caller.

        Raises:
            Problem: 401 ``not_signed_in``.
        """
        authenticator: Authenticator = request.app.state.authenticator
        caller = await authenticator.caller(tx, request)
        if caller is None:
            raise Problem(401, "not_signed_in")
        request.state.caller = caller
        return caller


async def member(request: Request, community_id: UUID, tx: Tx) -> Actor:
    """The caller as a member of a community, which the transaction has then entered.

    Raises:
        Problem: 401 without a session, 404 to strangers of the community.
    """
    caller = await SignedIn()(request, tx)
    await tx.enter(community_id)
    authenticator: Authenticator = request.app.state.authenticator
    grants = await authenticator.grants(tx, caller, community_id)
    if not grants:
        raise not_found() from forbidden()
    return caller.at(community_id, grants)


class Member:
    """An account with any grant in the community of the path."""

    permission: Permission | None = None

    async def __call__(self, request: Request, community_id: UUID, tx: TxDep) -> Actor:
        """The actor; the transaction has entered the community (raises as ``member`` does)."""
        return await member(request, community_id, tx)


class MemberBriefly:
    """Like ``Member``, but in a transaction of its own that is over before the work begins.

    For uploads and downloads, which may take minutes and must hold no connection meanwhile.
    """

    permission: Permission | None = None

    async def __call__(self, request: Request, community_id: UUID) -> Actor:
        """The actor (raises as ``member`` does)."""
        database: Database = request.app.state.database
        async with database.transaction(write=False) as tx:
            return await member(request, community_id, tx)


class Permitted:
    """An account with a grant that allows ``permission`` in the community of the path."""

    def __init__(self, permission: Permission) -> None:
        """Name the permission."""
        self.permission = permission

    async def __call__(self, request: Request, community_id: UUID, tx: TxDep) -> Actor:
        """The actor; the transaction has entered the community.

        Raises:
            Problem: 401 without a session, 404 to strangers of the community, 403 to members
                without the permission.
        """
        actor = await member(request, community_id, tx)
        if not actor.may(self.permission):
            raise forbidden()
        return actor


class PermittedBriefly(MemberBriefly):
    """Like ``Permitted``, but in a transaction of its own that is over before the work begins."""

    def __init__(self, permission: Permission) -> None:
        """Name the permission."""
        self.permission = permission

    async def __call__(self, request: Request, community_id: UUID) -> Actor:
        """The actor (raises as ``Permitted`` does)."""
        actor = await super().__call__(request, community_id)
        if self.permission is None or not actor.may(self.permission):
            raise forbidden()
        return actor


class Anyone:
    """Public: no account needed, nothing personal behind it."""

    permission: Permission | None = None

    async def __call__(self) -> None:
        """Nothing to check."""


Declaration = SignedIn | Member | MemberBriefly | Permitted | Anyone
"""What a route may declare; each route declares exactly one."""


def declared(dependency: Any) -> TypeIs[Declaration]:
    """Whether a dependency of a route is one of the declarations above."""
    return isinstance(dependency, Declaration)
