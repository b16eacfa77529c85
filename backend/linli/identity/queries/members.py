"""Who belongs to a community and what they hold there."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Function, and_, func, or_, select, type_coerce

from linli.identity.models import Account, RoleGrant
from linli.identity.permissions import VIEW_LOGINS, VIEW_RESIDENTS
from linli.identity.queries.directory import Directory, with_scope_names
from linli.identity.rules.roles import RESIDENT
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Json
from linli.kernel.http.pages import PageAsked, page_of

_a, _g = table(Account).c, table(RoleGrant).c


async def member_page(tx: Tx, actor: Actor, directory: Directory, page: PageAsked) -> Row:
    """A page of the members that the actor may see, by name, each with the roles to be seen."""
    asks = (
        select(
            _a.id.label("account_id"),
            _a.display_name,
            _a.login_masked.label("login"),
            _roles(tx).label("roles"),
        )
        .join_from(table(RoleGrant), table(Account), _a.id == _g.account_id)
        .where(_g.community_id == tx.community, _g.revoked_at.is_(None), _seen_by(actor))
        .group_by(_a.id)
    )
    keys = [_a.display_name, _a.id.label("account_id")]
    found = await page_of(tx, asks, keys, page, "members", actor.account_id)
    roles = [_as_row(role) for member in found["items"] for role in member["roles"]]
    named = {role["grant_id"]: role for role in await with_scope_names(tx, directory, roles)}
    return {**found, "items": [_shown(actor, member, named) for member in found["items"]]}


def _roles(tx: Tx) -> ColumnElement[Any]:
    """The grants of a member as one JSON list, rendered by the database."""
    pairs = (
        "grant_id",
        _g.id,
        "role",
        _g.role,
        "scope_kind",
        _g.scope_kind,
        "scope_id",
        _g.scope_id,
    )
    listed: Function[Any]
    if tx.on_postgres:
        listed = func.jsonb_agg(func.jsonb_build_object(*pairs))
    else:
        listed = func.json_group_array(func.json_object(*pairs))
    return type_coerce(listed, Json())


def _seen_by(actor: Actor) -> ColumnElement[bool]:
    """Everybody on the team; residents only by those who look after their building."""
    on_the_team = _g.role != RESIDENT
    if not actor.may(VIEW_RESIDENTS):
        return on_the_team
    buildings = actor.reach(VIEW_RESIDENTS, Scope.BUILDING)
    if buildings is None:
        return or_(on_the_team, _g.role == RESIDENT)
    own = and_(_g.scope_kind == str(Scope.BUILDING), _g.scope_id.in_(buildings))
    return or_(on_the_team, own)


def _as_row(role: Row) -> Row:
    return {**role, "grant_id": UUID(role["grant_id"]), "scope_id": UUID(role["scope_id"])}


def _shown(actor: Actor, member: Row, named: dict[UUID, Row]) -> Row:
    roles = [named[UUID(role["grant_id"])] for role in member["roles"]]
    login = member["login"] if _may_see_login(actor, roles) else None
    return {**member, "login": login, "roles": roles}


def _may_see_login(actor: Actor, roles: list[Row]) -> bool:
    if not actor.may(VIEW_LOGINS):
        return False
    buildings = actor.reach(VIEW_LOGINS, Scope.BUILDING)
    return buildings is None or any(role["scope_id"] in buildings for role in roles)
