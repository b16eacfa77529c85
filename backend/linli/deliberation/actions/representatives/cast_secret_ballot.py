import hashlib
from uuid import UUID

from linli.deliberation.actions.representatives.put_in_box import ID_BYTES, put_in_box
from linli.deliberation.actions.representatives.require_stage import require_voting
from linli.deliberation.facts.representatives import home_took_part
from linli.deliberation.queries.representatives.candidacies import standing_in
from linli.deliberation.queries.representatives.elections import locked_election
from linli.deliberation.queries.representatives.homes import own_homes_for
from linli.deliberation.queries.representatives.opened_box import receipt_leaves
from linli.deliberation.queries.representatives.tables import roll
from linli.deliberation.schemas.representatives.election import SecretBallotIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.facts.record import Recorded, record
from linli.kernel.problems import Problem, forbidden, invalid


async def cast_secret_ballot(
    tx: Tx, actor: Actor, election_id: UUID, body: SecretBallotIn
) -> Recorded | None:
    """Take a home's ballot; the fact that it is on the roll, or ``None`` for a repeat.

    A repeat is recognised by its receipt: a phone that missed the answer sends the same again. No
    digest of what was sent is kept, for it would lead from the voter to the choice.

    Raises:
        Problem: 404; 403 to who has no such home in the building; 409 ``home_came_later`` when
            it was none when voting began, ``election_not_open`` or ``already_voted``; 422
            ``unknown_candidate``, ``too_many_names``, ``receipt_used``.
    """
    election = await locked_election(tx, election_id)
    await _require_voice(tx, actor, election, body.household_id)
    leaf = bytes.fromhex(body.receipt)
    is_known = leaf in await receipt_leaves(tx, election_id)
    line = _roll_line(tx, election_id, body.household_id)
    if not await insert_new(tx, roll, ("community_id", "id"), line):
        if is_known:
            return None
        raise Problem(409, "already_voted")
    require_voting(election)
    if is_known:
        raise invalid("/receipt", "receipt_used")
    await _check_choice(tx, election, body.choice)
    await put_in_box(tx, election_id, body.choice, leaf)
    return record(tx, home_took_part(actor, election_id, body.household_id, clock.now()))


async def _require_voice(tx: Tx, actor: Actor, election: Row, household_id: UUID) -> None:
    homes = await own_homes_for(tx, actor, election)
    may_vote = {home["household_id"]: home["may_vote"] for home in homes}
    if household_id not in may_vote:
        raise forbidden()
    if not may_vote[household_id]:
        raise Problem(409, "home_came_later")


def _roll_line(tx: Tx, election_id: UUID, household_id: UUID) -> Row:
    """The line's id follows from election and home, so that it tells no time and holds one line."""
    name = hashlib.sha256(election_id.bytes + household_id.bytes).digest()
    place = {"community_id": tx.community, "id": UUID(bytes=name[:ID_BYTES])}
    return {**place, "election_id": election_id, "household_id": household_id}


async def _check_choice(tx: Tx, election: Row, choice: list[UUID]) -> None:
    if not set(choice) <= set(await standing_in(tx, election["id"])):
        raise invalid("/choice", "unknown_candidate")
    if len(set(choice)) > election["seats"]:
        raise invalid("/choice", "too_many_names", seats=election["seats"])
