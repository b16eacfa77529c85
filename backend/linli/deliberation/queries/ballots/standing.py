"""For which electors of a round an account may vote, and for which it may not, and why."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, bindparam, select

from linli.community.public import HOUSEHOLD_MEMBERS
from linli.deliberation.queries.ballots.ownership import named_voters
from linli.deliberation.queries.ballots.proxies import StandingProxy, proxies_held_by
from linli.deliberation.queries.ballots.tables import (
    beside,
    elector_owners,
    elector_units,
    electors,
)
from linli.deliberation.queries.ballots.written_documents import MISSING, documents_here
from linli.kernel.access.actor import Actor
from linli.kernel.db.fast import Fast
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.types import Uuid

_e, _w, _m = electors.c, elector_owners.c, HOUSEHOLD_MEMBERS.c
_ELECTOR = (_e.id, _e.code, _e.area_dm2, _e.voter_owner_id)
_OWN = Fast(
    select(*_ELECTOR, _m.owner_id)
    .join_from(
        HOUSEHOLD_MEMBERS,
        elector_owners,
        and_(
            beside(elector_owners, HOUSEHOLD_MEMBERS, _w.owner_id == _m.owner_id),
            _w.round_id == bindparam("round_id", type_=Uuid),
        ),
    )
    .join(electors, beside(electors, elector_owners, _e.id == _w.elector_id))
    .where(
        _m.community_id == bindparam("community_id", type_=Uuid),
        _m.account_id == bindparam("account_id", type_=Uuid),
        _m.ended_at.is_(None),
    )
    .distinct()
    .order_by(_e.code)
)
"""From the account: a round has thousands of electors, an account has a few."""


@dataclass(frozen=True)
class Standing:
    """How an account stands to one elector.

    Attributes:
        elector: ``id code area_dm2 voter_owner_id``.
        kind: ``voter``, ``co_owner`` or ``proxy``.
        why_not: why it may not vote; ``None`` when it may.
        proxy_id: the authorization it votes under.
    """

    elector: Row
    kind: str
    why_not: str | None = None
    proxy_id: UUID | None = None

    @property
    def told_line(self) -> bool:
        """Whether it is told the elector's line in the archive, which shows what was answered.

        That is the voter's, and of co-owners without one who sign a paper together. A holder has
        the receipts of what they cast, and need not learn what the owner answers after all.
        """
        return self.kind == "voter" or self.why_not == "co_owners_have_no_voter"


async def standings_of(tx: Tx, actor: Actor, round_: Row, limit: int) -> list[Standing]:
    """Every elector of a round that the account stands for, own ones first.

    Args:
        tx: the open transaction.
        actor: whose account.
        round_: the round.
        limit: the proxy limit of its procedure.
    """
    asked = {"community_id": tx.community, "round_id": round_["id"]}
    asked["account_id"] = actor.account_id
    owned: defaultdict[UUID, set[UUID]] = defaultdict(set)
    rows: dict[UUID, Row] = {}
    for row in await tx.rows(_OWN, asked):
        owned[row["id"]].add(row.pop("owner_id"))
        rows[row["id"]] = row
    agreed = await _agreed(tx, round_["id"], rows.values())
    mine = [_own(row, owned[row["id"]], agreed) for row in rows.values()]
    held = await proxies_held_by(tx, round_["id"], actor.account_id, limit)
    own = {one.elector["id"] for one in mine if one.why_not is None}
    others = [one for one in held if one.elector_id not in own]
    stood_for = {one.elector_id for one in others if one.stands}
    kept = [one for one in mine if one.elector["id"] not in stood_for]
    return kept + await _by_proxy(tx, others)


def _own(row: Row, owned: set[UUID], agreed: dict[UUID, UUID]) -> Standing:
    voter = row["voter_owner_id"] or agreed.get(row["id"])
    if voter in owned:
        return Standing(row, "voter")
    why = "co_owners_have_no_voter" if voter is None else "another_co_owner_votes"
    return Standing(row, "co_owner", why)


async def _by_proxy(tx: Tx, held: list[StandingProxy]) -> list[Standing]:
    if not held:
        return []
    ids = [one.elector_id for one in held]
    asks = select(*_ELECTOR).where(_e.community_id == tx.community, _e.id.in_(ids))
    rows = {row["id"]: row for row in await tx.rows(asks)}
    here = await documents_here(tx, [one.id for one in held])
    return [Standing(rows[one.elector_id], "proxy", _why_not(one, here), one.id) for one in held]


def _why_not(proxy: StandingProxy, here: Collection[UUID]) -> str | None:
    if not proxy.stands:
        return "proxy_does_not_stand"
    return None if proxy.id in here else MISSING


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


async def _agreed(tx: Tx, round_id: UUID, rows: Collection[Row]) -> dict[UUID, UUID]:
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
