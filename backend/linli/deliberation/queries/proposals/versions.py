"""The texts of a proposal as they stood."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.proposals.require import require_proposal
from linli.deliberation.queries.proposals.tables import versions
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of


async def page_versions(tx: Tx, actor: Actor, proposal_id: UUID, page: PageAsked) -> Row:
    """A page of versions, the first first.

    Raises:
        Problem: 404 where the actor does not see the proposal.
    """
    await require_proposal(tx, actor, proposal_id)
    v = versions.c
    shown = [v[name] for name in ("id", "number", "title", "body", "what_changed", "created_at")]
    asks = select(*shown, v.created_by).where(
        v.community_id == tx.community, v.proposal_id == proposal_id
    )
    found = await page_of(tx, asks, [v.number], page, "proposal_versions", proposal_id)
    names = await names_of(tx, {row["created_by"] for row in found["items"]})
    items = [{**row, "by_name": names.get(row["created_by"], "")} for row in found["items"]]
    return {**found, "items": items}


async def newest_body(tx: Tx, proposal: Row) -> str:
    """The text of a proposal's newest version."""
    v = versions.c
    asks = select(v.body).where(
        v.community_id == tx.community,
        v.proposal_id == proposal["id"],
        v.number == proposal["newest"],
    )
    return str(await tx.scalar(asks))
