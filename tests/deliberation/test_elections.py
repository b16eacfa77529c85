"""Elections of representatives by their routes, on both databases."""

from datetime import timedelta
from typing import Any

import httpx
import pytest

from factories.elections import CLOSES, NOW, ballot, come_to, open_, stand, start, vote
from factories.house import House, act, refused, told
from linli.kernel import clock
from linli.kernel.ids import new_id

pytestmark = pytest.mark.usefixtures("morning")


async def test_a_building_elects_who_speaks_for_it(house: House) -> None:
    zheng, sun, voter, other = [await house.neighbour(door) for door in range(4)]
    election = await start(house)
    first, second = await stand(election, zheng, "我退休了，有时间"), await stand(election, sun)
    await open_(house, election)
    for person, choice in ((zheng, first), (sun, second), (voter, first), (other, first)):
        assert (await vote(election, person, choice)).status_code == 201
    running = told(await voter.client.get(f"elections/{election}"))
    assert (running["stage"], running["took_part"], running["homes"]) == ("voting", 4, 6)
    assert running["result"] is None
    assert [candidate["votes"] for candidate in running["candidates"]] == [None, None]
    assert running["my_homes"][0]["has_voted"] is True
    await come_to(house, CLOSES)
    closed = told(await voter.client.get(f"elections/{election}"))
    assert (closed["stage"], closed["result"]["outcome"]) == ("closed", "elected")
    assert closed["result"]["elected"] == [first]
    assert {each["id"]: each["votes"] for each in closed["candidates"]} == {first: 3, second: 1}
    of_few = told(await voter.client.get(f"elections/{election}/box"))
    assert (of_few["roll"], of_few["choices"], len(of_few["receipts"])) == (None, None, 4)
    await come_to(house, NOW + timedelta(days=20))
    voter_again = await house.again(voter)
    (building,) = told(await voter_again.get("my-representatives"))["items"]
    (speaks,) = building["representatives"]
    assert (speaks["account_id"], speaks["basis"]) == (str(zheng.account_id), "election")
    assert speaks["statement"] == "我退休了，有时间"
    mandates = told(await voter_again.get("mandates"))["items"]
    assert sorted(each["standing"] for each in mandates) == ["in_force", "substitute"]


async def test_nobody_stands_without_consenting(house: House) -> None:
    nominee, nominator = await house.neighbour(0), await house.neighbour(1)
    election = await start(house)
    body = {"id": str(new_id()), "account_id": str(nominee.account_id)}
    path = f"elections/{election}/candidacies"
    first, again = [await nominator.client.post(path, json=body) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    third = await house.neighbour(2)
    assert told(await third.client.get(f"elections/{election}"))["candidates"] == []
    admin = await house.admin()
    closes = {"closes_at": CLOSES.isoformat()}
    opening = await act(admin, f"elections/{election}/opening", closes)
    assert refused(opening) == (409, "too_few_candidates")
    answer = f"{path}/{body['id']}/answer"
    yes = {"consents": True, "statement": "愿意试一年"}
    assert refused(await act(nominator.client, answer, yes)) == (403, "forbidden")
    told(await act(nominee.client, answer, yes))
    (candidate,) = told(await third.client.get(f"elections/{election}"))["candidates"]
    assert (candidate["state"], candidate["statement"]) == ("standing", "愿意试一年")
    told(await act(nominee.client, answer, {"consents": False}))
    assert told(await third.client.get(f"elections/{election}"))["candidates"] == []
    told(await act(nominee.client, answer, yes))
    told(await act(admin, f"elections/{election}/opening", closes))
    late = await act(nominee.client, answer, {"consents": False})
    assert refused(late) == (409, "nominations_over")


async def test_a_neighbour_is_nominated_once_by_those_of_the_building_only(house: House) -> None:
    nominee, one, two = [await house.neighbour(door) for door in range(3)]
    election = await start(house)
    path = f"elections/{election}/candidacies"

    def body(**more: str) -> dict[str, str]:
        return {"id": str(new_id()), "account_id": str(nominee.account_id), **more}

    told(await one.client.post(path, json=body()))
    assert refused(await two.client.post(path, json=body())) == (409, "already_nominated")
    stranger = await house.as_("resident")
    assert refused(await stranger.client.post(path, json=body())) == (403, "forbidden")
    unknown = body(account_id=str(stranger.account_id))
    assert refused(await two.client.post(path, json=unknown)) == (422, "not_of_this_building")
    put_in_mouth = body(statement="选我")
    assert refused(await two.client.post(path, json=put_in_mouth)) == (422, "not_your_words")


async def test_neighbours_are_listed_only_while_somebody_can_be_nominated(house: House) -> None:
    one, two = await house.neighbour(0, "赵阿姨"), await house.neighbour(1, "钱师傅")
    path = f"neighbours?building_id={house.building.id}"
    assert refused(await one.client.get(path)) == (409, "nominations_over")
    election = await start(house)
    listed = told(await one.client.get(path))["items"]
    assert [(each["name"], each["household_code"]) for each in listed] == [
        ("赵阿姨", "1-1-101"),
        ("钱师傅", "1-1-102"),
    ]
    stranger = await house.as_("representative")
    assert refused(await stranger.client.get(path)) == (403, "forbidden")
    await stand(election, two)
    await open_(house, election)
    assert refused(await one.client.get(path)) == (409, "nominations_over")
    assert len(told(await (await house.admin()).get(path))["items"]) == 2


async def test_one_election_at_a_time_goes_on_in_a_building(house: House) -> None:
    election = await start(house)
    admin = await house.admin()
    body = {
        "id": str(new_id()),
        "building_id": str(house.building.id),
        "term_from": "2026-12-01",
        "term_until": "2027-11-30",
    }
    assert refused(await admin.post("elections", json=body)) == (409, "election_running")
    told(await act(admin, f"elections/{election}/cancellation", {"reason": "名单有误"}))
    assert (await admin.post("elections", json=body)).status_code == 201
    shown = told(await admin.get(f"elections/{election}"))
    assert (shown["stage"], shown["cancelled_because"]) == ("cancelled", "名单有误")


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"building_id": str(new_id())}, "unknown_building"),
        ({"term_until": "2026-01-01"}, "term_reversed"),
        ({"runoff_of": str(new_id())}, "no_tie"),
        ({"seats": 0}, "greater_than_equal"),
    ],
)
async def test_an_election_that_cannot_be_is_refused(
    house: House, change: dict[str, object], wrong: str
) -> None:
    body = {
        "id": str(new_id()),
        "building_id": str(house.building.id),
        "term_from": "2026-11-15",
        "term_until": "2027-11-14",
        **change,
    }
    assert refused(await (await house.admin()).post("elections", json=body)) == (422, wrong)


