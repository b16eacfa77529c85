"""Schemes and their versions."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Integer, and_, bindparam, func, select

from linli.deliberation.permissions.cost_plans import EDIT_COST_PLANS
from linli.deliberation.queries.cost_plans.standing import standing
from linli.deliberation.queries.cost_plans.tables import (
    MINE,
    adoptions,
    plans,
    reductions,
    schemes,
    versions,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid
from linli.kernel.problems import not_found

_NUMBER = bindparam("number", type_=Integer)


def _versions(columns: Iterable[Column[Any]]) -> tuple[Fast, Fast]:
    """A version by number, without one the newest; as seen with drafts, and without."""
    of_scheme = and_(
        versions.c.community_id == schemes.c.community_id, versions.c.scheme_id == schemes.c.id
    )
    asks = (
        select(
            schemes.c.id,
            schemes.c.plan_id,
            schemes.c.version.label("newest_number"),
            versions.c.id.label("version_id"),
            *columns,
        )
        .join_from(schemes, versions, of_scheme)
        .where(schemes.c.community_id == MINE)
        .where(schemes.c.id == bindparam("scheme_id", type_=Uuid))
        .where(versions.c.number == func.coalesce(_NUMBER, schemes.c.version))
    )
    plan = and_(plans.c.community_id == schemes.c.community_id, plans.c.id == schemes.c.plan_id)
    published = asks.join(plans, plan).where(plans.c.published_at.is_not(None))
    return Fast(asks), Fast(published)


_WHOLE = _versions(column for column in versions.c if column.name not in {"id", "community_id"})
_ITS_NUMBER = _versions([versions.c.number])
_ADOPTION = Fast(
    select(adoptions.c.adopted_at, adoptions.c.round_id)
    .where(adoptions.c.community_id == MINE)
    .where(adoptions.c.version_id == bindparam("version_id", type_=Uuid))
)


async def find_version(tx: Tx, actor: Actor, scheme_id: UUID, number: int | None = None) -> Row:
    """A version of a scheme whose plan the actor may see; the newest unless one is named.

    Raises:
        Problem: 404 ``not_found``.
    """
    return await _find(tx, actor, scheme_id, number, _WHOLE)


async def find_binding_version(tx: Tx, actor: Actor, scheme_id: UUID) -> Row:
    """What homes are told they pay: the adopted version, else the newest.

    The version that a round asks about is the newest, for none is added while it does.

    Raises:
        Problem: 404 ``not_found``.
    """
    of_version = and_(
        versions.c.community_id == adoptions.c.community_id, versions.c.id == adoptions.c.version_id
    )
    adopted = (
        select(versions.c.number)
        .join_from(adoptions, versions, of_version)
        .where(adoptions.c.community_id == tx.community, adoptions.c.scheme_id == scheme_id)
    )
    return await find_version(tx, actor, scheme_id, await tx.scalar(adopted))


async def find_number(tx: Tx, actor: Actor, scheme_id: UUID, number: int | None = None) -> Row:
    """The same, without what it was worked out from: ``version_id number``.

    Raises:
        Problem: 404 ``not_found``.
    """
    return await _find(tx, actor, scheme_id, number, _ITS_NUMBER)


async def _find(
    tx: Tx, actor: Actor, scheme_id: UUID, number: int | None, asks: tuple[Fast, Fast]
) -> Row:
    draft_too, if_published = asks
    mine = {"community_id": actor.community_id, "scheme_id": scheme_id, "number": number}
    found = await tx.row(draft_too if actor.may(EDIT_COST_PLANS) else if_published, mine)
    if found is None:
        raise not_found()
    return found


async def read_scheme(tx: Tx, actor: Actor, scheme_id: UUID, number: int | None = None) -> Row:
    """A version whole, without its homes.

    Raises:
        Problem: 404 ``not_found``.
    """
    found = await find_version(tx, actor, scheme_id, number)
    stands = await standing(tx, found["plan_id"], [found])
    mine = {"community_id": tx.community, "version_id": found["version_id"]}
    adoption = await tx.row(_ADOPTION, mine)
    return {
        **{name: found[name] for name in ("id", "plan_id", "title", "method", "net_fen")},
        **{name: found[name] for name in ("scopes", "shares_digest", "roster_digest")},
        **{name: found["rules"][name] for name in ("tiers", "ground_floor", "exemptions")},
        **found["summary"],
        "version": found["number"],
        "newest_number": found["newest_number"],
        "newest": found["number"] == found["newest_number"],
        "computed_at": found["created_at"],
        "adopted": adoption is not None,
        **(adoption or {"adopted_at": None, "round_id": None}),
        **stands.of(found),
    }


async def list_versions(tx: Tx, actor: Actor, scheme_id: UUID) -> list[Row]:
    """All versions of a scheme, the newest first.

    Raises:
        Problem: 404 ``not_found``.
    """
    await find_version(tx, actor, scheme_id)
    v = versions.c
    asks = (
        select(
            v.number,
            v.title,
            v.method,
            v.net_fen,
            v.shares_digest,
            v.created_at.label("computed_at"),
        )
        .where(v.community_id == tx.community, v.scheme_id == scheme_id)
        .order_by(v.number.desc())
    )
    return await tx.rows(asks)


async def reductions_of(tx: Tx, version_id: UUID, codes: list[str] | None = None) -> list[Row]:
    """Reductions of a version, or of some homes: ``code amount_fen payer household_id``."""
    c = reductions.c
    asks = (
        select(c.household_code.label("code"), c.amount_fen, c.payer, c.household_id)
        .where(c.community_id == tx.community, c.version_id == version_id)
        .order_by(c.household_code, c.id)
    )
    return await tx.rows(asks if codes is None else asks.where(c.household_code.in_(codes)))
