from uuid import UUID

from sqlalchemy import update

from linli.care.actions.suggest_help import EXPIRE_SUGGESTION
from linli.care.facts.register import register_fact
from linli.care.queries.suggestions import locked_suggestion, suggestions
from linli.care.rules.need_words import SuggestionOutcome
from linli.community.public import handle_suggestion
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.problems import Problem
from linli.kernel.vault.vault import destroy_person_key
from linli.kernel.work.schedule import unschedule


async def close_suggestion(
    tx: Tx, actor: Actor, suggestion_id: UUID, outcome: SuggestionOutcome, **about: UUID | str
) -> UUID:
    """Be done with a suggestion; what it said is erased.

    Args:
        tx: a write transaction.
        actor: who handled it.
        suggestion_id: from a visit or from the roster.
        outcome: what became of it.
        about: ``need_id`` of the need that came of it, or ``reason`` why none did.

    Returns:
        The household it was about.

    Raises:
        Problem: 404 when there is none waiting; 409 ``suggestion_handled`` when somebody was
            faster.
    """
    row = await locked_suggestion(tx, suggestion_id)
    if row is None:
        return await handle_suggestion(tx, actor, suggestion_id)
    if row["outcome"] is not None:
        raise Problem(409, "suggestion_handled")
    await _erase(tx, suggestion_id, outcome, actor.account_id, **about)
    await unschedule(tx, EXPIRE_SUGGESTION, suggestion_id)
    household_id: UUID = row["household_id"]
    return household_id


async def expire_suggestion(tx: Tx, suggestion_id: UUID) -> None:
    """Erase a suggestion that nobody has handled in time. Due work."""
    row = await locked_suggestion(tx, suggestion_id)
    if row is not None and row["outcome"] is None:
        await _erase(tx, suggestion_id, "expired", None)


async def _erase(
    tx: Tx, suggestion_id: UUID, outcome: SuggestionOutcome, by: UUID | None, **about: UUID | str
) -> None:
    """Erase what a suggestion says and keep what became of it."""
    now = clock.now()
    this = (suggestions.c.community_id == tx.community, suggestions.c.id == suggestion_id)
    done = {"sealed": None, "outcome": outcome, "handled_at": now, "handled_by": by}
    named = {"need_id": about.get("need_id")}
    await tx.execute(update(suggestions).where(*this).values(done | named))
    await destroy_person_key(tx, suggestion_id)
    record(tx, register_fact(outcome, "need_suggestion", suggestion_id, by, now, **about))
