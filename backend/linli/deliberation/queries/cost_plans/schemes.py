"""Schemes and their versions."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Select, and_, select

from linli.deliberation.queries.cost_plans.plans import seen_plans
from linli.deliberation.queries.cost_plans.standing import standing
from linli.deliberation.queries.cost_plans.tables import (
    adoptions,
    plans,
    reductions,
    schemes,
    versions,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found


async def find_version(tx: Tx, actor: Actor, scheme_id: UUID, number: int | None = None) -> Row:
    """A version of a scheme whose plan the actor may see; the newest unless one is named.

    Raises:
        Problem: 404 ``not_found``.
    """
    every = (column for column in versions.c if column.name not in {"id", "community_id"})
    return await _find(tx, actor, scheme_id, number, every)


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
    return await _find(tx, actor, scheme_id, number, [versions.c.number])


async def _find(
    tx: Tx, actor: Actor, scheme_id: UUID, number: int | None, columns: Iterable[Column[Any]]
) -> Row:
    asks = _versions(scheme_id, columns)
    wanted = schemes.c.version if number is None else number
    found = await tx.row(asks.where(versions.c.number == wanted))
    if found is None:
        raise not_found()
    if await tx.row(seen_plans(actor).where(plans.c.id == found["plan_id"])) is None:
        raise not_found()
    return found


def _versions(scheme_id: UUID, columns: Iterable[Column[Any]]) -> Select[Any]:
    of_scheme = and_(
        versions.c.community_id == schemes.c.community_id, versions.c.scheme_id == schemes.c.id
    )
    return (
        select(
            schemes.c.id,
            schemes.c.plan_id,
            schemes.c.version.label("newest_number"),
            versions.c.id.label("version_id"),
            *columns,
        )
        .join_from(schemes, versions, of_scheme)
        .where(versions.c.community_id == schemes.c.community_id, schemes.c.id == scheme_id)
    )


async def read_scheme(tx: Tx, actor: Actor, scheme_id: UUID, number: int | None = None) -> Row:
    """A version whole, without its homes.

    Raises:
        Problem: 404 ``not_found``.
    """
    found = await find_version(tx, actor, scheme_id, number)
    stands = await standing(tx, found["plan_id"], [found])
    adoption = await tx.row(_adoption(tx, found["version_id"]))
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


def _adoption(tx: Tx, version_id: UUID) -> Select[Any]:
    c = adoptions.c
    mine = (c.community_id == tx.community, c.version_id == version_id)
    return select(c.adopted_at, c.round_id).where(*mine)


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
