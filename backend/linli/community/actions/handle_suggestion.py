from uuid import UUID

from sqlalchemy import update

from linli.community.facts import suggestion_handled
from linli.community.models import RosterSuggestion
from linli.community.queries.suggestions import read_waiting
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import not_found
from linli.kernel.vault.vault import destroy_person_key


async def handle_suggestion(tx: Tx, actor: Actor, suggestion_id: UUID) -> UUID:
    """Be done with a suggestion, whatever came of it; what it named is erased.

    Returns:
        The household it was about.

    Raises:
        Problem: 404 when there is none or it was handled before.
    """
    found = await read_waiting(tx, suggestion_id)
    if found is None:
        raise not_found()
    now = clock.now()
    suggestions = table(RosterSuggestion)
    this = (suggestions.c.community_id == tx.community, suggestions.c.id == suggestion_id)
    done = {"sealed": None, "handled_at": now, "handled_by": actor.account_id}
    await tx.execute(update(suggestions).where(*this).values(done))
    await destroy_person_key(tx, suggestion_id)
    record(tx, suggestion_handled(actor, suggestion_id, now))
    household_id: UUID = found["household_id"]
    return household_id
