"""Comments, whom they speak for, moderation and the map of opinions, on both databases."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest

from factories.community import make_building
from factories.house import House, Neighbour, housed, move_in, refused, told
from factories.proposals import NOW, answer, comment, comments_of, move, opened, say
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

pytestmark = pytest.mark.usefixtures("morning")


@pytest.fixture
async def house(database: Database, config: Settings) -> AsyncIterator[House]:
    async with housed(database, config, floors=12) as made:
        yield made


async def test_a_person_stands_where_they_said_last_and_the_old_words_stay(house: House) -> None:
    person, proposal = await house.neighbour(0), await opened(house)
    first = await say(person, proposal, "for")
    later = (NOW + timedelta(minutes=5)).isoformat()
    second = await say(person, proposal, "against", words="算过账，太贵", said_at=later)
    shown = told(await person.client.get(f"proposals/{proposal}"))
    assert shown["positions"] == {"for": 0, "against": 1, "neutral": 0}
    assert shown["my_position"] == "against"
    listed = await comments_of(person.client, proposal)
    assert [listed[each]["is_current"] for each in (first, second)] == [False, True]
    # What waited on a phone without a network falls into its place by when it was said.
    await say(person, proposal, "neutral", said_at=(NOW - timedelta(hours=1)).isoformat())
    assert told(await person.client.get(f"proposals/{proposal}"))["my_position"] == "against"


async def test_a_clock_that_is_ahead_does_not_outlast_what_is_said_later(house: House) -> None:
    person, proposal = await house.neighbour(0), await opened(house)
    await say(person, proposal, "for", said_at=(NOW + timedelta(days=365)).isoformat())
    clock.set_clock(lambda: NOW + timedelta(hours=1))
    later = (NOW + timedelta(hours=1)).isoformat()
    await say(person, proposal, "against", words="算过账，太贵", said_at=later)
    shown = told(await person.client.get(f"proposals/{proposal}"))
    assert shown["my_position"] == "against"


async def test_nobody_hangs_a_photo_on_a_neighbours_words_by_repeating_them(house: House) -> None:
    person, other = await house.neighbour(0), await house.neighbour(1)
    proposal = await opened(house)
    body = comment(proposal)
    told(await person.client.post("proposal-comments", json=body))
    photo = {"sha256": "ab" * 32, "size": 1000, "content_type": "image/jpeg"}
    for by, files in ((other, 0), (person, 1)):
        told(await by.client.post("proposal-comments", json={**body, "attachments": [photo]}))
        (shown,) = (await comments_of(person.client, proposal)).values()
        assert len(shown["files"]) == files


async def test_a_comment_sent_many_times_at_once_is_one_comment(house: House) -> None:
    person, proposal = await house.neighbour(0), await opened(house)
    body = comment(proposal, speaks_for=[str(person.household_id)])
    sent = [person.client.post("proposal-comments", json=body) for _ in range(5)]
    answers = await asyncio.gather(*sent)
    assert sorted(each.status_code for each in answers) == [200, 200, 200, 200, 201]
    assert len({each.json()["receipt"]["index"] for each in answers}) == 1
    (only,) = (await comments_of(person.client, proposal)).values()
    assert only["homes"] == {"claimed": 1, "confirmed": 1, "contradicted": 0, "speaks_for": 1}
    other = {**body, "words": "别的话"}
    assert refused(await person.client.post("proposal-comments", json=other)) == (409, "differs")


async def test_a_phone_sends_comments_replies_and_answers_in_one_batch(house: House) -> None:
    speaker, listener = await house.representative(0), await house.neighbour(1)
    proposal = await opened(house)
    said = comment(proposal, speaks_for=[str(listener.household_id)])
    reply = comment(proposal, None, reply_to=said["id"], words="谢谢")

    def item(kind: str, payload: dict[str, Any], item_id: str) -> dict[str, Any]:
        moment = NOW.isoformat()
        head = {"id": item_id, "kind": kind, "recorded_at": moment, "attachments": []}
        return {**head, "payload": payload}

    async def send(person: Neighbour, *items: dict[str, Any]) -> list[str]:
        head = {"device_id": str(new_id()), "app_version": "1", "device_time": NOW.isoformat()}
        body = {**head, "items": list(items)}
        answered = told(await person.client.post("sync", json=body))["results"]
        return [each["verdict"] for each in answered]

    items = [
        item("proposal_comment", {k: v for k, v in each.items() if k != "id"}, each["id"])
        for each in (said, reply)
    ]
    assert await send(speaker, *items) == ["accepted", "accepted"]
    assert await send(speaker, *items) == ["duplicate", "duplicate"]
    denial = {
        "comment_id": said["id"],
        "household_id": str(listener.household_id),
        "answer": "contradicted",
        "said_at": NOW.isoformat(),
    }
    denied = item("home_answer", denial, str(new_id()))
    assert await send(listener, denied, denied) == ["accepted", "duplicate"]
    assert await send(speaker, item("home_answer", denial, str(new_id()))) == ["rejected"]


async def test_a_representative_speaks_for_homes_and_each_can_contradict(house: House) -> None:
    rep = await house.representative(0)
    one, two, three = [await house.neighbour(door) for door in (1, 2, 3)]
    proposal = await opened(house)
    homes = [str(person.household_id) for person in (rep, one, two, three)]
    said = await say(rep, proposal, "for", speaks_for=homes)
    (asked,) = told(await one.client.get(f"proposals/{proposal}"))["asked"]
    assert (asked["comment_id"], asked["answer"], asked["position"]) == (said, "unanswered", "for")
    told(await answer(one, said, "confirmed"))
    told(await answer(two, said, "contradicted"))
    counts = (await comments_of(three.client, proposal))[said]["homes"]
    assert counts == {"claimed": 4, "confirmed": 2, "contradicted": 1, "speaks_for": 3}
    told(await answer(two, said, "confirmed"))
    counts = (await comments_of(three.client, proposal))[said]["homes"]
    assert (counts["confirmed"], counts["contradicted"]) == (3, 0)
    assert refused(await answer(one, said, "confirmed", two.household_id)) == (404, "not_found")
    assert told(await rep.client.get(f"proposals/{proposal}"))["asked"] == []


async def test_homes_that_were_spoken_for_are_asked_on_the_first_screen(house: House) -> None:
    rep = await house.representative(0)
    one, other = [await house.neighbour(door) for door in (1, 2)]
    proposal = await opened(house)
    homes = [str(person.household_id) for person in (rep, one)]
    said = await say(rep, proposal, "against", speaks_for=homes)

    async def asked(person: Neighbour) -> Any:
        return told(await person.client.get("deliberation/waiting"))["spoken_for"]

    (card,) = await asked(one)
    assert (card["proposal_id"], card["comment_id"]) == (proposal, said)
    assert (card["by_name"], card["position"]) == ("郑国平", "against")
    assert (await asked(other), await asked(rep)) == ([], [])
    told(await answer(one, said, "contradicted"))
    assert await asked(one) == []


async def test_public_positions_tell_confirmed_homes_apart_where_neither_are_few(
    house: House,
) -> None:
    rep, proposal = await house.representative(0), await opened(house)
    people = [await house.neighbour(door) for door in range(1, 7)]
    homes = [str(each) for each in house.building.household_ids]
    said = await say(rep, proposal, "for", speaks_for=homes[1:13])
    path, office = f"proposals/{proposal}/opinions", await house.admin()

    async def confirmed(client: Any) -> Any:
        (shown,) = told(await client.get(path))["by_building"]
        assert shown["positions"]["for"] == 12
        return shown["confirmed"]

    assert await confirmed(people[0].client) == 0
    for person in people[:4]:
        told(await answer(person, said, "confirmed"))
    assert (await confirmed(people[0].client), await confirmed(office)) == (None, 4)
    for person in people[4:]:
        told(await answer(person, said, "confirmed"))
    assert await confirmed(people[0].client) == 6


async def test_nobody_speaks_for_homes_that_are_not_theirs_to_speak_for(house: House) -> None:
    person, rep = await house.neighbour(0), await house.representative(1)
    proposal = await opened(house)
    elsewhere = await make_building(house.database, house.community_id, 1, code="2")
    for speaker, home in (
        (person, house.building.household_ids[5]),
        (rep, elsewhere.household_ids[0]),
        (rep, new_id()),
    ):
        body = comment(proposal, speaks_for=[str(home)])
        answered = await speaker.client.post("proposal-comments", json=body)
        assert refused(answered) == (422, "not_your_home")


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"position": None}, "position_or_reply"),
        ({"reply_to": str(new_id())}, "position_or_reply"),
        ({"reply_to": str(new_id()), "position": None}, "unknown_comment"),
        ({"words": " "}, "words_or_file"),
        ({"words": "\u200b\u202e"}, "nothing_to_read"),
        ({"version_number": 99}, "unknown_version"),
        ({"position": "maybe"}, "literal_error"),
    ],
)
async def test_a_comment_that_cannot_be_is_refused(
    house: House, change: dict[str, Any], wrong: str
) -> None:
    person, proposal = await house.neighbour(0), await opened(house)
    body = (
        comment(proposal, **change)
        if "position" not in change
        else {
            **comment(proposal),
            **change,
        }
    )
    answered = await person.client.post("proposal-comments", json=body)
    assert refused(answered) == (422, wrong)


async def test_a_photo_or_a_voice_note_may_say_it_without_words(house: House) -> None:
    person, proposal = await house.neighbour(0), await opened(house)
    note = {"sha256": "cd" * 32, "size": 1000, "content_type": "audio/ogg"}
    body = comment(proposal, words="", attachments=[note])
    told(await person.client.post("proposal-comments", json=body))
    listed = await comments_of(person.client, proposal)
    assert listed[body["id"]]["words"] == ""
    assert len(listed[body["id"]]["files"]) == 1


async def test_comments_are_taken_while_open_and_late_ones_for_a_week(house: House) -> None:
    person, proposal = await house.neighbour(0), await opened(house)
    clock.set_clock(lambda: NOW + timedelta(hours=1))
    told(await move(await house.admin(), proposal, "ready_to_decide"))
    now_said = comment(proposal, said_at=(NOW + timedelta(hours=1, minutes=1)).isoformat())
    too_late = await person.client.post("proposal-comments", json=now_said)
    assert refused(too_late) == (409, "comments_not_open")
    clock.set_clock(lambda: NOW + timedelta(days=7))
    in_time = comment(proposal, said_at=(NOW + timedelta(minutes=30)).isoformat())
    assert (await person.client.post("proposal-comments", json=in_time)).status_code == 201
    clock.set_clock(lambda: NOW + timedelta(days=7, hours=2))
    stale = {**in_time, "id": str(new_id())}
    assert refused(await person.client.post("proposal-comments", json=stale)) == (
        409,
        "comments_not_open",
    )


async def test_hidden_words_keep_their_place_their_reason_and_their_author(house: House) -> None:
    author, other = await house.neighbour(0), await house.neighbour(1)
    admin, proposal = await house.admin(), await opened(house)
    said = await say(author, proposal, "against", words="某某家欠钱不还")
    path = f"proposal-comments/{said}/moderation"
    hide = {"id": str(new_id()), "verb": "hide", "reason": "涉及别人的隐私"}
    rep = await house.representative(2)
    assert refused(await rep.client.post(path, json=hide)) == (403, "forbidden")
    first, again = [await admin.post(path, json=hide) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    seen = (await comments_of(other.client, proposal))[said]
    assert (seen["words"], seen["hidden_because"]) == (None, "涉及别人的隐私")
    assert (await comments_of(author.client, proposal))[said]["words"] == "某某家欠钱不还"
    counted = told(await other.client.get(f"proposals/{proposal}"))["positions"]
    assert counted["against"] == 1
    twice = {**hide, "id": str(new_id())}
    assert refused(await admin.post(path, json=twice)) == (409, "hidden_already")
    show = {"id": str(new_id()), "verb": "show", "reason": "已改正"}
    told(await admin.post(path, json=show))
    assert (await comments_of(other.client, proposal))[said]["words"] == "某某家欠钱不还"


async def test_one_word_a_person_on_a_comment_also_from_two_phones_at_once(house: House) -> None:
    author, voter = await house.neighbour(0), await house.neighbour(1)
    proposal = await opened(house)
    said = await say(author, proposal)
    path = f"proposal-comments/{said}/vote"
    second = await house.again(voter)
    words = ["agree", "disagree", "pass", "agree"]
    phones = [voter.client, second, voter.client, second]
    answers = await asyncio.gather(
        *[phone.put(path, json={"vote": word}) for phone, word in zip(phones, words, strict=True)]
    )
    assert {each.status_code for each in answers} == {200}
    told(await voter.client.put(path, json={"vote": "disagree"}))
    shown = (await comments_of(voter.client, proposal))[said]
    assert shown["votes"] == {"agree": 0, "disagree": 1, "pass": 0}
    assert shown["my_vote"] == "disagree"
    own = await author.client.put(path, json={"vote": "agree"})
    assert refused(own) == (422, "own_comment")


async def test_positions_by_building_hide_small_groups_from_all_but_those_responsible(
    house: House,
) -> None:
    rep, proposal = await house.representative(0), await opened(house)
    resident = await house.neighbour(20)
    homes = [str(each) for each in house.building.household_ids]
    await say(rep, proposal, "for", speaks_for=homes[1:9])
    await say(rep, proposal, "against", speaks_for=homes[9:11])
    path = f"proposals/{proposal}/opinions"
    (shown,) = told(await resident.client.get(path))["by_building"]
    assert (shown["homes"], shown["positions"]) == (24, None)
    exact = {"for": 8, "against": 2, "neutral": 0}
    for client in (rep.client, await house.admin()):
        assert told(await client.get(path))["by_building"][0]["positions"] == exact
    other = await house.as_("representative", Scope.BUILDING, new_id())
    assert told(await other.client.get(path))["by_building"][0]["positions"] is None


async def test_the_picture_shows_doors_to_their_representative_and_the_office_only(
    house: House,
) -> None:
    rep, resident, proposal = await house.representative(0), await house.neighbour(2), None
    proposal = await opened(house)
    homes = [str(each) for each in house.building.household_ids]
    said = await say(rep, proposal, "for", speaks_for=homes[:4])
    told(await answer(resident, said, "contradicted"))
    path = f"proposals/{proposal}/picture?building_id={house.building.id}"
    picture = told(await rep.client.get(path))
    marks = {
        door["household_id"]: door["mark"]
        for stairwell in picture["stairwells"]
        for door in stairwell["doors"]
    }
    assert [marks[home] for home in homes[:5]] == ["for", "for", "none", "for", "none"]
    assert refused(await resident.client.get(path)) == (403, "forbidden")
    other = await house.as_("representative", Scope.BUILDING, new_id())
    assert refused(await other.client.get(path)) == (404, "not_found")


async def test_the_map_of_opinions_is_drawn_for_twenty_people_and_no_fewer(house: House) -> None:
    proposal = await opened(house)
    people = [await house.neighbour(door) for door in range(20)]
    said = [
        await say(person, proposal, "for" if turn < 12 else "against")
        for turn, person in enumerate(people[:19])
    ]
    path = f"proposals/{proposal}/opinions"
    few = told(await people[0].client.get(path))
    assert (few["people"], few["people_needed"], few["opinion_map"]) == (19, 20, None)
    for turn, person in enumerate(people):
        for mine in (said[0], said[18]):
            if mine != (said[turn] if turn < 19 else None):
                word = "agree" if (turn < 12) is (mine == said[0]) else "disagree"
                told(await person.client.put(f"proposal-comments/{mine}/vote", json={"vote": word}))
    drawn = told(await people[0].client.get(path))["opinion_map"]
    assert (drawn["people"], sorted(drawn["sizes"])) == (20, [8, 12])
    verdicts = {each["comment_id"]: each["verdict"] for each in drawn["statements"]}
    assert verdicts == {None: "divides", said[0]: "divides", said[18]: "divides"}


async def test_who_has_two_homes_speaks_for_both(house: House) -> None:
    person, proposal = await house.neighbour(0), await opened(house)
    second = house.building.household_ids[7]
    await move_in(house.database, house.community_id, person.account_id, second)
    both = [str(person.household_id), str(second)]
    said = await say(person, proposal, speaks_for=both)
    counts = (await comments_of(person.client, proposal))[said]["homes"]
    assert (counts["confirmed"], counts["speaks_for"]) == (2, 2)
