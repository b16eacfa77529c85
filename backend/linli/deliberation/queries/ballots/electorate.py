"""Who may vote: as it would be frozen now, or as it was."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import exists, func, select

from linli.community.public import HOUSEHOLD_MEMBERS, HOUSEHOLDS, OWNERS, OWNERSHIPS
from linli.deliberation.queries.ballots.ownership import Roster, named_voters, roster_of
from linli.deliberation.queries.ballots.round_rows import round_row, scope_of
from linli.deliberation.queries.ballots.tables import (
    beside,
    elector_owners,
    elector_units,
    electors,
)
from linli.deliberation.rules.ballots.electorate import electorate_of_rows
from linli.kernel.db.transaction import Row, Tx

LISTED = 200
_e, _u, _w = electors.c, elector_units.c, elector_owners.c
_m = HOUSEHOLD_MEMBERS.c


async def read_electorate(tx: Tx, round_id: UUID) -> Row:
    """Heads, area, doors without an owner, and co-owned units with the voter agreed on.

    Raises:
        Problem: 404 ``not_found``.
    """
    round_ = await round_row(tx, round_id)
    if round_["electorate_digest"] is None:
        return await _as_it_would_be(tx, round_)
    return await _as_it_was(tx, round_)


async def _as_it_would_be(tx: Tx, round_: Row) -> Row:
    roster = await roster_of(tx, round_)
    found = electorate_of_rows(roster.rows, scope_of(round_))
    with_account = await _owners_with_account(tx)
    shared = _shared(roster)
    named = await named_voters(tx, round_["id"])
    voters = [UUID(one.voter) for one in found.electors if one.voter]
    return {
        "frozen": False,
        "heads": found.weight.heads,
        "area_dm2": found.weight.area_dm2,
        "units": sum(len(one.units) for one in found.electors),
        "without_owner": roster.without_owner[:LISTED],
        "co_owned": await _told(tx, list(shared)[:LISTED], named),
        "co_owned_without_voter": sum(one.voter is None for one in found.electors),
        "with_account": sum(voter in with_account for voter in voters),
        "digest": None,
    }


def _shared(roster: Roster) -> list[UUID]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for row in roster.rows:
        owners[row.unit].add(row.owner)
    return [unit["id"] for key, unit in roster.units.items() if len(owners[key]) > 1]


async def _owners_with_account(tx: Tx) -> set[UUID]:
    asks = select(_m.owner_id).where(
        _m.community_id == tx.community, _m.owner_id.is_not(None), _m.ended_at.is_(None)
    )
    return {row["owner_id"] for row in await tx.rows(asks)}


async def _told(tx: Tx, household_ids: list[UUID], named: dict[UUID, UUID]) -> list[Row]:
    """Co-owned units with their owners by name, for those who record agreements."""
    h, o, w = HOUSEHOLDS.c, OWNERSHIPS.c, OWNERS.c
    account = exists().where(
        beside(HOUSEHOLD_MEMBERS, OWNERS, _m.owner_id == w.id), _m.ended_at.is_(None)
    )
    asks = (
        select(h.id, h.code, w.id.label("owner_id"), w.name, account.label("has_account"))
        .join_from(HOUSEHOLDS, OWNERSHIPS, beside(OWNERSHIPS, HOUSEHOLDS, o.household_id == h.id))
        .join(OWNERS, beside(OWNERS, OWNERSHIPS, w.id == o.owner_id))
        .where(h.community_id == tx.community, h.id.in_(household_ids))
        .order_by(h.sort_key, o.position)
    )
    found: dict[UUID, Row] = {}
    for row in await tx.rows(asks):
        unit = found.setdefault(
            row["id"],
            {
                "household_id": row["id"],
                "door": row["code"],
                "owners": [],
                "voter_owner_id": named.get(row["id"]),
            },
        )
        owner = {key: row[key] for key in ("owner_id", "name")}
        unit["owners"].append({**owner, "has_account": bool(row["has_account"])})
    return list(found.values())


async def _as_it_was(tx: Tx, round_: Row) -> Row:
    mine = (_e.community_id == tx.community, _e.round_id == round_["id"])
    open_ = select(_e.id).where(*mine, _e.voter_owner_id.is_(None))
    waiting = [row["id"] for row in await tx.rows(open_)]
    units = select(_u.household_id, _u.elector_id).where(
        _u.community_id == tx.community, _u.elector_id.in_(waiting[:LISTED])
    )
    shared = {row["household_id"]: row["elector_id"] for row in await tx.rows(units)}
    named = await named_voters(tx, round_["id"], list(shared))
    agreed = {shared[household] for household in named}
    account = exists().where(
        _m.community_id == _e.community_id,
        _m.owner_id == _e.voter_owner_id,
        _m.ended_at.is_(None),
    )
    count = select(func.count()).select_from(electors)
    every = select(func.count()).where(_u.community_id == tx.community, _u.round_id == round_["id"])
    return {
        "frozen": True,
        "heads": round_["heads"],
        "area_dm2": round_["area_dm2"],
        "units": int(await tx.scalar(every) or 0),
        "without_owner": [],
        "co_owned": await _told(tx, list(shared)[:LISTED], named),
        "co_owned_without_voter": len(waiting) - len(agreed),
        "with_account": int(await tx.scalar(count.where(*mine, account)) or 0),
        "digest": round_["electorate_digest"],
    }
