from uuid import UUID

from sqlalchemy import update

from linli.deliberation.actions.representatives.require_stage import require_nominating
from linli.deliberation.facts.representatives import candidacy_changed
from linli.deliberation.queries.representatives.candidacies import locked_candidacy
from linli.deliberation.queries.representatives.elections import locked_election
from linli.deliberation.queries.representatives.tables import candidacies
from linli.deliberation.schemas.representatives.election import CandidacyAnswerIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import forbidden


async def answer_nomination(
    tx: Tx, actor: Actor, election_id: UUID, candidacy_id: UUID, body: CandidacyAnswerIn
) -> None:
    """Consent to stand, or refuse; can be changed until voting is opened.

    Saying the same again changes nothing.

    Raises:
        Problem: 404; 403 to anybody but the nominee; 409 ``nominations_over``.
    """
    election = await locked_election(tx, election_id)
    candidacy = await locked_candidacy(tx, election_id, candidacy_id)
    if candidacy["account_id"] != actor.account_id:
        raise forbidden()
    state = "standing" if body.consents else "refused"
    statement = body.statement if body.consents else None
    if (candidacy["state"], candidacy["statement"]) == (state, statement):
        return
    require_nominating(election)
    now, c = clock.now(), candidacies.c
    this = update(candidacies).where(c.community_id == tx.community, c.id == candidacy_id)
    await tx.execute(this.values(state=state, statement=statement, answered_at=now))
    verb = "consented" if body.consents else "refused"
    record(tx, candidacy_changed(actor, verb, candidacy_id, now, election=election_id))
