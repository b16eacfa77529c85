"""Who has the floor: calling the next speaker, ending a turn, taking a hand down."""

from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.actions.sessions.room import GOING_ON, locked_session, seen_by_all
from linli.deliberation.facts.sessions import about
from linli.deliberation.permissions.sessions import HOLD_SESSION
from linli.deliberation.queries.sessions.tables import requests
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, forbidden, not_found

_c = requests.c


async def give_floor(tx: Tx, actor: Actor, session_id: UUID, request_id: UUID) -> None:
    """Let somebody speak whose hand is up; who spoke before has ended.

    Two who call at once call one speaker: the second hears that the hand is down.

    Raises:
        Problem: 404; 409 ``hand_is_down`` or ``session_moved``.
    """
    row = await _locked_request(tx, session_id, request_id, ("in_session",))
    if row["called_at"] is not None or row["withdrawn_at"] is not None:
        raise Problem(409, "hand_is_down")
    now = clock.now()
    of_session = (_c.community_id == tx.community, _c.session_id == session_id)
    speaking = (*of_session, _c.called_at.is_not(None), _c.ended_at.is_(None))
    await tx.execute(update(requests).where(*speaking).values(ended_at=now))
    await _change(tx, actor, row, "called", called_at=now)


async def end_turn(tx: Tx, actor: Actor, session_id: UUID, request_id: UUID) -> None:
    """End a turn.

    Raises:
        Problem: 404; 409 ``hand_is_down`` unless the person has the floor.
    """
    row = await _locked_request(tx, session_id, request_id, GOING_ON)
    if row["called_at"] is None or row["ended_at"] is not None:
        raise Problem(409, "hand_is_down")
    await _change(tx, actor, row, "spoken", ended_at=clock.now())


async def take_hand_down(tx: Tx, actor: Actor, session_id: UUID, request_id: UUID) -> None:
    """Take one's own hand down, or somebody's as the secretary.

    Raises:
        Problem: 404; 403 for somebody else's; 409 ``hand_is_down``.
    """
    row = await _locked_request(tx, session_id, request_id, GOING_ON)
    if row["account_id"] != actor.account_id and not actor.may(HOLD_SESSION):
        raise forbidden()
    if row["called_at"] is not None or row["withdrawn_at"] is not None:
        raise Problem(409, "hand_is_down")
    await _change(tx, actor, row, "withdrawn", withdrawn_at=clock.now())


async def _locked_request(
    tx: Tx, session_id: UUID, request_id: UUID, states: tuple[str, ...]
) -> Row:
    await locked_session(tx, session_id, states)
    this = (_c.community_id == tx.community, _c.session_id == session_id, _c.id == request_id)
    row = await tx.row(select(requests).where(*this))
    if row is None:
        raise not_found()
    return row


async def _change(tx: Tx, actor: Actor, row: Row, verb: str, **values: object) -> None:
    this = (_c.community_id == tx.community, _c.id == row["id"])
    await tx.execute(update(requests).where(*this).values(**values))
    await seen_by_all(tx, row["session_id"])
    subject, public = ("speaking_request", row["id"]), {"session": row["session_id"]}
    record(tx, about("hand_to_speak", verb, *subject, clock.now(), actor, public))
