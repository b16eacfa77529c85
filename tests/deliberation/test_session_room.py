"""The room: attendance and quorum, the floor, motions and hands, on both databases."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from factories.clock import Clock
from factories.council import Council, accepted, convene, refused
from factories.meeting_place import MeetingPlace, Neighbour, code
from linli.deliberation.queries.sessions.tables import hands, motions
from linli.kernel import clock
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id

pytestmark = pytest.mark.usefixtures("passing")


@pytest.fixture
async def council(place: MeetingPlace, passing: Clock) -> Council:
    """Open, with three representatives who have not come yet."""
    made = await convene(place, passing)
    await made.opened()
    await made.take_up()
    return made


async def verdicts(council: Council, *sent: tuple[int, dict[str, Any]]) -> list[str]:
    """What several phones hear that send at the same moment."""
    sends = [council.representatives[who].sync(each) for who, each in sent]
    return sorted(result["verdict"] for (result,) in await asyncio.gather(*sends))


async def test_the_quorum_is_counted_live_over_representatives(council: Council) -> None:
    resident = await council.place.neighbour("resident")
    await council.come(resident, council.representatives[0])
    quorum = (await council.room())["quorum"]
    assert (quorum["present"], quorum["mandates"], quorum["least"]) == (1, 3, 2)
    assert (quorum["quorate"], quorum["people"]) == (False, 2)
    await council.come(council.representatives[1])
    assert (await council.room())["quorum"]["quorate"] is True
    await accepted(council.representatives[1], council.here(here=False))
    assert (await council.room())["quorum"]["quorate"] is False


async def test_a_tap_and_the_secretarys_entry_are_one_attendance(council: Council) -> None:
    one = council.representatives[0]
    await accepted(council.secretary, council.here(one))
    await council.come(one)
    room = await council.room()
    assert (room["here"], room["quorum"]["present"]) == ([str(one.account_id)], 1)
    roll = (await council.secretary.told(f"{council.path}/roll"))["items"]
    assert [(each["name"], each["here"]) for each in roll][:2] == [
        ("代表0", True),
        ("代表1", False),
    ]


async def test_news_that_comes_late_does_not_undo_what_happened_after(council: Council) -> None:
    one = council.representatives[0]
    came = council.here()
    council.passing.pass_by(minutes=5)
    await accepted(one, council.here(here=False))
    assert await refused(one, came) == "attendance_newer"
    assert (await council.room())["here"] == []
    council.passing.pass_by(minutes=1)
    await accepted(one, council.here())
    gone = council.here(here=True)
    gone["payload"]["happened_at"] = came["payload"]["happened_at"]
    await accepted(one, gone)
    assert (await council.room())["here"] == [str(one.account_id)]


@pytest.mark.parametrize("minutes", [-12, 9, 720])
async def test_a_phone_whose_clock_is_off_is_heard_in_the_order_of_things(
    council: Council, minutes: int
) -> None:
    one = council.representatives[0]
    await council.come(one)
    council.passing.pass_by(minutes=3)
    await accepted(council.secretary, council.here(one, here=False))
    council.passing.pass_by(minutes=2)
    (result,) = await by_a_clock(one, minutes, council.here())
    assert result["verdict"] == "accepted"
    assert (await council.room())["here"] == [str(one.account_id)]
    council.passing.pass_by(minutes=1)
    await accepted(council.secretary, council.here(one, here=False))
    assert (await council.room())["here"] == []


async def by_a_clock(who: Neighbour, minutes: int, sent: dict[str, Any]) -> list[dict[str, Any]]:
    """What a phone hears that is so many minutes off, and taps now."""
    off = clock.now() + timedelta(minutes=minutes)
    sent["payload"]["happened_at"] = sent["recorded_at"] = off.isoformat()
    head = {"device_id": str(new_id()), "app_version": "test", "device_time": off.isoformat()}
    answer = await who.client.post("sync", json={**head, "items": [sent]})
    found: list[dict[str, Any]] = answer.json()["results"]
    return found


async def test_only_the_secretary_records_somebody_else(council: Council) -> None:
    one, other = council.representatives[:2]
    assert await refused(one, council.here(other)) == "forbidden"
    sent = council.here()
    sent["payload"]["account_id"] = str(new_id())
    assert await refused(council.secretary, sent) == "unknown_account"


async def test_a_three_party_session_is_quorate_when_every_party_is_there(
    place: MeetingPlace, passing: Clock
) -> None:
    session = await convene(place, passing, "three_party")
    await session.opened(representatives=1)
    await session.come(
        session.representatives[0], session.secretary, await place.neighbour("contractor")
    )
    quorum = (await session.room())["quorum"]
    assert (quorum["quorate"], quorum["missing_parties"]) == (False, ["property_manager"])
    await session.come(await place.neighbour("property_manager"))
    assert (await session.room())["quorum"]["quorate"] is True


async def test_who_has_not_spoken_comes_first_and_sides_alternate(council: Council) -> None:
    first, second, third = council.representatives
    await council.come(first, second, third)
    await accepted(first, council.to_speak("for"))
    await accepted(second, council.to_speak("for"))
    await accepted(third, council.to_speak("against"))
    room = await council.room()
    assert [each["name"] for each in room["queue"]] == ["代表0", "代表2", "代表1"]
    call = f"{council.path}/speaking-requests/{room['queue'][0]['id']}/call"
    room = await council.secretary.done(call)
    assert (room["speaking"]["name"], room["speaking"]["side"]) == ("代表0", "for")
    end = call.removesuffix("call") + "end"
    await council.secretary.done(end)
    await accepted(first, council.to_speak("against"))
    room = await council.room()
    assert (room["speaking"], [each["name"] for each in room["queue"]]) == (
        None,
        ["代表2", "代表1", "代表0"],
    )


async def test_a_hand_raised_twice_is_one_hand_and_no_refusal(council: Council) -> None:
    one = council.representatives[0]
    await council.come(one)
    await accepted(one, council.to_speak("for"), council.to_speak("against"))
    (waiting,) = (await council.room())["queue"]
    assert waiting["side"] == "for"


async def test_a_hand_is_taken_down_by_its_owner_or_the_secretary(council: Council) -> None:
    one, other = council.representatives[:2]
    await council.come(one, other)
    await accepted(one, council.to_speak())
    (up,) = (await council.room())["queue"]
    path = f"{council.path}/speaking-requests/{up['id']}/withdrawal"
    assert code(await other.post(path)) == (403, "forbidden")
    assert (await one.done(path))["queue"] == []
    assert code(await council.secretary.post(path)) == (409, "hand_is_down")


async def test_who_is_not_there_neither_speaks_nor_votes(council: Council) -> None:
    one = council.representatives[0]
    assert await refused(one, council.to_speak()) == "not_present"
    motion = await council.put()
    assert await refused(one, council.hand(motion)) == "not_present"


async def test_two_secretaries_who_call_at_once_give_the_floor_to_one(council: Council) -> None:
    first, second = council.representatives[:2]
    await council.come(first, second)
    await accepted(first, council.to_speak("for"))
    await accepted(second, council.to_speak("against"))
    other = await council.place.neighbour("social_worker")
    queue = (await council.room())["queue"]
    same = f"{council.path}/speaking-requests/{queue[0]['id']}/call"
    answers = await asyncio.gather(council.secretary.post(same), other.post(same))
    assert sorted(each.status_code for each in answers) == [200, 409]
    room = await council.room()
    assert room["speaking"]["id"] == queue[0]["id"]
    assert [each["id"] for each in room["queue"]] == [queue[1]["id"]]


async def test_a_motion_carries_with_more_than_half_of_those_present(council: Council) -> None:
    await council.come(*council.representatives)
    motion = await council.put()
    await accepted(council.representatives[0], council.hand(motion))
    room = await council.room()
    assert (room["motion"]["agree"], room["motion"]["outcome"], len(room["raised"])) == (1, None, 1)
    await accepted(council.representatives[1], council.hand(motion))
    room = await council.secretary.done(f"{council.path}/motions/{motion}/closing")
    told = {name: room["motion"][name] for name in ("agree", "oppose", "present", "outcome", "how")}
    assert told == {"agree": 2, "oppose": 0, "present": 3, "outcome": "carried", "how": "hands"}


async def test_without_a_quorum_a_motion_is_not_decided(council: Council) -> None:
    await council.come(council.representatives[0])
    motion = await council.put()
    await accepted(council.representatives[0], council.hand(motion))
    room = await council.secretary.done(f"{council.path}/motions/{motion}/closing")
    assert room["motion"]["outcome"] == "no_quorum"


async def test_only_representatives_raise_a_hand_and_who_lost_the_grant_is_not_counted(
    council: Council,
) -> None:
    resident = await council.place.neighbour("resident")
    await council.come(resident, *council.representatives)
    motion = await council.put()
    assert await refused(resident, council.hand(motion)) == "forbidden"


async def test_a_repeat_that_races_with_the_first_is_a_repeat_and_no_second(
    council: Council,
) -> None:
    await council.come(*council.representatives)
    motion = council.motion(0)
    sent = await asyncio.gather(*(council.secretary.sync(motion) for _ in range(4)))
    told = [result["verdict"] for (result,) in sent]
    assert sorted(told) == ["accepted", "duplicate", "duplicate", "duplicate"]


async def test_two_hands_of_one_representative_at_once_are_one_hand(council: Council) -> None:
    await council.come(*council.representatives)
    motion = await council.put()
    sent = [(0, council.hand(motion, choice)) for choice in ("agree", "oppose")]
    assert await verdicts(council, *sent) == ["accepted", "rejected"]
    assert len((await council.room())["raised"]) == 1


async def test_hands_of_all_at_once_are_all_counted(council: Council) -> None:
    await council.come(*council.representatives)
    motion = await council.put()
    sent = [(who, council.hand(motion)) for who in range(3)]
    assert await verdicts(council, *sent) == ["accepted"] * 3
    room = await council.secretary.done(f"{council.path}/motions/{motion}/closing")
    assert room["motion"]["agree"] == 3


async def test_the_database_itself_holds_one_hand_and_one_open_motion(council: Council) -> None:
    await council.come(*council.representatives)
    motion = await council.put()
    await accepted(council.representatives[0], council.hand(motion))

    async def again(target: Any, **changes: Any) -> None:
        c = target.c
        async with council.place.database.transaction(write=True) as tx:
            await tx.enter(council.place.community_id)
            mine = c.community_id == council.place.community_id
            row: Row | None = await tx.row(select(target).where(mine))
            await tx.execute(insert(target).values({**(row or {}), "id": new_id(), **changes}))

    with pytest.raises(IntegrityError):
        await again(hands, choice="oppose")
    with pytest.raises(IntegrityError):
        await again(motions, words="another")


async def test_a_hand_that_arrives_after_the_count_changes_nothing(council: Council) -> None:
    await council.come(*council.representatives)
    motion = await council.put()
    late = council.hand(motion, "oppose")
    await council.secretary.done(f"{council.path}/motions/{motion}/closing")
    assert await refused(council.representatives[0], late) == "motion_over"
    outcome = (await council.outcome())["motions"][0]
    assert (outcome["oppose"], outcome["outcome"]) == (0, "lost")


async def test_the_secretary_counts_hands_in_the_room_while_the_network_is_down(
    council: Council,
) -> None:
    one = council.representatives[0]
    attendance = [council.here(who) for who in council.representatives]
    motion = council.motion()
    counted = council.count(motion["id"], 2, 1, 3)
    council.passing.pass_by(minutes=20)
    await accepted(council.secretary, *attendance, motion, counted)
    room = await council.room(one)
    told = {name: room["motion"][name] for name in ("agree", "oppose", "present", "outcome", "how")}
    assert told == {"agree": 2, "oppose": 1, "present": 3, "outcome": "carried", "how": "counted"}
    again = await council.secretary.sync(*attendance, motion, counted)
    assert {result["verdict"] for result in again} == {"duplicate"}
    assert await refused(one, council.hand(motion["id"])) == "motion_over"


async def test_a_count_is_for_hands_without_phones_and_never_overrules_a_tap(
    council: Council,
) -> None:
    tapping, quiet = council.representatives[:2]
    await council.come(tapping)
    motion = await council.put()
    await accepted(tapping, council.hand(motion, "oppose"))
    crowd = council.count(motion, 2, 0, 2)
    assert await refused(council.secretary, crowd) == "more_than_roll"
    await accepted(council.secretary, council.here(quiet))
    flat = council.count(motion, 1, 0, 2)
    assert await refused(council.secretary, flat) == "fewer_than_tapped"
    await accepted(council.secretary, council.count(motion, 1, 1, 2))
    told = (await council.room())["motion"]
    assert [told[name] for name in ("agree", "oppose", "present", "outcome")] == [1, 1, 2, "lost"]


async def test_who_tapped_neither_is_not_counted_for_a_side(council: Council) -> None:
    await council.come(*council.representatives)
    motion = await council.put()
    await accepted(council.representatives[0], council.hand(motion, "abstain"))
    every = council.count(motion, 3, 0, 3)
    assert await refused(council.secretary, every) == "more_hands_than_present"
    await accepted(council.secretary, council.count(motion, 2, 0, 3))


async def test_the_quorum_of_a_count_is_that_of_the_roll(council: Council) -> None:
    await council.come(council.representatives[0])
    motion = await council.put()
    await accepted(council.secretary, council.count(motion, 1, 0, 1))
    assert (await council.room())["motion"]["outcome"] == "no_quorum"


async def test_a_count_that_cannot_be_is_refused(council: Council) -> None:
    await council.come(*council.representatives)
    motion = await council.put()
    too_many = council.count(motion, 3, 1, 3)
    assert await refused(council.secretary, too_many) == "more_hands_than_present"
    crowd = council.count(motion, 3, 1, 4)
    assert await refused(council.secretary, crowd) == "more_than_roll"
    unknown = council.count(str(new_id()), 1, 0, 1)
    assert await refused(council.secretary, unknown) == "unknown_motion"


async def test_one_motion_at_a_time(council: Council) -> None:
    await council.put()
    assert await refused(council.secretary, council.motion(1)) == "motion_open"
    over = await council.secretary.post(f"{council.path}/closing")
    assert code(over) == (409, "motion_open")
    taken = f"{council.path}/agenda-items/{council.items[1]}/taking-up"
    assert code(await council.secretary.post(taken)) == (409, "motion_open")


async def test_two_secretaries_who_close_at_once_count_once(council: Council) -> None:
    await council.come(*council.representatives)
    motion = await council.put()
    other = await council.place.neighbour("social_worker")
    path = f"{council.path}/motions/{motion}/closing"
    answers = await asyncio.gather(council.secretary.post(path), other.post(path))
    assert sorted(each.status_code for each in answers) == [200, 409]
    assert len(await council.place.facts("deliberation.motion.decided")) == 1


async def test_going_on_to_an_item_closes_the_one_before(council: Council) -> None:
    one = council.representatives[0]
    await council.come(one)
    await accepted(one, council.to_speak())
    await council.take_up(1)
    room = await council.room()
    assert (room["item_id"], room["queue"]) == (council.items[1], [])
    assert await refused(one, council.to_speak(at=0)) == "item_over"
    await council.take_up(0)
    assert (await council.room())["item_id"] == council.items[0]


async def test_nothing_new_is_answered_with_304_and_something_new_with_all(
    council: Council,
) -> None:
    resident = await council.place.neighbour("resident")
    first = await resident.get(f"{council.path}/room")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert first.headers["Cache-Control"] == "private, no-cache"
    same = await resident.get(f"{council.path}/room", headers=tag)
    assert (same.status_code, same.content) == (304, b"")
    await council.come(council.representatives[0])
    new = await resident.get(f"{council.path}/room", headers=tag)
    assert (new.status_code, new.json()["quorum"]["present"]) == (200, 1)


async def test_every_change_that_shows_moves_the_tag(council: Council) -> None:
    ticks = [(await council.room())["tick"]]

    async def moved() -> None:
        ticks.append((await council.room())["tick"])
        assert ticks[-1] > ticks[-2]

    one = council.representatives[0]
    for sent in (council.here(), council.to_speak()):
        await accepted(one, sent)
        await moved()
    motion = await council.put()
    await moved()
    await accepted(one, council.hand(motion))
    await moved()
    for path in (
        f"motions/{motion}/closing",
        f"speaking-requests/{(await council.room())['queue'][0]['id']}/call",
        f"agenda-items/{council.items[1]}/taking-up",
        "recess",
    ):
        await council.secretary.done(f"{council.path}/{path}")
        await moved()
