"""Doors to ask at, from visits and from the roster; what was noticed stays sealed."""

from uuid import UUID

from sqlalchemy import select

from linli.care.models.need_suggestion import NeedSuggestion
from linli.community.public import places_of, waiting_suggestions
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

suggestions = table(NeedSuggestion)
_PLACE = ("building_code", "floor", "door")


async def list_suggestions(tx: Tx, _actor: Actor) -> Row:
    """All that nobody has handled, the oldest first."""
    c = suggestions.c
    asks = select(c.id, c.household_id, c.made_at).where(
        c.community_id == tx.community, c.outcome.is_(None)
    )
    visits = await tx.rows(asks)
    places = await places_of(tx, {row["household_id"] for row in visits})
    found = [_shown(row | _place(places[row["household_id"]]), "door_visit") for row in visits]
    found += [_shown(row, "roster") for row in await waiting_suggestions(tx)]
    return {"items": sorted(found, key=lambda item: (item["made_at"], item["id"])), "next": None}


def _place(home: Row) -> Row:
    return {name: home[name] for name in ("code", *_PLACE)}


def _shown(row: Row, source: str) -> Row:
    return {
        "id": row["id"],
        "source": source,
        "household_id": row["household_id"],
        "household_code": row["code"],
        "made_at": row["made_at"],
        **{name: row[name] for name in _PLACE},
    }


async def locked_suggestion(tx: Tx, suggestion_id: UUID) -> Row | None:
    """A suggestion from a visit, handled or not, held until the transaction ends."""
    c = suggestions.c
    asks = select(suggestions).where(c.community_id == tx.community, c.id == suggestion_id)
    return await tx.row(asks.with_for_update(key_share=True))
