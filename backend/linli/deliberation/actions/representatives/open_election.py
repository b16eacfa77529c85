from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from linli.deliberation.actions.representatives.freeze_homes import freeze_homes
from linli.deliberation.actions.representatives.require_stage import require_nominating
from linli.deliberation.actions.representatives.work import CLOSE_ELECTION
from linli.deliberation.facts.representatives import election_changed
from linli.deliberation.queries.representatives.candidacies import standing_in
from linli.deliberation.queries.representatives.elections import locked_election
from linli.deliberation.queries.representatives.tables import elections
from linli.deliberation.schemas.representatives.election import ElectionOpeningIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem, invalid
from linli.kernel.work.schedule import schedule

SHORTEST, LONGEST = timedelta(hours=24), timedelta(days=60)


async def open_election(tx: Tx, actor: Actor, election_id: UUID, body: ElectionOpeningIn) -> None:
    """Let voting begin; the homes that have a voice are frozen, and time closes it.

    Saying the same again changes nothing.

    Raises:
        Problem: 404; 409 ``nominations_over``, ``too_few_candidates``; 422 ``voting_too_short``
            or ``voting_too_long``.
    """
    election, now = await locked_election(tx, election_id), clock.now()
    if election["closes_at"] == body.closes_at:
        return
    require_nominating(election)
    if not await standing_in(tx, election_id):
        raise Problem(409, "too_few_candidates")
    if body.closes_at < now + SHORTEST:
        raise invalid("/closes_at", "voting_too_short")
    if body.closes_at > now + LONGEST:
        raise invalid("/closes_at", "voting_too_long")
    frozen = await freeze_homes(tx, election)
    c = elections.c
    this = update(elections).where(c.community_id == tx.community, c.id == election_id)
    opened = {"opened_at": now, "opened_by": actor.account_id, "closes_at": body.closes_at}
    await tx.execute(this.values(**opened, homes=frozen["homes"]))
    await schedule(tx, CLOSE_ELECTION, election_id, body.closes_at)
    about = {"closes_at": body.closes_at, **frozen}
    record(tx, election_changed(actor.account_id, "opened", election_id, now, **about))
