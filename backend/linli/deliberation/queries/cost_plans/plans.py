"""Cost plans as an actor sees them: published ones, and drafts for those who write them."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, or_, select

from linli.community.public import PROJECTS
from linli.deliberation.permissions.cost_plans import EDIT_COST_PLANS
from linli.deliberation.queries.cost_plans.scopes import totals
from linli.deliberation.queries.cost_plans.standing import Standing, standing
from linli.deliberation.queries.cost_plans.tables import (
    MINE,
    PLAN,
    adoptions,
    plans,
    schemes,
    versions,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_EVERY = (
    select(
        plans.c.id,
        plans.c.project_id,
        PROJECTS.c.name.label("project_name"),
        plans.c.title,
        plans.c.note,
        plans.c.published_at,
        plans.c.version,
        adoptions.c.scheme_id.is_not(None).label("adopted"),
        adoptions.c.scheme_id.label("adopted_scheme_id"),
    )
    .join_from(
        plans,
        PROJECTS,
        and_(PROJECTS.c.community_id == plans.c.community_id, PROJECTS.c.id == plans.c.project_id),
    )
    .outerjoin(
        adoptions,
        and_(adoptions.c.community_id == plans.c.community_id, adoptions.c.plan_id == plans.c.id),
    )
)
_PUBLISHED = plans.c.published_at.is_not(None)
_THIS = _EVERY.where(plans.c.community_id == MINE, plans.c.id == PLAN)
_DRAFT_TOO, _IF_PUBLISHED = Fast(_THIS), Fast(_THIS.where(_PUBLISHED))


def seen_plans(actor: Actor) -> Select[Any]:
    """Plans that the actor may see, with the name of their project."""
    asks = _EVERY.where(plans.c.community_id == actor.community_id)
    return asks if actor.may(EDIT_COST_PLANS) else asks.where(_PUBLISHED)


async def list_plans(tx: Tx, actor: Actor, page: PageAsked) -> Row:
    """One page of plans, the oldest first."""
    asks = seen_plans(actor)
    return await page_of(tx, asks, [plans.c.id], page, "cost-plans", actor.may(EDIT_COST_PLANS))


async def find_plan(tx: Tx, actor: Actor, plan_id: UUID) -> Row:
    """A plan's own row.

    Raises:
        Problem: 404 ``not_found``, also for a draft that is not the actor's to see.
    """
    asks = _DRAFT_TOO if actor.may(EDIT_COST_PLANS) else _IF_PUBLISHED
    plan = await tx.row(asks, {"community_id": actor.community_id, "plan_id": plan_id})
    if plan is None:
        raise not_found()
    return plan


async def read_plan(tx: Tx, actor: Actor, plan_id: UUID) -> Row:
    """A plan with its scopes, its totals and its schemes.

    Raises:
        Problem: 404 ``not_found``.
    """
    plan = await find_plan(tx, actor, plan_id)
    shown = await _shown_versions(tx, plan_id)
    stands = await standing(tx, plan_id, shown)
    return {
        **plan,
        "totals": totals(stands.scopes),
        "scopes": stands.scopes,
        "schemes": [_card(one, stands, plan["adopted_scheme_id"]) for one in shown],
    }


async def _shown_versions(tx: Tx, plan_id: UUID) -> list[Row]:
    """Of each scheme the adopted version, else the newest."""
    adopted = and_(
        adoptions.c.community_id == schemes.c.community_id, adoptions.c.scheme_id == schemes.c.id
    )
    newest = and_(adoptions.c.id.is_(None), versions.c.number == schemes.c.version)
    shown = and_(
        versions.c.community_id == schemes.c.community_id,
        versions.c.scheme_id == schemes.c.id,
        or_(versions.c.id == adoptions.c.version_id, newest),
    )
    asks = (
        select(
            schemes.c.id,
            versions.c.title,
            versions.c.number.label("version"),
            versions.c.method,
            versions.c.net_fen,
            versions.c.scopes,
            versions.c.summary,
            versions.c.roster_revision,
            versions.c.roster_digest,
        )
        .select_from(schemes.outerjoin(adoptions, adopted).join(versions, shown))
        .where(schemes.c.community_id == tx.community, schemes.c.plan_id == plan_id)
        .order_by(schemes.c.id)
    )
    return await tx.rows(asks)


def _card(row: Row, stands: Standing, adopted: UUID | None) -> Row:
    spread = row["summary"]["spread"]
    return {
        **{name: row[name] for name in ("id", "title", "version", "method", "net_fen")},
        **{name: spread[name] for name in ("homes", "paying")},
        **{f"{name}_fen": spread[name] for name in ("least", "middle", "most")},
        "adopted": row["id"] == adopted,
        **stands.of(row),
    }
