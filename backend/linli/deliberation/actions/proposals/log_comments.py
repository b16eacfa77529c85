"""Taking comments and replies, also long after they were written on a phone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from linli.community.public import homes_of
from linli.deliberation.facts.proposals import comment_made
from linli.deliberation.permissions.proposals import SPEAK_FOR
from linli.deliberation.queries.proposals.known import (
    buildings_of_homes,
    known_rows,
    newest_versions,
    proposals_of_comments,
    steps_of,
)
from linli.deliberation.queries.proposals.tables import claims, comments
from linli.deliberation.rules.proposals.comment_window import Step, takes_comment
from linli.deliberation.rules.proposals.said_when import said_when
from linli.deliberation.schemas.proposals.comment import ProposalCommentIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new, insert_rows
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest, differing_fields
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, invalid, not_found
from linli.kernel.sync.items import SyncItem, Verdict

KEY = ("community_id", "id")


@dataclass
class _Batch:
    tx: Tx
    actor: Actor
    now: datetime
    own: set[UUID]
    """The actor's homes."""
    steps: dict[UUID, list[Step]] = field(default_factory=dict)
    replied: dict[UUID, UUID] = field(default_factory=dict)
    newest: dict[UUID, int] = field(default_factory=dict)
    """Of each proposal, the number of its newest version."""
    buildings: dict[UUID, UUID | None] = field(default_factory=dict)


async def log_comments(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Take comments in the order of saying.

    Args:
        tx: a write transaction inside the actor's community.
        actor: who speaks.
        items: each id once; payloads are ``ProposalCommentIn``.

    Returns:
        A verdict for each item, in its place; rejected with ``not_found``, ``not_open`` when the
        proposal took no comments when it was said, ``unknown_version``, ``unknown_comment`` or
        ``not_your_home``.
    """
    batch = await _prepared(tx, actor, [item.payload for item in items])
    known = await known_rows(tx, comments, [item.id for item in items])
    return [await _take(batch, item, known.get(item.id)) for item in items]


async def _prepared(tx: Tx, actor: Actor, told: list[ProposalCommentIn]) -> _Batch:
    homes = {home["household_id"] for home in await homes_of(tx, actor.account_id)}
    batch = _Batch(tx, actor, clock.now(), homes)
    batch.steps = await steps_of(tx, actor, {each.proposal_id for each in told})
    batch.newest = await newest_versions(tx, batch.steps)
    batch.replied = await proposals_of_comments(
        tx, {each.reply_to for each in told if each.reply_to}
    )
    listed = {home for each in told for home in each.speaks_for}
    batch.buildings = await buildings_of_homes(tx, listed) if listed else {}
    return batch


async def _take(batch: _Batch, item: SyncItem, stored: Row | None) -> Verdict:
    if stored is not None:
        return _recognised(batch, item, stored)
    problem = _problem(batch, item.payload)
    if problem is not None:
        return Verdict.rejected(problem)
    row = _row(batch, item)
    if not await insert_new(batch.tx, comments, KEY, row):
        found = await known_rows(batch.tx, comments, [item.id])
        return _recognised(batch, item, found[item.id])
    homes = list(dict.fromkeys(item.payload.speaks_for))
    await insert_rows(batch.tx, claims, [_claim(batch, item, home) for home in homes])
    if item.payload.reply_to is None:
        batch.replied[item.id] = item.payload.proposal_id
    return Verdict.accepted(record(batch.tx, comment_made(batch.actor, row, homes)))


def _recognised(batch: _Batch, item: SyncItem, stored: Row) -> Verdict:
    if stored["body_digest"] == body_digest(batch.tx, item.payload):
        return Verdict.duplicate()
    return Verdict.conflict(*(differing_fields(stored, item.payload) or ["id"]))


def _problem(batch: _Batch, said: ProposalCommentIn) -> Problem | None:
    steps = batch.steps.get(said.proposal_id)
    if steps is None:
        return not_found()
    if not takes_comment(steps, said.said_at, batch.now):
        return Problem(409, "comments_not_open")
    if not 1 <= said.version_number <= batch.newest[said.proposal_id]:
        return invalid("/version_number", "unknown_version")
    if said.reply_to and batch.replied.get(said.reply_to) != said.proposal_id:
        return invalid("/reply_to", "unknown_comment")
    if not _may_speak_for(batch, said.speaks_for):
        return invalid("/speaks_for", "not_your_home")
    return None


def _may_speak_for(batch: _Batch, homes: Sequence[UUID]) -> bool:
    """For one's own homes; representatives for those of their buildings as well."""
    reach = batch.actor.reach(SPEAK_FOR, Scope.BUILDING)
    known = all(home in batch.buildings for home in homes)
    others = [batch.buildings.get(home) for home in homes if home not in batch.own]
    return known and (reach is None or all(building in reach for building in others))


def _row(batch: _Batch, item: SyncItem) -> Row:
    said: ProposalCommentIn = item.payload
    return {
        "community_id": batch.tx.community,
        "id": item.id,
        **said.model_dump(exclude={"speaks_for", "attachments"}),
        "said_at": said_when(said.said_at, batch.now),
        "body_digest": body_digest(batch.tx, said),
        "created_by": batch.actor.account_id,
        "created_at": batch.now,
    }


def _claim(batch: _Batch, item: SyncItem, household_id: UUID) -> Row:
    return {
        "community_id": batch.tx.community,
        "id": new_id(),
        "comment_id": item.id,
        "household_id": household_id,
        "is_own": household_id in batch.own,
    }
