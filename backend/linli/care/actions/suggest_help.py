"""Telling the social worker, sealed, what help a visitor thinks a door might need."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from linli.care.facts.register import register_fact
from linli.care.models.need_suggestion import NeedSuggestion
from linli.care.rules.need_words import NeedKind
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.vault.many import seal_many
from linli.kernel.vault.vault import Place
from linli.kernel.work.schedule import schedule_many

EXPIRE_SUGGESTION = "care.suggestion.expire"
KEEP_SUGGESTION = timedelta(days=60)
"""How long a suggestion waits; then it is erased, for nobody consented to its being kept."""


@dataclass(frozen=True)
class HeardHelp:
    """What a door visit noticed: kinds of help to ask about, and a note in the visitor's words."""

    visit_id: UUID
    household_id: UUID
    kinds: Sequence[NeedKind]
    note: str | None = None


async def suggest_help(tx: Tx, actor: Actor, heard: Sequence[HeardHelp]) -> None:
    """Store suggestions of newly logged visits; a visit has at most one, repeats are ignored."""
    noticed = [each for each in heard if each.kinds or each.note]
    ids = [new_id() for _ in noticed]
    places = [Place("need_suggestion", row_id, row_id) for row_id in ids]
    contents = [{"kinds": list(each.kinds), "note": each.note} for each in noticed]
    sealed = await seal_many(tx, list(zip(places, contents, strict=True)))
    rows: list[Row] = [
        {
            "community_id": tx.community,
            "id": row_id,
            "household_id": each.household_id,
            "visit_id": each.visit_id,
            "made_by": actor.account_id,
            "made_at": clock.now(),
            "sealed": content,
        }
        for row_id, each, content in zip(ids, noticed, sealed, strict=True)
    ]
    if rows:
        await _keep(tx, actor, rows)


async def _keep(tx: Tx, actor: Actor, rows: list[Row]) -> None:
    suggestions = table(NeedSuggestion)
    new = insert_for(tx, suggestions).on_conflict_do_nothing(
        index_elements=("community_id", "visit_id")
    )
    result = await tx.execute(new.returning(suggestions.c.id), rows)
    kept, now = list(result.scalars()), clock.now()
    for row_id in kept:
        record(tx, register_fact("made", "need_suggestion", row_id, actor.account_id, now))
    await schedule_many(tx, EXPIRE_SUGGESTION, [(row_id, now + KEEP_SUGGESTION) for row_id in kept])
