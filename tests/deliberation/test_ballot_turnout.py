"""While ballots are taken nobody reads from the figures who of a few homes has voted."""

from collections.abc import AsyncIterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories.ballots import Assembly, Client, assembled, done, ok
from factories.community import make_building
from linli.community.models import Owner, Ownership
from linli.config import Settings
from linli.deliberation.rules.ballots.turnout_shown import told_buildings
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id
from linli.kernel.small_groups import SMALLEST


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def more_homes(assembly: Assembly, code: str, floors: int) -> None:
    """Another building, each of its homes with an owner."""
    built = await make_building(assembly.database, assembly.community_id, floors, code=code)
    for home in built.household_ids:
        owner = new_id()
        await assembly.write(Owner, id=owner, kind="person", name="业主")
        await assembly.write(Ownership, household_id=home, owner_id=owner, position=0)


async def returned(assembly: Assembly, client: Client) -> dict[str, object]:
    turnout = ok(await client.get(f"{assembly.round}/turnout"))
    return {one["code"]: one["returned"] for one in turnout["by_building"]}


async def test_small_buildings_and_one_beside_them_are_left_out_until_voting_is_over(
    assembly: Assembly,
) -> None:
    for code, floors in (("2", 1), ("3", 3), ("4", 4)):
        await more_homes(assembly, code, floors)
    await assembly.opened()
    owner = await assembly.resident(0)
    done(await assembly.cast(owner))
    none = {"heads": 0, "area_dm2": None}
    assert await returned(assembly, owner) == {"1": None, "2": None, "3": none, "4": none}
    exact = {"heads": 0, "area_dm2": 0}
    one = {"heads": 1, "area_dm2": 8950}
    seen = await returned(assembly, assembly.admin)
    assert seen == {"1": one, "2": exact, "3": exact, "4": exact}
    lead = await assembly.as_("building_lead", Scope.BUILDING, assembly.building.id)
    assert await returned(assembly, lead) == {"1": one, "2": None, "3": none, "4": none}
    await assembly.counted()
    assert (await returned(assembly, owner))["2"] == exact


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 50), min_size=1))
def test_what_is_withheld_is_never_few_homes_that_the_whole_would_give_away(
    electors: dict[str, int],
) -> None:
    told = told_buildings(electors)
    withheld = electors.keys() - told
    assert all(electors[name] >= SMALLEST for name in told)
    assert (
        not told
        or not withheld
        or (len(withheld) > 1 and sum(electors[name] for name in withheld) >= SMALLEST)
    )
