"""For which electors of a round an account may vote, and for which it may not, and why."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import exists, or_, select

from linli.community.public import homes_of
from linli.deliberation.queries.ballots.ownership import named_voters
from linli.deliberation.queries.ballots.proxies import StandingProxy, proxies_held_by
from linli.deliberation.queries.ballots.tables import (
    beside,
    elector_owners,
    elector_units,
    electors,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx


@dataclass(frozen=True)
class Standing:
    """How an account stands to one elector.

    Attributes:
        elector: ``id code area_dm2 voter_owner_id`` and ``doors``.
        kind: ``voter``, ``co_owner`` or ``proxy``.
        why_not: why it may not vote; ``None`` when it may.
        proxy_id: the authorization it votes under.
    """

    elector: Row
    kind: str
    why_not: str | None = None
    proxy_id: UUID | None = None


async def standings_of(tx: Tx, actor: Actor, round_: Row, limit: int) -> list[Standing]:
    """Every elector of a round that the account stands for, own ones first.

    Args:
        tx: the open transaction.
        actor: whose account.
        round_: the round.
        limit: the proxy limit of its procedure.
    """
    homes = await homes_of(tx, actor.account_id)
    owned = {home["owner_id"] for home in homes if home["owner_id"] is not None}
    held = await proxies_held_by(tx, round_["id"], actor.account_id, limit)
    rows = await _electors(tx, round_["id"], owned, {one.elector_id for one in held})
    agreed = await _agreed(tx, round_["id"], [row for row in rows if row["owned"]])
    mine = [_own(row, owned, agreed) for row in rows if row["owned"]]
    return mine + _by_proxy(rows, held, {one.elector["id"] for one in mine if not one.why_not})


def _own(row: Row, owned: set[UUID], agreed: dict[UUID, UUID]) -> Standing:
    voter = row["voter_owner_id"] or agreed.get(row["id"])
    if voter in owned:
        return Standing(row, "voter")
    why = "co_owners_have_no_voter" if voter is None else "another_co_owner_votes"
    return Standing(row, "co_owner", why)


def _by_proxy(rows: list[Row], held: list[StandingProxy], own: set[UUID]) -> list[Standing]:
    by_id = {row["id"]: row for row in rows}
    return [
        Standing(
            by_id[one.elector_id],
            "proxy",
            None if one.stands else "proxy_does_not_stand",
            one.id,
        )
        for one in held
        if one.elector_id in by_id and one.elector_id not in own
    ]


async def _electors(
    tx: Tx, round_id: UUID, owned: Collection[UUID], also: Collection[UUID]
) -> list[Row]:
    if not owned and not also:
        return []
    e, w = electors.c, elector_owners.c
    is_owned = exists().where(
        beside(elector_owners, electors, w.elector_id == e.id), w.owner_id.in_(owned)
    )
    asks = (
        select(e.id, e.code, e.area_dm2, e.voter_owner_id, is_owned.label("owned"))
        .where(e.community_id == tx.community, e.round_id == round_id)
        .where(or_(is_owned, e.id.in_(also)))
        .order_by(e.code)
    )
    rows = await tx.rows(asks)
    doors = await doors_of_electors(tx, [row["id"] for row in rows])
    return [{**row, "doors": doors.get(row["id"], [])} for row in rows]


async def doors_of_electors(tx: Tx, elector_ids: Collection[UUID]) -> dict[UUID, list[str]]:
    """The doors in each elector's weight."""
    if not elector_ids:
        return {}
    u = elector_units.c
    asks = select(u.elector_id, u.door).where(
        u.community_id == tx.community, u.elector_id.in_(elector_ids)
    )
    found: dict[UUID, list[str]] = {}
    for row in await tx.rows(asks.order_by(u.elector_id, u.door)):
        found.setdefault(row["elector_id"], []).append(row["door"])
    return found


async def _agreed(tx: Tx, round_id: UUID, rows: list[Row]) -> dict[UUID, UUID]:
    """Elector without a voter → the co-owner agreed on since the opening."""
    open_ = [row["id"] for row in rows if row["voter_owner_id"] is None]
    if not open_:
        return {}
    u = elector_units.c
    asks = select(u.elector_id, u.household_id).where(
        u.community_id == tx.community, u.elector_id.in_(open_)
    )
    units = {row["household_id"]: row["elector_id"] for row in await tx.rows(asks)}
    named = await named_voters(tx, round_id, list(units))
    return {units[household]: owner for household, owner in named.items()}
