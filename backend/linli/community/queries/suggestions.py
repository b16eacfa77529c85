"""Doors where the roster's remarks suggest that help may be needed. Never a need by itself."""

from uuid import UUID

from sqlalchemy import and_, select

from linli.community.models import RosterSuggestion
from linli.community.queries.households import HOUSEHOLD_PLACES
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

_suggestion = table(RosterSuggestion)


async def waiting_suggestions(tx: Tx) -> list[Row]:
    """Suggestions nobody has handled, by household code.

    Returns:
        Rows with ``id``, ``made_at``, ``household_id``, ``code``, ``building_code``,
        ``stairwell_code``, ``floor`` and ``door``; what is suggested stays sealed.
    """
    place = HOUSEHOLD_PLACES.subquery("place")
    asks = (
        select(
            _suggestion.c.id,
            _suggestion.c.made_at,
            _suggestion.c.household_id,
            place.c.code,
            place.c.building_code,
            place.c.stairwell_code,
            place.c.floor,
            place.c.door,
        )
        .join_from(_suggestion, place, place.c.id == _suggestion.c.household_id)
        .where(_suggestion.c.community_id == tx.community, _suggestion.c.sealed.is_not(None))
        .order_by(place.c.code)
    )
    return await tx.rows(asks, {"community_id": tx.community})


async def read_waiting(tx: Tx, suggestion_id: UUID) -> Row | None:
    """One suggestion that nobody has handled: ``id``, ``household_id``, ``sealed``."""
    this = and_(
        _suggestion.c.community_id == tx.community,
        _suggestion.c.id == suggestion_id,
        _suggestion.c.sealed.is_not(None),
    )
    columns = (_suggestion.c.id, _suggestion.c.household_id, _suggestion.c.sealed)
    return await tx.row(select(*columns).where(this))
