"""What is asked before comments and answers are stored."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from linli.community.public import HOUSEHOLDS
from linli.deliberation.queries.proposals.proposals import sees_drafts
from linli.deliberation.queries.proposals.tables import claims, comments, moves, proposals
from linli.deliberation.rules.lifecycles.proposal import PROPOSAL
from linli.deliberation.rules.proposals.comment_window import Step
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx


async def known_rows(tx: Tx, target: Any, ids: Collection[UUID]) -> dict[UUID, Row]:
    """Those of these rows that are stored, by id."""
    asks = select(target).where(target.c.community_id == tx.community, target.c.id.in_(ids))
    return {row["id"]: row for row in await tx.rows(asks)}


async def steps_of(tx: Tx, actor: Actor, ids: Collection[UUID]) -> dict[UUID, list[Step]]:
    """Proposal → when it came into which state; without those that the actor does not see."""
    p, m = proposals.c, moves.c
    asks = (
        select(p.id, p.created_at.label("made_at"), m.created_at, m.target)
        .outerjoin_from(
            proposals, moves, and_(m.community_id == p.community_id, m.proposal_id == p.id)
        )
        .where(p.community_id == tx.community, p.id.in_(ids), sees_drafts(actor))
    )
    found: dict[UUID, list[Step]] = {}
    for row in await tx.rows(asks):
        steps = found.setdefault(row["id"], [(row["made_at"], PROPOSAL.initial)])
        if row["target"] is not None:
            steps.append((row["created_at"], row["target"]))
    return found


async def newest_versions(tx: Tx, ids: Collection[UUID]) -> dict[UUID, int]:
    """Proposal → the number of its newest version; they count from one."""
    p = proposals.c
    asks = select(p.id, p.newest).where(p.community_id == tx.community, p.id.in_(ids))
    return {row["id"]: row["newest"] for row in await tx.rows(asks)}


async def proposals_of_comments(tx: Tx, ids: Collection[UUID]) -> dict[UUID, UUID]:
    """Comment → proposal."""
    c = comments.c
    asks = select(c.id, c.proposal_id).where(c.community_id == tx.community, c.id.in_(ids))
    return {row["id"]: row["proposal_id"] for row in await tx.rows(asks)}


async def buildings_of_homes(tx: Tx, ids: Collection[UUID]) -> dict[UUID, UUID | None]:
    """Home → building."""
    h = HOUSEHOLDS.c
    asks = select(h.id, h.building_id).where(h.community_id == tx.community, h.id.in_(ids))
    return {row["id"]: row["building_id"] for row in await tx.rows(asks)}


async def claimed_homes(tx: Tx, comment_ids: Collection[UUID]) -> set[tuple[UUID, UUID]]:
    """Which comments speak for which homes."""
    c = claims.c
    asks = select(c.comment_id, c.household_id).where(
        c.community_id == tx.community, c.comment_id.in_(comment_ids)
    )
    return {(row["comment_id"], row["household_id"]) for row in await tx.rows(asks)}
