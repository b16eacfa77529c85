"""Taking what residents write to whoever speaks for their building."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil
from uuid import UUID

from sqlalchemy import select

from linli.community.public import homes_of
from linli.deliberation.actions.representatives.end_mandate import today_in
from linli.deliberation.facts.representatives import message_sent
from linli.deliberation.queries.representatives.mandates import (
    buildings_of,
    lock_mandates_of,
    mandates_of,
    ruled,
)
from linli.deliberation.queries.representatives.messages import hands_of, sealed_place
from linli.deliberation.queries.representatives.tables import messages
from linli.deliberation.rules.representatives.addressee import (
    COUNTED_OVER,
    MOST_MESSAGES,
    addressee,
)
from linli.deliberation.schemas.representatives.message import MessageIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest
from linli.kernel.problems import Problem, invalid
from linli.kernel.sync.items import SyncItem, Verdict
from linli.kernel.vault.many import disclose
from linli.kernel.vault.vault import seal_content


@dataclass(frozen=True)
class _Addressed:
    """Whom a message reaches, and from which home it comes."""

    mandate_id: UUID
    account_id: UUID
    household_id: UUID


async def send_messages(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Take messages in the order of writing.

    Returns:
        A verdict for each item, in its place; rejected with 422 for a mandate of another building
        or one's own, 409 ``nobody_speaks``, 429 ``too_many_messages``.
    """
    named = {item.payload.mandate_id for item in items}
    buildings = await buildings_of(tx, named)
    for building_id in sorted(set(buildings.values())):
        await lock_mandates_of(tx, building_id)
    today = await today_in(tx)
    return [await _take(tx, actor, item, buildings, today) for item in items]


async def _take(
    tx: Tx, actor: Actor, item: SyncItem, buildings: dict[UUID, UUID], today: date
) -> Verdict:
    known = await _known(tx, actor, item)
    if known is not None:
        return known
    try:
        to = await _addressed(tx, actor, item.payload, buildings, today)
        await _require_few(tx, actor)
    except Problem as problem:
        return Verdict.rejected(problem)
    return await _keep(tx, actor, item, to)


async def _known(tx: Tx, actor: Actor, item: SyncItem) -> Verdict | None:
    c = messages.c
    asks = select(c.body_digest, c.created_by).where(
        c.community_id == tx.community, c.id == item.id
    )
    stored = await tx.row(asks)
    if stored is None:
        return None
    same = stored["body_digest"] == body_digest(tx, item.payload)
    own = stored["created_by"] == actor.account_id
    return Verdict.duplicate() if same and own else Verdict.conflict("id")


async def _addressed(
    tx: Tx, actor: Actor, body: MessageIn, buildings: dict[UUID, UUID], today: date
) -> _Addressed:
    building_id = buildings.get(body.mandate_id)
    own = await homes_of(tx, actor.account_id)
    homes = [home for home in own if home["building_id"] == building_id]
    if building_id is None or not homes:
        raise invalid("/mandate_id", "not_your_representative")
    known = [ruled(row) for row in await mandates_of(tx, building_id)]
    reached = addressee(str(body.mandate_id), str(building_id), known, today)
    if reached is None:
        raise Problem(409, "nobody_speaks")
    account_id = UUID(reached.representative)
    if account_id == actor.account_id:
        raise invalid("/mandate_id", "own_mandate")
    return _Addressed(UUID(reached.id), account_id, homes[0]["household_id"])


async def _require_few(tx: Tx, actor: Actor) -> None:
    c, now = messages.c, clock.now()
    mine = (c.community_id == tx.community, c.created_by == actor.account_id)
    newest = select(c.created_at).where(*mine, c.created_at > now - COUNTED_OVER)
    rows = await tx.rows(newest.order_by(c.created_at.desc()).limit(MOST_MESSAGES))
    if len(rows) < MOST_MESSAGES:
        return
    seconds = ceil((rows[-1]["created_at"] + COUNTED_OVER - now).total_seconds())
    wait = {"Retry-After": str(max(1, seconds))}
    raise Problem(429, "too_many_messages", headers=wait, limit=MOST_MESSAGES)


async def _keep(tx: Tx, actor: Actor, item: SyncItem, to: _Addressed) -> Verdict:
    now, place = clock.now(), sealed_place(item.id, actor.account_id)
    row: Row = {
        "community_id": tx.community,
        "id": item.id,
        "mandate_id": to.mandate_id,
        "household_id": to.household_id,
        "words": await seal_content(tx, place, {"words": item.payload.words}),
        "body_digest": body_digest(tx, item.payload),
        "created_by": actor.account_id,
        "created_at": now,
    }
    if not await insert_new(tx, messages, ("community_id", "id"), row):
        return await _known(tx, actor, item) or Verdict.conflict("id")
    await disclose(tx, hands_of(place, actor.account_id, to.account_id))
    return Verdict.accepted(record(tx, message_sent(actor, item.id, to.mandate_id, now)))
