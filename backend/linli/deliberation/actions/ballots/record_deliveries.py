"""Recording who brought a ballot to which door, when and how; up to a sync's batch at once."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select, tuple_

from linli.deliberation.actions.ballots.by_rule import by_rule
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.permissions.ballots import DELIVER_BALLOT
from linli.deliberation.queries.ballots.round_rows import place_of
from linli.deliberation.queries.ballots.tables import (
    beside,
    deliveries,
    elector_units,
    electors,
    rounds,
)
from linli.deliberation.rules.ballots.delivery import check_public_notice
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.schemas.ballots.ledger import DeliveryRecord
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.clock import day_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.facts.record import record
from linli.kernel.http.creation import body_digest
from linli.kernel.problems import Problem, invalid, not_found
from linli.kernel.sync.items import SyncItem, Verdict

DRIFT = timedelta(minutes=10)
DELIVERS = frozenset({"open", "closed"})
"""A phone may send after the closing what it recorded before, until the round is counted."""
Door = tuple[UUID, UUID]
"""Round and household."""


async def record_deliveries(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Record deliveries in the order of doing; payloads are ``DeliveryRecord``.

    Returns:
        A verdict for each item. One is rejected with ``not_found`` when the door is no unit of the
        round within reach, ``round_not_open`` before the opening, ``round_is_over`` once counted,
        ``undeliverable_notice_too_late``, and 422 for a time in the future, before the
        notice or after the closing.
    """
    units = await _units(tx, actor, {_door(item) for item in items})
    zone, _ = await place_of(tx)
    known = await _known(tx, [item.id for item in items])
    verdicts = []
    for item in items:
        digest = body_digest(tx, item.payload)
        if item.id in known:
            same = known[item.id] == digest
            verdicts.append(Verdict.duplicate() if same else Verdict.conflict("id"))
            continue
        try:
            unit = _checked(units.get(_door(item)), item.payload, zone.key)
        except Problem as problem:
            verdicts.append(Verdict.rejected(problem))
            continue
        verdicts.append(await _keep(tx, actor, item, unit, digest))
    return verdicts


def _door(item: SyncItem) -> Door:
    payload: DeliveryRecord = item.payload
    return payload.round_id, payload.household_id


async def _units(tx: Tx, actor: Actor, doors: Iterable[Door]) -> dict[Door, Row]:
    u, e, r = elector_units.c, electors.c, rounds.c
    reach = actor.reach(DELIVER_BALLOT, Scope.BUILDING)
    asks = (
        select(
            u.round_id,
            u.household_id,
            u.elector_id,
            u.code.label("unit_code"),
            e.code,
            e.paper_code,
            r.state,
            r.noticed_on,
            r.closes_on,
            r.closes_at,
            r.profile,
        )
        .join_from(elector_units, electors, beside(elector_units, electors, u.elector_id == e.id))
        .join(rounds, beside(rounds, elector_units, u.round_id == r.id))
        .where(u.community_id == tx.community)
        .where(tuple_(u.round_id, u.household_id).in_(list(doors)))
    )
    if reach is not None:
        asks = asks.where(u.building_id.in_(reach))
    held = asks.with_for_update(read=True, of=rounds)  # a count waits for them, and they for it
    return {(row["round_id"], row["household_id"]): row for row in await tx.rows(held)}


async def _known(tx: Tx, ids: list[UUID]) -> dict[UUID, bytes]:
    d = deliveries.c
    asks = select(d.id, d.body_digest).where(d.community_id == tx.community, d.id.in_(ids))
    return {row["id"]: row["body_digest"] for row in await tx.rows(asks)}


def _checked(unit: Row | None, payload: DeliveryRecord, zone: str) -> Row:
    if unit is None:
        raise not_found()
    if unit["state"] not in DELIVERS:
        raise Problem(409, "round_is_over")
    if payload.delivered_at > clock.now() + DRIFT:
        raise invalid("/delivered_at", "later_than_now")
    if payload.delivered_at >= unit["closes_at"]:
        raise invalid("/delivered_at", "outside_window")
    day = day_of(payload.delivered_at, zone)
    if day < unit["noticed_on"]:
        raise invalid("/delivered_at", "before_notice")
    with by_rule():
        check_public_notice(payload.how, day, unit["closes_on"], profile_of(unit["profile"]))
    return unit


async def _keep(tx: Tx, actor: Actor, item: SyncItem, unit: Row, digest: bytes) -> Verdict:
    payload: DeliveryRecord = item.payload
    proven = bool(item.attachments)  # a signature is believed when its photo is here
    row = {
        "community_id": tx.community,
        "id": item.id,
        "body_digest": digest,
        "created_by": actor.account_id,
        "created_at": clock.now(),
        "elector_id": unit["elector_id"],
        "proven": proven,
        **payload.model_dump(exclude={"signed"}),
    }
    if not await insert_new(tx, deliveries, ("community_id", "id"), row):
        stored = (await _known(tx, [item.id]))[item.id]  # another transaction was first
        return Verdict.duplicate() if stored == digest else Verdict.conflict("id")
    private = {"how": payload.how, "proven": proven, "delivered_at": payload.delivered_at}
    private |= {"signed": payload.signed, **_named(unit)}
    public = {"round": payload.round_id}
    fact = ledger_fact(
        actor, "ballot_delivery.made", item.id, payload.delivered_at, public, private
    )
    return Verdict.accepted(record(tx, fact))


def _named(unit: Row) -> Row:
    """Whose ballot it was, as the archive shows it to those who know the door: by the paper."""
    if unit["paper_code"] is None:  # the round opened before papers had codes of their own
        return {"elector": unit["code"], "unit": unit["unit_code"]}
    return {"paper": unit["paper_code"]}
