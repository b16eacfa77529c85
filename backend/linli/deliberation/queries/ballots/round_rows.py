"""Rounds as they are stored."""

from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from linli.community.public import COMMUNITIES
from linli.deliberation.queries.ballots.tables import rounds
from linli.deliberation.rules.ballots.city_profile import DEFAULT, PROFILES, CityProfile
from linli.deliberation.rules.ballots.notice_document import procedure_for, profile_of
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.deliberation.rules.ballots.unit_scope import UnitScope
from linli.deliberation.rules.ballots.window import Window, window_of_days
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found


async def round_row(tx: Tx, round_id: UUID) -> Row:
    """A round as it is stored.

    Raises:
        Problem: 404 ``not_found``.
    """
    mine = (rounds.c.community_id == tx.community, rounds.c.id == round_id)
    row = await tx.row(select(rounds).where(*mine))
    if row is None:
        raise not_found()
    return row


async def place_of(tx: Tx) -> tuple[ZoneInfo, CityProfile]:
    """The community's time zone, and the procedure of its city."""
    c = COMMUNITIES.c
    row = await tx.row(select(c.time_zone, c.city_profile).where(c.id == tx.community))
    if row is None:
        raise RuntimeError("a transaction's community exists")
    return ZoneInfo(row["time_zone"]), PROFILES.get(row["city_profile"], DEFAULT)


def scope_of(row: Row) -> UnitScope:
    """The units that a round is about."""
    return UnitScope(frozenset(row["scope_buildings"]), frozenset(row["scope_stairwells"]))


def profile_in(row: Row, city: CityProfile) -> CityProfile:
    """The procedure that a round was noticed under; the city's present one for a draft."""
    if row["profile"] is not None:
        return profile_of(row["profile"])
    return procedure_for(RoundMode(row["mode"]), city)


def window_in(row: Row, zone: ZoneInfo) -> Window:
    """When a round takes ballots; once noticed, what was noticed."""
    if row["opens_at"] is None:
        return window_of_days(row["opens_on"], row["closes_on"], zone)
    return Window(row["opens_at"], row["closes_at"])
