"""Which homes vote is what it was when voting began; on both databases."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text, update
from sqlalchemy.exc import DBAPIError

from conftest import KEYRING, ROOT
from factories.community import add_home
from factories.elections import CLOSES, come_to, open_, stand, start, vote
from factories.house import House, Neighbour, housed, refused, told
from linli.community.public import HOUSEHOLDS
from linli.config import Settings
from linli.deliberation.rules.canonical import digest
from linli.kernel.db.database import open_database
from linli.kernel.db.migrate import migrate, unmigrate

pytestmark = pytest.mark.usefixtures("morning")

FOLDER = ROOT / "migrations"


async def voting(house: House) -> tuple[str, Neighbour, str]:
    """An election of six homes that takes ballots, one of its voters, and who stands."""
    voter = await house.neighbour(0)
    election = await start(house)
    name = await stand(election, voter)
    await open_(house, election)
    return election, voter, name


async def run(house: House, statement: Any) -> None:
    async with house.database.transaction(write=True) as tx:
        await tx.enter(house.community_id)
        await tx.execute(statement)


async def becomes(house: House, household_id: UUID | None, **change: Any) -> None:
    c = HOUSEHOLDS.c
    this = (c.community_id == house.community_id, c.id == household_id)
    await run(house, update(HOUSEHOLDS).where(*this).values(**change))


async def test_a_home_that_came_later_does_not_vote_and_is_told_why(house: House) -> None:
    election, voter, name = await voting(house)
    late = await house.at_home(await add_home(house.database, house.building))
    refusal = await vote(election, late, name)
    assert refused(refusal) == (409, "home_came_later")
    assert refusal.headers["content-type"].startswith("application/problem+json")
    told(await vote(election, voter, name))
    seen = told(await late.client.get(f"elections/{election}"))
    assert (seen["homes"], seen["took_part"], seen["is_mine"]) == (6, 1, True)
    (home,) = seen["my_homes"]
    assert (home["may_vote"], home["has_voted"]) == (False, False)
    (home,) = told(await voter.client.get(f"elections/{election}"))["my_homes"]
    assert (home["may_vote"], home["has_voted"]) == (True, True)


async def test_no_more_homes_take_part_than_there_were(house: House) -> None:
    """Three of six are no majority, whatever three newcomers would make of it."""
    election, voter, name = await voting(house)
    for floor in (7, 8, 9):
        late = await house.at_home(await add_home(house.database, house.building, floor))
        assert refused(await vote(election, late, name)) == (409, "home_came_later")
    for person in (voter, await house.neighbour(1), await house.neighbour(2)):
        told(await vote(election, person, name))
    await come_to(house, CLOSES)
    result = told(await voter.client.get(f"elections/{election}"))["result"]
    assert (result["took_part"], result["homes"], result["outcome"]) == (3, 6, "no_quorum")


async def test_a_home_registered_before_the_opening_votes(house: House) -> None:
    voter, election = await house.neighbour(0), await start(house)
    name = await stand(election, voter)
    late = await house.at_home(await add_home(house.database, house.building))
    (home,) = told(await late.client.get(f"elections/{election}"))["my_homes"]
    assert home["may_vote"] is True
    await open_(house, election)
    told(await vote(election, late, name))
    assert told(await late.client.get(f"elections/{election}"))["homes"] == 7


async def test_who_moves_into_a_home_that_was_there_votes_for_it(house: House) -> None:
    election, _, name = await voting(house)
    told(await vote(election, await house.neighbour(4), name))


@pytest.mark.parametrize("change", [{"kind": "shop"}, {"building_id": None}])
async def test_a_home_that_was_there_votes_whatever_becomes_of_it(
    house: House, change: dict[str, Any]
) -> None:
    election, voter, name = await voting(house)
    await becomes(house, voter.household_id, **change)
    told(await vote(election, voter, name))


async def test_a_home_of_another_building_is_still_refused(house: House) -> None:
    election, _, name = await voting(house)
    stranger = await house.as_("resident")
    elsewhere = Neighbour(stranger.client, stranger.account_id, house.building.household_ids[3])
    assert refused(await vote(election, elsewhere, name)) == (403, "forbidden")


async def test_the_log_tells_whether_a_list_of_homes_is_the_one(house: House) -> None:
    election, _, _ = await voting(house)
    homes = digest(sorted(str(each) for each in house.building.household_ids))
    asks = text("SELECT leaf FROM fact WHERE kind = 'deliberation.election.opened'")
    async with house.database.transaction(write=False) as tx:
        await tx.enter(house.community_id)
        leaves = [row["leaf"] for row in await tx.rows(asks)]
    assert [homes in leaf for leaf in leaves if election in leaf] == [True]


async def test_the_database_refuses_to_change_which_homes_vote(house: House) -> None:
    await voting(house)
    for change in (
        "UPDATE election_home SET household_id = household_id",
        "DELETE FROM election_home",
    ):
        with pytest.raises(DBAPIError):
            await run(house, text(change))


async def test_where_voting_went_on_before_the_homes_of_the_building_vote(
    empty_database: Callable[[], tuple[str, str]], config: Settings
) -> None:
    owner, _ = empty_database()
    database = open_database(owner, KEYRING)
    await migrate(database.writer, FOLDER)
    async with housed(database, config.model_copy(update={"database_url": owner})) as house:
        election, voter, name = await voting(house)
        await becomes(house, voter.household_id, kind="shop")
        told(await vote(election, voter, name))
        await unmigrate(database.writer, FOLDER, "session_mandates")
        await migrate(database.writer, FOLDER)
        shown = told(await voter.client.get(f"elections/{election}"))["my_homes"]
        assert [home["may_vote"] for home in shown] == [True]
        told(await vote(election, await house.neighbour(1), name))
        late = await house.at_home(await add_home(database, house.building))
        assert refused(await vote(election, late, name)) == (409, "home_came_later")
    await database.close()
