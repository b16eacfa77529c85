"""What the first screen is told of elections, on both databases."""

from datetime import timedelta
from typing import Any

import pytest

from factories.elections import CLOSES, ballot, come_to, open_, stand, start, vote
from factories.house import House, Neighbour, act, move_in, told
from linli.kernel import clock
from linli.kernel.ids import new_id

pytestmark = pytest.mark.usefixtures("morning")


async def waiting(person: Neighbour, what: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = told(await person.client.get("deliberation/waiting"))[what]
    return found


async def nominate(election: str, by: Neighbour, whom: Neighbour) -> str:
    body = {"id": str(new_id()), "account_id": str(whom.account_id)}
    path = f"elections/{election}/candidacies"
    told(await by.client.post(path, json=body))
    return f"{path}/{body['id']}/answer"


@pytest.mark.parametrize("consents", [True, False])
async def test_who_was_nominated_is_asked_until_they_answer(
    house: House, *, consents: bool
) -> None:
    nominee, nominator = await house.neighbour(0), await house.neighbour(1)
    election = await start(house)
    answer = await nominate(election, nominator, nominee)
    (asked,) = await waiting(nominee, "nominations")
    assert (asked["election_id"], asked["term_until"]) == (election, "2027-11-14")
    assert await waiting(nominator, "nominations") == []
    told(await act(nominee.client, answer, {"consents": consents}))
    assert await waiting(nominee, "nominations") == []


async def test_who_nominated_themselves_or_can_answer_no_more_is_not_asked(house: House) -> None:
    silent, candidate = await house.neighbour(0), await house.neighbour(1)
    election = await start(house)
    await nominate(election, candidate, silent)
    await stand(election, candidate)
    assert await waiting(candidate, "nominations") == []
    await open_(house, election)
    assert await waiting(silent, "nominations") == []


async def test_a_nomination_is_not_asked_about_once_the_election_is_called_off(
    house: House,
) -> None:
    nominee, nominator = await house.neighbour(0), await house.neighbour(1)
    election = await start(house)
    await nominate(election, nominator, nominee)
    admin = await house.admin()
    told(await act(admin, f"elections/{election}/cancellation", {"reason": "名单有误"}))
    assert await waiting(nominee, "nominations") == []


async def test_a_home_is_told_that_voting_is_open_until_somebody_of_it_voted(house: House) -> None:
    voter, other, stranger = (
        await house.neighbour(0),
        await house.neighbour(1),
        await house.as_("resident"),
    )
    at_home = await house.at_home(house.building.household_ids[0], "同住人")
    election = await start(house)
    candidate = await stand(election, other)
    assert await waiting(voter, "elections") == []
    await open_(house, election)
    (card,) = await waiting(voter, "elections")
    named = {"election_id", "building_code", "building_name", "closes_at", "homes"}
    assert set(card) == named
    assert (card["election_id"], card["homes"]) == (election, ["1-1-101"])
    assert await waiting(stranger, "elections") == []
    told(await vote(election, voter, candidate))
    assert await waiting(voter, "elections") == await waiting(at_home, "elections") == []
    assert len(await waiting(other, "elections")) == 1


async def test_of_two_homes_the_one_that_has_not_voted_is_named(house: House) -> None:
    owner = await house.neighbour(0)
    await move_in_too(house, owner, door=1)
    election = await start(house)
    candidate = await stand(election, owner)
    await open_(house, election)
    (card,) = await waiting(owner, "elections")
    assert card["homes"] == ["1-1-101", "1-1-102"]
    first = ballot(election, owner, candidate)
    told(await owner.client.post(f"elections/{election}/ballots", json=first))
    (card,) = await waiting(owner, "elections")
    assert card["homes"] == ["1-1-102"]


async def move_in_too(house: House, person: Neighbour, door: int) -> None:
    household = house.building.household_ids[door]
    await move_in(house.database, house.community_id, person.account_id, household)


async def test_nobody_is_told_to_vote_once_time_has_closed_an_election(house: House) -> None:
    person = await house.neighbour(0)
    election = await start(house)
    await stand(election, person)
    await open_(house, election)
    await come_to(house, CLOSES - timedelta(seconds=1))
    again = Neighbour(await house.again(person), person.account_id, person.household_id)
    assert len(await waiting(again, "elections")) == 1
    clock.set_clock(lambda: CLOSES)
    assert await waiting(again, "elections") == []
