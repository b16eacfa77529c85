"""Keeping that a second reading differs, so that nobody finds a paper's answers by trying."""

from uuid import UUID

from linli.deliberation.facts.ballots import ledger_fact
from linli.deliberation.models.ballots.reading import BallotReading
from linli.deliberation.queries.ballots.readings import is_reading, reading_by
from linli.deliberation.schemas.ballots.ledger import PaperConfirmationIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import Problem, conflict


async def keep_reading(
    tx: Tx, actor: Actor, round_id: UUID, ballot_id: UUID, body: PaperConfirmationIn
) -> bool:
    """Keep that the actor reads the paper otherwise, without what; whether that is new.

    The paper's elector must be held.
    """
    values = {"round_id": round_id, "ballot_id": ballot_id}
    if not await create_once(tx, actor, BallotReading, body, **values):
        return False
    public = {"round": round_id, "ballot": ballot_id}
    record(tx, ledger_fact(actor, "ballot_reading.differed", body.id, clock.now(), public))
    return True


async def differed_before(tx: Tx, actor: Actor, ballot_id: UUID, body: PaperConfirmationIn) -> bool:
    """Whether the actor sent this very reading before, and it differed.

    Raises:
        Problem: 409 ``conflict`` when the id is that of another reading: refused before anything
            is compared, for what is refused is not kept.
    """
    if await reading_by(tx, actor, ballot_id) == body.id:
        return True
    if await is_reading(tx, body.id):
        raise conflict("id")
    return False


async def refuse_second_try(tx: Tx, actor: Actor, ballot_id: UUID) -> None:
    """Refuse who read this paper otherwise before.

    Raises:
        Problem: 409 ``read_otherwise_before``.
    """
    if await reading_by(tx, actor, ballot_id) is not None:
        raise Problem(409, "read_otherwise_before")
