"""Invitations as those who may invite see them, and as whoever holds the link does."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, select, true

from linli.identity.models import Invitation
from linli.identity.permissions import VIEW_INVITATIONS
from linli.identity.rules import tokens
from linli.identity.rules.invitations import state_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import Problem, not_found

_i = table(Invitation).c
_SHOWN = (
    _i.id,
    _i.role,
    _i.scope_kind,
    _i.scope_id,
    _i.display_name,
    _i.created_at,
    _i.created_by,
    _i.expires_at,
    _i.accepted_at,
    _i.accepted_by,
    _i.revoked_at,
)


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    """A building lead sees the invitations into the own buildings."""
    buildings = actor.reach(VIEW_INVITATIONS, Scope.BUILDING)
    if buildings is None:
        return true()
    return and_(_i.scope_kind == str(Scope.BUILDING), _i.scope_id.in_(buildings))


def _asks(tx: Tx, actor: Actor) -> Select[Any]:
    return select(*_SHOWN).where(_i.community_id == tx.community, _seen_by(actor))


async def invitation_page(tx: Tx, actor: Actor, page: PageAsked) -> Row:
    """A page of the invitations that the actor may see, oldest first."""
    found = await page_of(tx, _asks(tx, actor), [_i.id], page, "invitations", actor.account_id)
    return {**found, "items": [_with_state(row) for row in found["items"]]}


async def invitation_row(tx: Tx, actor: Actor, invitation_id: UUID) -> Row:
    """One invitation.

    Raises:
        Problem: 404 when it is not there or not to be seen by the actor.
    """
    row = await tx.row(_asks(tx, actor).where(_i.id == invitation_id))
    if row is None:
        raise not_found()
    return _with_state(row)


async def open_invitation(tx: Tx, token: str, *, lock: bool = False) -> Row:
    """The invitation that a token opens, in the community the transaction has entered.

    Raises:
        Problem: 404 ``invitation_unknown``; 410 ``invitation_accepted``, ``invitation_revoked`` or
            ``invitation_expired``.
    """
    asks = select(*_SHOWN).where(
        _i.community_id == tx.community, _i.token_hash == tokens.digest(token)
    )
    row = await tx.row(asks.with_for_update() if lock else asks)
    if row is None:
        raise Problem(404, "invitation_unknown")
    row = _with_state(row)
    if row["state"] != "open":
        raise Problem(410, f"invitation_{row['state']}")
    return row


def community_of_link(token: str, code: str = "invitation_unknown") -> UUID:
    """The community that a link leads into.

    Raises:
        Problem: 404 under the given code when it is no such link.
    """
    community_id = tokens.community_of(token)
    if community_id is None:
        raise Problem(404, code)
    return community_id


def _with_state(row: Row) -> Row:
    times = {name: row[name] for name in ("accepted_at", "revoked_at", "expires_at")}
    return {**row, "state": state_of(clock.now(), **times)}
