from uuid import UUID

from sqlalchemy import select

from linli.community.public import BUILDINGS
from linli.deliberation.facts.representatives import election_changed
from linli.deliberation.models.representatives.election import Candidacy, Election
from linli.deliberation.queries.representatives.elections import locked_election
from linli.deliberation.queries.representatives.tables import candidacies
from linli.deliberation.schemas.representatives.election import ElectionIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem, invalid


async def start_election(tx: Tx, actor: Actor, body: ElectionIn) -> bool:
    """Start an election in a building; whether it is new.

    Raises:
        Problem: 422 ``unknown_building`` or ``no_tie``; 409 ``election_running`` while another
            goes on in the building, and as ``create_once``.
    """
    b = BUILDINGS.c
    known = select(b.id).where(b.community_id == tx.community, b.id == body.building_id)
    if await tx.scalar(known) is None:
        raise invalid("/building_id", "unknown_building")
    tied = await _tied(tx, body)
    values = body.model_dump(exclude={"id"})
    is_new = await create_unless_taken(tx, actor, Election, body, "election_running", **values)
    if is_new:
        await _let_stand(tx, body.id, tied)
        about = {"building": body.building_id, "seats": body.seats, "runoff_of": body.runoff_of}
        record(tx, election_changed(actor.account_id, "started", body.id, clock.now(), **about))
    return is_new


async def _tied(tx: Tx, body: ElectionIn) -> list[UUID]:
    """Those between whom a run-off decides."""
    if body.runoff_of is None:
        return []
    try:
        first = await locked_election(tx, body.runoff_of)
    except Problem as problem:
        raise invalid("/runoff_of", "no_tie") from problem
    tied = (first["result"] or {}).get("tied", [])
    if first["building_id"] != body.building_id or not tied:
        raise invalid("/runoff_of", "no_tie")
    if body.seats > first["result"]["seats_open"]:
        raise invalid("/seats", "more_than_open", seats=first["result"]["seats_open"])
    return [UUID(each) for each in tied]


async def _let_stand(tx: Tx, election_id: UUID, tied: list[UUID]) -> None:
    """They have consented once; who no longer wants to can still refuse."""
    if not tied:
        return
    c = candidacies.c
    asks = select(c.account_id, c.statement, c.created_by, c.answered_at, c.body_digest).where(
        c.community_id == tx.community, c.id.in_(tied)
    )
    rows: list[Row] = [
        {
            **stood,
            "community_id": tx.community,
            "id": new_id(),
            "election_id": election_id,
            "state": "standing",
            "created_at": clock.now(),
        }
        for stood in await tx.rows(asks)
    ]
    await insert_rows(tx, table(Candidacy), rows)
