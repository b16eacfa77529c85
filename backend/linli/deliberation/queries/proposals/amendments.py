"""Amendments to a proposal."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from linli.deliberation.queries.proposals.require import require_proposal
from linli.deliberation.queries.proposals.tables import amendments
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_c = amendments.c


async def page_amendments(tx: Tx, actor: Actor, proposal_id: UUID, page: PageAsked) -> Row:
    """A page of amendments in the order of arrival.

    Raises:
        Problem: 404 where the actor does not see the proposal.
    """
    await require_proposal(tx, actor, proposal_id)
    asks = _all(tx).where(_c.proposal_id == proposal_id)
    keys = [_c.created_at, _c.id]
    found = await page_of(tx, asks, keys, page, "amendments", proposal_id)
    return {**found, "items": await _told(tx, actor, found["items"])}


async def read_amendment(tx: Tx, actor: Actor, amendment_id: UUID) -> Row:
    """One amendment.

    Raises:
        Problem: 404 ``not_found``.
    """
    row = await tx.row(_all(tx).where(_c.id == amendment_id))
    if row is None:
        raise not_found()
    await require_proposal(tx, actor, row["proposal_id"])
    return (await _told(tx, actor, [row]))[0]


def _all(tx: Tx) -> Select[Any]:
    hidden = {"community_id", "body_digest"}
    columns = [column for column in _c if column.key not in hidden]
    return select(*columns).where(_c.community_id == tx.community)


async def _told(tx: Tx, actor: Actor, rows: list[Row]) -> list[Row]:
    ids = {row[name] for row in rows for name in ("created_by", "decided_by") if row[name]}
    names = await names_of(tx, ids) if ids else {}
    words = {None: "open", True: "accepted", False: "declined"}
    return [
        {
            **row,
            "by_name": names.get(row["created_by"], ""),
            "is_mine": row["created_by"] == actor.account_id,
            "decision": words[row["accepted"]],
            "decided_by_name": row["decided_by"] and names.get(row["decided_by"], ""),
        }
        for row in rows
    ]


async def locked_amendment(tx: Tx, amendment_id: UUID) -> Row:
    """An amendment, locked.

    Raises:
        Problem: 404 ``not_found``.
    """
    asks = select(amendments).where(_c.community_id == tx.community, _c.id == amendment_id)
    row = await tx.row(asks.with_for_update())
    if row is None:
        raise not_found()
    return row
