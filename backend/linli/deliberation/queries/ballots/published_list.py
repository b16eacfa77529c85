"""The published list per household, as the profile says."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Select, exists, func, select

from linli.community.public import HOUSEHOLDS, homes_of
from linli.deliberation.queries.ballots.my_ballots import answers_of
from linli.deliberation.queries.ballots.proof import BROUGHT_AS_TOLD
from linli.deliberation.queries.ballots.round_rows import round_row
from linli.deliberation.queries.ballots.standing import doors_of_electors, standings_of
from linli.deliberation.queries.ballots.tables import (
    beside,
    counted,
    elector_owners,
    elector_units,
    electors,
)
from linli.deliberation.queries.ballots.unreturned import unreturned_codes
from linli.deliberation.rules.ballots.city_profile import CityProfile
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

LISTED_IN = frozenset({"on_notice", "final"})
_e, _u, _c, _w = electors.c, elector_units.c, counted.c, elector_owners.c


async def list_lines(tx: Tx, actor: Actor, round_id: UUID, page: PageAsked) -> Row:
    """One line for each elector, by door: returned or not, and the answers where they are listed.

    Where answers are not listed, only lines of one's own vote tell their code: it stands in the
    archive beside what was answered.

    Raises:
        Problem: 404 until the result is on notice; 422 ``bad_cursor``.
    """
    round_ = await round_row(tx, round_id)
    if round_["state"] not in LISTED_IN:
        raise not_found()
    owned = {home["owner_id"] for home in await homes_of(tx, actor.account_id) if home["owner_id"]}
    rows = _lines(owned).where(_e.community_id == tx.community, _e.round_id == round_id)
    listed = rows.subquery("listed")
    keys = [listed.c.first_door, listed.c.id]
    found = await page_of(tx, select(listed), keys, page, "lines", round_id, actor.account_id)
    codes = await unreturned_codes(tx, round_id)
    if codes is not None:
        kept = set(codes)
        found["items"] = [{**row, "brought": row["code"] in kept} for row in found["items"]]
    profile = profile_of(round_["profile"])
    standings = await standings_of(tx, actor, round_, profile.proxy_limit)
    told = {one.elector["id"] for one in standings if one.told_line}
    return {**found, "items": await _shown(tx, found["items"], told, profile)}


def _lines(owned: set[UUID]) -> Select[Any]:
    home = beside(HOUSEHOLDS, elector_units, HOUSEHOLDS.c.id == _u.household_id)
    here = beside(elector_units, electors, _u.elector_id == _e.id)
    first = (
        select(func.min(HOUSEHOLDS.c.sort_key))
        .select_from(elector_units.join(HOUSEHOLDS, home))
        .where(here)
        .correlate(electors)
        .scalar_subquery()
    )
    mine = exists().where(
        beside(elector_owners, electors, _w.elector_id == _e.id), _w.owner_id.in_(owned)
    )
    return select(
        _e.id,
        _e.code,
        _e.area_dm2,
        _c.ballot_id,
        first.label("first_door"),
        BROUGHT_AS_TOLD.label("brought"),
        mine.label("mine"),
    ).outerjoin_from(electors, counted, beside(counted, electors, _c.id == _e.id))


async def _shown(
    tx: Tx, rows: list[Row], told: Collection[UUID], profile: CityProfile
) -> list[Row]:
    with_choices = profile.published_list == "choices"
    doors = await doors_of_electors(tx, [row["id"] for row in rows])
    ballots = [row["ballot_id"] for row in rows if row["ballot_id"]] if with_choices else []
    given = await answers_of(tx, ballots)
    return [
        {
            "code": row["code"] if with_choices or row["id"] in told else None,
            "doors": doors.get(row["id"], []),
            "area_dm2": row["area_dm2"],
            "state": _state(row),
            "answers": given.get(row["ballot_id"], []) if with_choices else None,
            "mine": bool(row["mine"]),
        }
        for row in rows
    ]


def _state(row: Row) -> str:
    if row["ballot_id"] is not None:
        return "returned"
    return "unreturned" if row["brought"] else "undelivered"
