"""Minutes: saved as often as one likes, handed to the parties, signed or sent back, published."""

from hashlib import sha256
from uuid import UUID

from sqlalchemy import insert, select

from linli.deliberation.actions.sessions.room import (
    locked_session,
    move_session,
    session_moved,
)
from linli.deliberation.facts.sessions import session_fact
from linli.deliberation.queries.sessions.gathered import Gathered, gathered
from linli.deliberation.queries.sessions.minutes import minutes_number, signatures_of
from linli.deliberation.queries.sessions.photos import hashes_of
from linli.deliberation.queries.sessions.present import party_of
from linli.deliberation.queries.sessions.tables import minutes, signatures
from linli.deliberation.rules.lifecycles.session import MINUTES_MAY_CHANGE
from linli.deliberation.rules.sessions.attendance import Party
from linli.deliberation.schemas.session_outcome import SignatureIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem


async def save_minutes(tx: Tx, actor: Actor, session_id: UUID, text: str, expected: int) -> None:
    """Keep the minutes as they are now, beside all earlier versions.

    Raises:
        Problem: 404; 409 ``session_moved`` once they were handed in; 412 when somebody else saved
            meanwhile, whose text stays as it is.
    """
    await locked_session(tx, session_id, MINUTES_MAY_CHANGE)
    if await minutes_number(tx, session_id) != expected:
        raise changed_meanwhile()
    now = clock.now()
    row = {
        "community_id": tx.community,
        "id": new_id(),
        "session_id": session_id,
        "number": expected + 1,
        "text": text,
        "saved_by": actor.account_id,
        "saved_at": now,
    }
    await tx.execute(insert(minutes).values(row))
    public = {"number": expected + 1}
    record(tx, session_fact("minuted", session_id, now, actor, public, digest=_digest(text)))


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


async def submit_minutes(tx: Tx, actor: Actor, session_id: UUID) -> None:
    """Put the minutes before the parties; from here on they stay as they are, photos too.

    Raises:
        Problem: 404; 409 ``minutes_empty`` or ``session_moved``.
    """
    session = await locked_session(tx, session_id)
    number = await minutes_number(tx, session_id)
    if not number:
        raise Problem(409, "minutes_empty")
    public = {"number": number, "photos": await hashes_of(tx, session_id)}
    await move_session(tx, actor, session, "minutes_submitted", "submitted", public=public)


async def sign_minutes(tx: Tx, actor: Actor, session_id: UUID, body: SignatureIn) -> Gathered:
    """Sign for one's party. A refusal sends the minutes back with its reason.

    Returns:
        Who came to the session, for the answer.

    Raises:
        Problem: 404; 409 ``session_moved``, or ``party_signed`` when the party has spoken; 403
            ``party_was_absent`` for whom nobody came and nobody need, ``signer_was_absent`` where
            other representatives came, ``writer_does_not_sign`` for the residents what they wrote
            themselves; 412 when there are newer minutes than
            those that were read.
    """
    session = await locked_session(tx, session_id, ("minutes_submitted",))
    if await minutes_number(tx, session_id) != body.number:
        raise changed_meanwhile()
    who, party = await gathered(tx, session), party_of(actor)
    if party is None or party not in who.parties_to_sign:
        raise Problem(403, "party_was_absent")
    if party is Party.RESIDENTS:
        await _require_voice(tx, actor, session_id, who)
    said = await signatures_of(tx, session_id)
    of_this = [each for each in said if each["number"] == body.number]
    if any(each["party"] == party and each["signed"] for each in of_this):
        raise Problem(409, "party_signed")
    await _keep(tx, actor, session_id, party, body)
    if not body.signed:
        await move_session(tx, actor, session, "closed", "sent_back", body.reason)
        return who
    public = {"party": party, "number": body.number}
    record(tx, session_fact("signed", session_id, clock.now(), actor, public))
    signed = {each["party"] for each in of_this if each["signed"]} | {party}
    if signed.issuperset(who.parties_to_sign):
        await move_session(tx, actor, session, "signed_off", "signed_off")
    return who


async def _require_voice(tx: Tx, actor: Actor, session_id: UUID, who: Gathered) -> None:
    """The residents' word comes from a representative who was there, if any was."""
    if who.came_without(actor.account_id):
        raise Problem(403, "signer_was_absent")
    if await _wrote(tx, actor, session_id):
        raise Problem(403, "writer_does_not_sign")


async def _wrote(tx: Tx, actor: Actor, session_id: UUID) -> bool:
    """Whether somebody wrote a version: the residents' word needs other eyes than the writer's."""
    c = minutes.c
    mine = (c.community_id == tx.community, c.session_id == session_id)
    asks = select(c.id).where(*mine, c.saved_by == actor.account_id).limit(1)
    return await tx.scalar(asks) is not None


async def _keep(tx: Tx, actor: Actor, session_id: UUID, party: str, body: SignatureIn) -> None:
    row: Row = {
        "community_id": tx.community,
        "id": new_id(),
        "session_id": session_id,
        "party": str(party),
        "by_account_id": actor.account_id,
        "at": clock.now(),
        **body.model_dump(),
    }
    await tx.execute(insert(signatures).values(row))


async def publish_minutes(tx: Tx, actor: Actor, session_id: UUID) -> None:
    """Let everybody read the signed minutes; their digest is public in the log.

    Raises:
        Problem: 404; 409 ``session_moved`` unless every party has signed.
    """
    session = await locked_session(tx, session_id)
    if session["state"] != "signed_off":
        raise session_moved(session)
    number = await minutes_number(tx, session_id)
    m = minutes.c
    this = (m.community_id == tx.community, m.session_id == session_id, m.number == number)
    text: str = await tx.scalar(select(m.text).where(*this))
    public = {"number": number, "sha256": _digest(text), "photos": await hashes_of(tx, session_id)}
    await move_session(tx, actor, session, "published", "published", public=public)