async def test_voting_lasts_a_day_at_least_and_sixty_at_most(house: House) -> None:
    election = await start(house)
    await stand(election, await house.neighbour(0))
    admin, path = await house.admin(), f"elections/{election}/opening"
    for days, wrong in ((0.9, "voting_too_short"), (61, "voting_too_long")):
        body = {"closes_at": (NOW + timedelta(days=days)).isoformat()}
        assert refused(await act(admin, path, body)) == (422, wrong)


async def test_a_step_sent_again_after_a_lost_answer_is_answered_alike(house: House) -> None:
    admin, nominee = await house.admin(), await house.neighbour(0)
    election = await start(house)
    candidacy, path = await stand(election, nominee), f"elections/{election}"
    later = (CLOSES + timedelta(days=1)).isoformat()
    steps: list[tuple[httpx.AsyncClient, str, list[dict[str, Any]]]] = [
        (nominee.client, f"{path}/candidacies/{candidacy}/answer", statements("一年", "两年")),
        (admin, f"{path}/opening", [{"closes_at": CLOSES.isoformat()}, {"closes_at": later}]),
        (admin, f"{path}/cancellation", [{"reason": "名单有误"}, {"reason": "改日再选"}]),
    ]
    answers = []
    for client, address, (said, otherwise) in steps:
        keyless = await client.post(address, json=said)
        assert refused(keyless) == (400, "idempotency_key_required")
        answers.append(told(await act(client, address, said, address)))
        assert refused(await act(client, address, otherwise, address)) == (422, "key_reused")
    for (client, address, (said, _)), first in zip(steps, answers, strict=True):
        assert told(await act(client, address, said, address)) == first
    assert told(await admin.get(path))["cancelled_because"] == "名单有误"


def statements(*words: str) -> list[dict[str, Any]]:
    return [{"consents": True, "statement": each} for each in words]


async def test_half_of_the_homes_elect_nobody(house: House) -> None:
    people = [await house.neighbour(door) for door in range(3)]
    election = await start(house)
    candidate = await stand(election, people[0])
    await open_(house, election)
    for person in people:
        told(await vote(election, person, candidate))
    await come_to(house, CLOSES)
    closed = told(await people[0].client.get(f"elections/{election}"))
    assert closed["result"]["outcome"] == "no_quorum"
    assert (closed["result"]["elected"], closed["result"]["seats_open"]) == ([], 1)
    assert told(await people[0].client.get("mandates"))["items"] == []


async def test_equal_votes_go_to_a_run_off_between_those_who_tied(house: House) -> None:
    people = [await house.neighbour(door) for door in range(4)]
    election = await start(house)
    names = [await stand(election, person) for person in people[:2]]
    await open_(house, election)
    for person, choice in zip(people, [*names, *names], strict=True):
        told(await vote(election, person, choice))
    await come_to(house, CLOSES)
    tied = told(await people[0].client.get(f"elections/{election}"))["result"]
    assert (tied["outcome"], set(tied["tied"])) == ("runoff", set(names))
    admin = await house.admin()
    too_many = {
        "id": str(new_id()),
        "building_id": str(house.building.id),
        "seats": 2,
        "term_from": "2026-11-15",
        "term_until": "2027-11-14",
        "runoff_of": election,
    }
    assert refused(await admin.post("elections", json=too_many)) == (422, "more_than_open")
    second = await start(house, runoff_of=election)
    standing = told(await admin.get(f"elections/{second}"))["candidates"]
    assert {each["account_id"] for each in standing} == {
        str(person.account_id) for person in people[:2]
    }


async def test_time_alone_closes_an_election(house: House) -> None:
    person = await house.neighbour(0)
    election = await start(house)
    candidate = await stand(election, person)
    await open_(house, election)
    await come_to(house, CLOSES - timedelta(seconds=1))
    assert told(await person.client.get(f"elections/{election}"))["stage"] == "voting"
    clock.set_clock(lambda: CLOSES)
    assert told(await person.client.get(f"elections/{election}"))["stage"] == "counting"
    late = await person.client.post(
        f"elections/{election}/ballots", json=ballot(election, person, candidate)
    )
    assert refused(late) == (409, "election_not_open")
    await come_to(house, CLOSES)
    done = await act(
        await house.admin(), f"elections/{election}/cancellation", {"reason": "不满意结果"}
    )
    assert refused(done) == (409, "election_closed")


async def test_only_the_office_holds_elections(house: House) -> None:
    election = await start(house)
    for role in ("building_lead", "representative", "social_worker", "resident"):
        person = await house.as_(role)
        for path in ("elections", f"elections/{election}/opening", "mandates"):
            answer = await person.client.post(path, json={})
            assert (role, refused(answer)) == (role, (403, "forbidden"))
