"""Recording which of a unit's co-owners votes for it."""

from uuid import UUID

from sqlalchemy import exists, select

from linli.community.public import HOUSEHOLDS, OWNERSHIPS
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.electorate import VoterAgreement
from linli.deliberation.permissions.ballots import AGREE_ON_VOTER
from linli.deliberation.queries.ballots.tables import (
    ballots,
    beside,
    elector_owners,
    elector_units,
    electors,
)
from linli.deliberation.schemas.ballots.ledger import VoterAgreementIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, invalid, not_found

BEFORE = frozenset({"draft", "noticed"})


async def agree_on_voter(tx: Tx, actor: Actor, round_id: UUID, body: VoterAgreementIn) -> bool:
    """Record that co-owners agreed on one of them (建房〔2009〕274号, art. 25); whether it is new.

    Before the opening it makes the voter's head; afterwards the electorate is frozen and it only
    says who votes for co-owners who had named nobody, until one of them has voted. Either way it
    holds once the document has arrived.

    Raises:
        Problem: 404; 409 ``round_is_over`` or ``voter_is_frozen``; 422 ``not_a_co_owner``.
    """
    round_ = await hold_round(tx, round_id)
    await _require_reach(tx, actor, body.household_id)
    values = {"round_id": round_id, **body.model_dump(exclude={"id", "attachments"})}
    is_new = await create_once(tx, actor, VoterAgreement, body, **values)
    if is_new:
        await _check(tx, round_, body)
        public, private = {"round": round_id}, body.model_dump(exclude={"id", "attachments"})
        kind = "voter_agreement.made"
        record(tx, ledger_fact(actor, kind, body.id, clock.now(), public, private))
    await declare_slots(tx, actor, "voter_agreement", {body.id: body.attachments})
    return is_new


async def _require_reach(tx: Tx, actor: Actor, household_id: UUID) -> None:
    h = HOUSEHOLDS.c
    mine = (h.community_id == tx.community, h.id == household_id)
    row = await tx.row(select(h.building_id).where(*mine))
    reach = actor.reach(AGREE_ON_VOTER, Scope.BUILDING)
    if row is None or (reach is not None and row["building_id"] not in reach):
        raise not_found()


async def _check(tx: Tx, round_: Row, body: VoterAgreementIn) -> None:
    if round_["state"] in BEFORE:
        o = OWNERSHIPS.c
        mine = (o.community_id == tx.community, o.household_id == body.household_id)
        if await tx.scalar(select(o.id).where(*mine, o.owner_id == body.owner_id)) is None:
            raise invalid("/owner_id", "not_a_co_owner")
        return
    if round_["state"] != "open" or clock.now() >= round_["closes_at"]:
        raise Problem(409, "round_is_over")
    row = await _frozen(tx, round_["id"], body)
    if row is None:
        raise invalid("/owner_id", "not_a_co_owner")
    if row["voter_owner_id"] is not None or row["has_voted"]:
        raise Problem(409, "voter_is_frozen")


async def _frozen(tx: Tx, round_id: UUID, body: VoterAgreementIn) -> Row | None:
    u, e, w = elector_units.c, electors.c, elector_owners.c
    has_voted = exists().where(
        beside(ballots, electors, ballots.c.elector_id == e.id), ballots.c.proxy_id.is_(None)
    )
    asks = (
        select(e.voter_owner_id, has_voted.label("has_voted"))
        .join_from(elector_units, electors, beside(elector_units, electors, u.elector_id == e.id))
        .join(elector_owners, beside(elector_owners, electors, w.elector_id == e.id))
        .where(u.community_id == tx.community, u.round_id == round_id)
        .where(u.household_id == body.household_id, w.owner_id == body.owner_id)
    )
    return await tx.row(asks)
