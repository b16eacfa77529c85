"""Feedback through the API and the phone's batches, on both databases."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from factories.clock import Clock
from factories.meeting_place import MeetingPlace, Neighbour, code, item
from linli.kernel import clock
from linli.kernel.ids import new_id

MONDAY = datetime(2026, 11, 2, 2, tzinfo=UTC)
"""Ten in the morning in Shanghai."""
PHOTO = {"sha256": "c" * 64, "size": 1000, "content_type": "image/jpeg"}


@pytest.fixture(autouse=True)
def time_passing() -> Iterator[Clock]:
    passing = Clock()
    passing.moment = MONDAY
    clock.set_clock(passing)
    yield passing
    clock.set_clock(None)


def report(place: MeetingPlace, **more: Any) -> dict[str, Any]:
    return {
        "kind": "lighting",
        "building_id": str(place.building.id),
        "stairwell_id": str(place.building.stairwell_ids[0]),
        "floor": 2,
        "words": "二楼的灯不亮",
        "happened_at": clock.now().isoformat(),
        **more,
    }


async def reported(place: MeetingPlace, by: Neighbour, **more: Any) -> str:
    sent = item("feedback", report(place, **more))
    (result,) = await by.sync(sent)
    assert result["verdict"] == "accepted", result
    return str(result["id"])


async def listed(who: Neighbour, which: str = "open") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await who.told(f"feedback?which={which}"))["items"]
    return found


async def answered(who: Neighbour, one: str, on: str = "2026-11-05") -> None:
    await who.done(f"feedback/{one}/answer", {"words": "换灯泡", "promised_on": on})


async def test_what_was_recorded_offline_arrives_days_later_and_keeps_its_day(
    place: MeetingPlace, time_passing: Clock
) -> None:
    resident = await place.neighbour("resident", home=0)
    sent = item("feedback", report(place), attachments=[PHOTO])
    time_passing.pass_by(days=3)
    (first,) = await resident.sync(sent)
    assert (first["verdict"], first["attachments"][0]["state"]) == ("accepted", "missing")
    (again,) = await resident.sync(sent)
    assert (again["verdict"], again["receipt"]) == ("duplicate", first["receipt"])
    (one,) = await listed(resident)
    assert (one["reported_on"], one["days_open"]) == ("2026-11-02", 3)


async def test_a_day_begins_at_midnight_of_the_community_not_of_greenwich(
    place: MeetingPlace, time_passing: Clock
) -> None:
    resident = await place.neighbour("resident")
    time_passing.moment = datetime(2026, 11, 2, 15, 59, tzinfo=UTC)
    await reported(place, resident)
    assert [one["days_open"] for one in await listed(resident)] == [0]
    time_passing.pass_by(minutes=1)
    assert [one["days_open"] for one in await listed(resident)] == [1]


async def test_a_phone_whose_clock_is_ahead_makes_no_report_of_tomorrow(
    place: MeetingPlace,
) -> None:
    resident = await place.neighbour("resident")
    await reported(place, resident, happened_at=(clock.now() + timedelta(days=400)).isoformat())
    (one,) = await listed(resident)
    assert (one["reported_on"], one["days_open"]) == ("2026-11-02", 0)


async def test_other_words_under_the_same_id_are_a_conflict(place: MeetingPlace) -> None:
    resident = await place.neighbour("resident")
    sent = item("feedback", report(place))
    await resident.sync(sent)
    (other,) = await resident.sync({**sent, "payload": report(place, words="三楼")})
    assert other["verdict"] == "conflict"
    assert [error["pointer"] for error in other["problem"]["errors"]] == ["/payload/words"]


async def test_a_place_that_does_not_exist_is_refused_and_takes_no_other_item_with_it(
    place: MeetingPlace,
) -> None:
    resident = await place.neighbour("resident")
    wrong = item("feedback", report(place, building_id=str(new_id())))
    well = item("feedback", report(place, stairwell_id=str(new_id())))
    outside = item("feedback", {"kind": "dust", "floor": 1, "happened_at": MONDAY.isoformat()})
    good = item("feedback", report(place))
    results = await resident.sync(wrong, well, outside, good)
    assert [each["verdict"] for each in results] == ["rejected"] * 3 + ["accepted"]
    told = [each["problem"]["errors"][0]["code"] for each in results[:3]]
    assert told == ["unknown_place", "unknown_stairwell", "place_without_building"]


async def test_a_report_needs_words_a_photo_or_a_place(place: MeetingPlace) -> None:
    resident = await place.neighbour("resident")
    nothing = {"kind": "other", "happened_at": MONDAY.isoformat()}
    empty = item("feedback", nothing)
    photo = item("feedback", nothing, attachments=[PHOTO])
    told = [
        item("feedback", {**nothing, **one})
        for one in (
            {"words": "有味道"},
            {"place": "车棚"},
            {"building_id": str(place.building.id)},
        )
    ]
    results = await resident.sync(empty, photo, *told)
    assert [each["verdict"] for each in results] == ["rejected"] + ["accepted"] * 4
    (error,) = results[0]["problem"]["errors"]
    assert (error["pointer"], error["code"]) == ("/payload/words", "says_nothing")
    alone = await resident.post("feedback", {**nothing, "id": str(new_id())})
    assert code(alone) == (422, "invalid")
    assert alone.json()["errors"][0]["code"] == "says_nothing"


async def test_nobody_learns_who_reported_and_whoever_answers_only_the_building(
    place: MeetingPlace,
) -> None:
    reporter = await place.neighbour("resident", "张三丰", home=0)
    other = await place.neighbour("resident", "李四光")
    contractor = await place.neighbour("contractor")
    sent = item("feedback", report(place), attachments=[PHOTO])
    await reporter.sync(sent)
    one = f"feedback/{sent['id']}"
    for who in (other, contractor):
        text = (await who.get(one)).text
        assert "张三丰" not in text
        assert str(reporter.account_id) not in text
    seen = {
        name: await who.told(one)
        for name, who in {"reporter": reporter, "other": other, "contractor": contractor}.items()
    }
    assert {name: each["mine"] for name, each in seen.items()} == {
        "reporter": True,
        "other": False,
        "contractor": False,
    }
    assert {name: each["reporter_building"] for name, each in seen.items()} == {
        "reporter": None,
        "other": None,
        "contractor": "1",
    }
    assert {name: len(each["files"]) for name, each in seen.items()} == {
        "reporter": 1,
        "other": 0,
        "contractor": 1,
    }
    receipt = await other.get(f"receipts/{sent['id']}")
    assert str(reporter.account_id) not in receipt.text


async def test_similar_reports_are_shown_nearest_first(place: MeetingPlace) -> None:
    resident = await place.neighbour("resident")
    far = await reported(place, resident, building_id=None, stairwell_id=None, floor=None)
    near = await reported(place, resident)
    await reported(place, resident, kind="noise", building_id=None, stairwell_id=None, floor=None)
    same_stairs = await reported(place, resident, kind="dust", floor=3)
    asked = f"kind=lighting&building_id={place.building.id}"
    asked += f"&stairwell_id={place.building.stairwell_ids[0]}&floor=1"
    found = (await resident.told(f"feedback/similar?{asked}"))["items"]
    assert [one["id"] for one in found] == [near, far, same_stairs]
    assert code(await resident.get("feedback/similar?kind=smell")) == (422, "invalid")


async def test_the_same_again_is_joined_and_its_home_is_counted(place: MeetingPlace) -> None:
    first, second = [await place.neighbour("resident", home=home) for home in (0, 1)]
    one = await reported(place, first)
    again = await reported(place, second, same_as=one)
    third = await reported(place, second, same_as=again)
    (shown,) = await listed(first)
    assert (shown["id"], shown["homes"]) == (one, 2)
    assert (await listed(second))[0]["mine"] is True
    mine = {each["id"]: each["merged_into_id"] for each in await listed(second, "mine")}
    assert list(mine.items()) == [(third, one), (again, one)], "the newest first"


async def test_the_same_as_something_that_has_ended_stands_for_itself(
    place: MeetingPlace,
) -> None:
    resident = await place.neighbour("resident")
    office = await place.neighbour("community_admin")
    one = await reported(place, resident)
    await office.done(f"feedback/{one}/declining", {"reason": "不归小区管"})
    again = await reported(place, resident, same_as=one)
    assert [each["id"] for each in await listed(resident)] == [again]


async def test_from_the_report_to_the_reporters_yes(
    place: MeetingPlace, time_passing: Clock
) -> None:
    reporter = await place.neighbour("resident")
    contractor = await place.neighbour("contractor")
    one = await reported(place, reporter)
    assert [each["id"] for each in await listed(contractor, "to_answer")] == [one]
    await answered(contractor, one)
    assert await listed(contractor, "to_answer") == []
    time_passing.pass_by(days=2)
    await contractor.done(f"feedback/{one}/fixing", {"words": "换好了"})
    assert [each["id"] for each in await listed(reporter, "asked")] == [one]
    assert await listed(contractor, "asked") == []
    closed = await reporter.done(f"feedback/{one}/confirmation")
    assert (closed["state"], closed["days_open"]) == ("closed", 2)
    assert [(step["to_state"], step["part"]) for step in closed["steps"]] == [
        ("reported", "reporter"),
        ("answered", "contractor"),
        ("said_fixed", "contractor"),
        ("closed", "reporter"),
    ]
    time_passing.pass_by(days=3)
    (ended,) = await listed(reporter, "ended")
    assert ended["days_open"] == 2
    (fact,) = await place.facts("deliberation.feedback.closed")
    assert fact["actor_id"] is None


async def test_not_fixed_opens_it_again_and_it_waits_for_an_answer(place: MeetingPlace) -> None:
    reporter = await place.neighbour("resident")
    contractor = await place.neighbour("contractor")
    one = await reported(place, reporter)
    await answered(contractor, one)
    await contractor.done(f"feedback/{one}/fixing")
    again = await reporter.done(f"feedback/{one}/reopening", {"reason": "还是不亮"})
    assert (again["state"], again["promised_on"]) == ("reopened", None)
    assert [each["id"] for each in await listed(contractor, "to_answer")] == [one]


async def test_without_an_answer_it_is_closed_and_can_be_opened_once_more_only(
    place: MeetingPlace, time_passing: Clock
) -> None:
    reporter = await place.neighbour("resident")
    contractor = await place.neighbour("contractor")
    one = await reported(place, reporter)

    async def until_closed() -> dict[str, Any]:
        day = (clock.now() + timedelta(days=2)).date().isoformat()
        await answered(contractor, one, day)
        await contractor.done(f"feedback/{one}/fixing")
        time_passing.pass_by(days=7, seconds=1)
        await place.work()
        found: dict[str, Any] = await reporter.told(f"feedback/{one}")
        return found

    shut = await until_closed()
    assert (shut["state"], shut["may_reopen"], shut["steps"][-1]["part"]) == (
        "closed",
        True,
        "system",
    )
    await reporter.done(f"feedback/{one}/reopening", {"reason": "又坏了"})
    shut = await until_closed()
    assert (shut["state"], shut["may_reopen"]) == ("closed", False)
    refused = await reporter.post(f"feedback/{one}/reopening", {"reason": "又坏了"})
    assert code(refused) == (409, "reopened_before")
    assert len(await place.facts("deliberation.feedback.not_contradicted")) == 2


async def test_a_broken_promise_is_shown_and_reminded_of_until_something_happens(
    place: MeetingPlace, time_passing: Clock
) -> None:
    reporter = await place.neighbour("resident")
    contractor = await place.neighbour("contractor")
    one = await reported(place, reporter)
    await answered(contractor, one, "2026-11-05")
    reminders = "deliberation.feedback.reminded"
    time_passing.moment = datetime(2026, 11, 5, 15, 59, tzinfo=UTC)
    await place.work()
    assert [each["overdue"] for each in await listed(reporter)] == [False]
    assert await place.facts(reminders) == []
    time_passing.pass_by(minutes=1)
    await place.work()
    assert [each["overdue"] for each in await listed(reporter)] == [True]
    assert len(await place.facts(reminders)) == 1
    time_passing.pass_by(days=3)
    await place.work()
    assert len(await place.facts(reminders)) == 2
    assert [each["state"] for each in await listed(reporter)] == ["on_agenda"]
    await answered(contractor, one, "2026-11-20")
    await contractor.done(f"feedback/{one}/fixing")
    time_passing.pass_by(days=3)
    await place.work()
    assert len(await place.facts(reminders)) == 2


@pytest.mark.parametrize(
    ("verb", "body"),
    [
        ("answer", {"words": "x", "promised_on": "2026-11-05"}),
        ("fixing", {}),
        ("declining", {"reason": "x"}),
        ("joining", {"into_id": str(new_id()), "reason": "x"}),
    ],
)
async def test_only_whoever_answers_may_answer(
    place: MeetingPlace, verb: str, body: dict[str, str]
) -> None:
    resident = await place.neighbour("resident")
    one = await reported(place, resident)
    told = {}
    for role in ("contractor", "property_manager", "community_admin", "building_lead"):
        who = await place.neighbour(role)
        told[role] = (await who.post(f"feedback/{one}/{verb}", body)).status_code
    assert told.pop("building_lead") == 403
    assert 403 not in told.values()
    assert code(await resident.post(f"feedback/{one}/{verb}", body)) == (403, "forbidden")


async def test_only_its_reporter_says_whether_it_is_fixed(place: MeetingPlace) -> None:
    reporter, other = [await place.neighbour("resident") for _ in range(2)]
    one = await reported(place, reporter)
    for verb, body in (("confirmation", {}), ("reopening", {"reason": "x"})):
        assert code(await other.post(f"feedback/{one}/{verb}", body)) == (403, "forbidden")
    early = await reporter.post(f"feedback/{one}/confirmation")
    assert code(early) == (409, "feedback_moved")


async def test_a_day_that_has_passed_cannot_be_promised(place: MeetingPlace) -> None:
    contractor = await place.neighbour("contractor")
    one = await reported(place, contractor)
    body = {"words": "昨天", "promised_on": "2026-11-01"}
    refused = await contractor.post(f"feedback/{one}/answer", body)
    assert refused.json()["errors"][0]["code"] == "day_is_past"
    far = await contractor.post(f"feedback/{one}/answer", {**body, "promised_on": "2027-11-03"})
    assert far.json()["errors"][0]["code"] == "day_too_far"
    await answered(contractor, one, "2027-11-02")


async def test_two_answers_at_once_are_one_answer_and_one_refusal(place: MeetingPlace) -> None:
    contractor = await place.neighbour("contractor")
    manager = await place.neighbour("property_manager")
    one = await reported(place, contractor)
    body = {"words": "我们来", "promised_on": "2026-11-05"}
    path = f"feedback/{one}/answer"
    answers = await asyncio.gather(contractor.post(path, body), manager.post(path, body))
    assert sorted(each.status_code for each in answers) == [200, 409]
    steps = (await contractor.told(f"feedback/{one}"))["steps"]
    assert [step["to_state"] for step in steps] == ["reported", "answered"]


async def test_twenty_parallel_posts_of_one_report_are_one_report(place: MeetingPlace) -> None:
    resident = await place.neighbour("resident")
    body = {"id": str(new_id()), **report(place)}
    answers = await asyncio.gather(*(resident.post("feedback", body) for _ in range(20)))
    assert sorted(each.status_code for each in answers) == [200] * 19 + [201]
    assert len({each.json()["receipt"]["leaf_hash"] for each in answers}) == 1
    assert len(await listed(resident)) == 1


async def test_a_report_joined_by_the_office_brings_its_homes_along(place: MeetingPlace) -> None:
    first, second, third = [await place.neighbour("resident", home=home) for home in range(3)]
    office = await place.neighbour("community_admin")
    one, other = await reported(place, first), await reported(place, second)
    await reported(place, third, same_as=other)
    joined = await office.done(f"feedback/{other}/joining", {"into_id": one, "reason": "同一盏灯"})
    assert joined["merged_into_id"] == one
    assert [(each["id"], each["homes"]) for each in await listed(first)] == [(one, 3)]
    wrong = await office.post(f"feedback/{one}/joining", {"into_id": other, "reason": "x"})
    assert wrong.json()["errors"][0]["code"] == "unknown_report"


async def test_who_answered_a_report_does_not_confirm_it_for_its_reporter(
    place: MeetingPlace,
) -> None:
    office = await place.neighbour("community_admin")
    neighbour = await place.neighbour("resident")
    one = await reported(place, office)
    await reported(place, neighbour, same_as=one)
    await answered(office, one)
    await office.done(f"feedback/{one}/fixing")
    told = await office.told(f"feedback/{one}")
    assert (told["mine"], told["may_confirm"]) == (True, False)
    assert await listed(office, "asked") == []
    assert code(await office.post(f"feedback/{one}/confirmation")) == (403, "own_work")
    assert [each["id"] for each in await listed(neighbour, "asked")] == [one]
    assert (await neighbour.told(f"feedback/{one}"))["may_confirm"] is True
    await neighbour.done(f"feedback/{one}/confirmation")


async def test_only_the_same_kind_near_by_is_joined_by_who_answers(place: MeetingPlace) -> None:
    resident, contractor = (
        await place.neighbour("resident"),
        await place.neighbour("contractor"),
    )
    noise = await reported(place, resident, kind="noise")
    nowhere = {"building_id": None, "stairwell_id": None, "floor": None}
    outside = await reported(place, resident, **nowhere)
    into = await reported(place, contractor, kind="lighting")
    for one in (noise, outside):
        body = {"into_id": into, "reason": "一回事"}
        refused = await contractor.post(f"feedback/{one}/joining", body)
        assert refused.json()["errors"][0]["code"] == "another_matter"
    assert len(await listed(resident)) == 3


async def test_a_reporter_takes_the_own_report_out_again_and_it_stays_apart(
    place: MeetingPlace,
) -> None:
    first, second = [await place.neighbour("resident", home=home) for home in (0, 1)]
    office = await place.neighbour("community_admin")
    one, other = await reported(place, first), await reported(place, second)
    joining = {"into_id": one, "reason": "同一盏灯"}
    assert code(await second.post(f"feedback/{other}/separation", {"reason": "x"})) == (
        409,
        "feedback_moved",
    )
    await office.done(f"feedback/{other}/joining", joining)
    assert (await second.told(f"feedback/{other}"))["may_separate"] is True
    for who in (first, office):
        assert (await who.told(f"feedback/{other}"))["may_separate"] is False
        refused = await who.post(f"feedback/{other}/separation", {"reason": "x"})
        assert code(refused) == (403, "forbidden")
    apart = await second.done(f"feedback/{other}/separation", {"reason": "我说的是另一盏"})
    assert (apart["state"], apart["merged_into_id"], apart["homes"]) == ("reported", None, 1)
    assert {each["id"]: each["homes"] for each in await listed(first)} == {one: 1, other: 1}
    assert [each["id"] for each in await listed(office, "to_answer")] == [one, other]
    (fact,) = await place.facts("deliberation.feedback.separated")
    assert fact["actor_id"] is None
    again = await office.post(f"feedback/{other}/joining", joining)
    assert again.json()["errors"][0]["code"] == "another_matter"


async def test_of_two_reports_joined_to_each_other_at_once_one_stays_open(
    place: MeetingPlace,
) -> None:
    resident, office = await place.neighbour("resident"), await place.neighbour("community_admin")
    one, other = await reported(place, resident), await reported(place, resident)
    answers = await asyncio.gather(
        *(
            office.post(f"feedback/{each}/joining", {"into_id": into, "reason": "同一盏灯"})
            for each, into in ((one, other), (other, one))
        )
    )
    assert sorted(each.status_code for each in answers) == [200, 422]
    assert len(await listed(resident)) == 1
