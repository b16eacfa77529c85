from uuid import UUID

from linli.deliberation.actions.representatives.require_stage import require_nominating
from linli.deliberation.facts.representatives import candidacy_changed
from linli.deliberation.models.representatives.election import Candidacy
from linli.deliberation.permissions.representatives import HOLD_ELECTION
from linli.deliberation.queries.representatives.elections import locked_election
from linli.deliberation.queries.representatives.homes import lives_in
from linli.deliberation.schemas.representatives.election import NominationIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken
from linli.kernel.problems import forbidden, invalid


async def nominate(tx: Tx, actor: Actor, election_id: UUID, body: NominationIn) -> bool:
    """Nominate somebody of the building, or oneself; whether it is new.

    Raises:
        Problem: 404; 403 to who has no home there; 409 ``nominations_over`` or
            ``already_nominated``, and as ``create_once``; 422 ``not_of_this_building`` or
            ``not_your_words``.
    """
    election = await locked_election(tx, election_id)
    own = body.account_id == actor.account_id
    await _check(tx, actor, election, body, own=own)
    answer: Row = {"state": "asked", "answered_at": None}
    if own:
        answer = {"state": "standing", "answered_at": clock.now()}
    values = {"account_id": body.account_id, "statement": body.statement, **answer}
    is_new = await create_unless_taken(
        tx, actor, Candidacy, body, "already_nominated", election_id=election_id, **values
    )
    if is_new:
        require_nominating(election)
        verb = "consented" if own else "nominated"
        told = {"election": election_id, "account": body.account_id}
        record(tx, candidacy_changed(actor, verb, body.id, clock.now(), **told))
    return is_new


async def _check(tx: Tx, actor: Actor, election: Row, body: NominationIn, *, own: bool) -> None:
    building_id = election["building_id"]
    if not actor.may(HOLD_ELECTION) and not await lives_in(tx, actor.account_id, building_id):
        raise forbidden()
    if body.statement is not None and not own:
        raise invalid("/statement", "not_your_words")
    if not await lives_in(tx, body.account_id, building_id):
        raise invalid("/account_id", "not_of_this_building")
