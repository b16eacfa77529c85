"""What the desk did while the room's network was away arrives later and once; on both databases."""

import asyncio
from typing import Any

import pytest

from factories.clock import Clock
from factories.council import Council, accepted, convene, refused
from factories.meeting_place import MeetingPlace, item
from linli.kernel import clock
from linli.kernel.ids import new_id

pytestmark = pytest.mark.usefixtures("passing")


@pytest.fixture
async def council(place: MeetingPlace, passing: Clock) -> Council:
    """Noticed, on its day and at its hour, with a representative."""
    made = await convene(place, passing)
    await made.noticed()
    made.representatives = [await place.neighbour("representative", "郑国平")]
    return made


def step(council: Council, what: str, about: str | None = None) -> dict[str, Any]:
    told = {"session_id": council.id, "what": what, "about": about}
    return item("desk_step", {**told, "happened_at": clock.now().isoformat()})


def decision(council: Council, motion: str | None = None, at: int = 0) -> dict[str, Any]:
    told = {"session_id": council.id, "agenda_item_id": council.items[at], "words": "选甲牌"}
    return item("decision", {**told, "motion_id": motion})


def action(council: Council, **more: Any) -> dict[str, Any]:
    told = {"session_id": council.id, "words": "贴告示", "due_on": "2026-11-20"}
    told |= {"review_on": "2026-11-27", "owner_account_id": str(council.secretary.account_id)}
    return item("action_item", {**told, **more})


async def test_a_whole_session_held_without_a_network_arrives_in_its_order_and_once(
    council: Council,
) -> None:
    voice = council.representatives[0]
    motion = council.motion(0)
    decided = decision(council, motion["id"])
    sent = [
        council.here(voice),
        step(council, "open"),
        step(council, "take_up", council.items[0]),
        motion,
        council.count(motion["id"], 1, 0, 1),
        decided,
        action(council, decision_id=decided["id"]),
        step(council, "take_up", council.items[1]),
        step(council, "recess"),
        step(council, "open"),
        step(council, "close"),
    ]
    council.passing.pass_by(hours=20)
    await accepted(council.secretary, *sent)
    again = await council.secretary.sync(*sent)
    assert {each["verdict"] for each in again} == {"duplicate"}
    session = await council.secretary.told(council.path)
    assert [each["to_state"] for each in session["steps"]][1:] == [
        "in_session",
        "in_recess",
        "in_session",
        "closed",
    ]
    assert all(each["taken_up_at"] and each["closed_at"] for each in session["agenda"])
    outcome = await council.outcome()
    assert [each["id"] for each in outcome["decisions"]] == [decided["id"]]
    (given,) = outcome["action_items"]
    assert (given["decision_id"], given["decision_words"]) == (decided["id"], "选甲牌")
    (fact,) = await council.place.facts("deliberation.decision.made")
    assert str(fact["subject_id"]) == decided["id"]


async def test_the_floor_is_given_and_taps_are_counted_from_the_desks_outbox(
    council: Council,
) -> None:
    voice = council.representatives[0]
    await accepted(council.secretary, step(council, "open"))
    await council.take_up()
    await council.come(voice)
    await accepted(voice, council.to_speak())
    (up,) = (await council.room())["queue"]
    await accepted(council.secretary, step(council, "call", up["id"]))
    assert (await council.room())["speaking"]["id"] == up["id"]
    assert await refused(council.secretary, step(council, "call", up["id"])) == "hand_is_down"
    await accepted(council.secretary, step(council, "end_turn", up["id"]))
    assert (await council.room())["speaking"] is None
    motion = await council.put()
    await accepted(voice, council.hand(motion))
    assert await refused(council.secretary, step(council, "close")) == "motion_open"
    await accepted(council.secretary, step(council, "count_taps", motion))
    assert (await council.room())["motion"]["outcome"] == "carried"
    assert (await council.secretary.told(council.path))["state"] == "in_session"


async def test_one_bad_step_leaves_nothing_behind_and_holds_up_no_other(council: Council) -> None:
    sent = [step(council, "close"), step(council, "take_up", str(new_id())), step(council, "open")]
    results = await council.secretary.sync(*sent)
    assert [each["verdict"] for each in results] == ["rejected", "rejected", "accepted"]
    await accepted(council.secretary, step(council, "close"))


async def test_a_step_that_names_nothing_where_it_must_is_refused(council: Council) -> None:
    assert await refused(council.secretary, step(council, "take_up")) == "subject_unnamed"
    assert await refused(council.secretary, step(council, "close", str(new_id())))
    resident = await council.place.neighbour("resident")
    assert await refused(resident, step(council, "open")) == "forbidden"


async def test_a_session_opened_on_another_day_is_not_open_however_late_it_is_told(
    council: Council,
) -> None:
    council.passing.pass_by(days=1)
    assert await refused(council.secretary, step(council, "open")) == "session_day_over"


async def test_a_decision_that_cannot_be_is_refused_from_the_outbox_too(council: Council) -> None:
    await accepted(council.secretary, step(council, "open"))
    assert await refused(council.secretary, decision(council)) == "motion_needed"
    unknown = action(council, decision_id=str(new_id()))
    assert await refused(council.secretary, unknown) == "unknown_decision"
    early = action(council, review_on="2026-11-19")
    assert await refused(council.secretary, early) == "review_before_due"


async def test_the_same_decision_sent_by_two_phones_at_once_is_one(
    place: MeetingPlace, passing: Clock
) -> None:
    weekly = await convene(place, passing, "weekly")
    await weekly.opened(representatives=1)
    await weekly.come(*weekly.representatives)
    sent = decision(weekly)
    found = await asyncio.gather(*(weekly.secretary.sync(sent) for _ in range(3)))
    verdicts = sorted(result["verdict"] for (result,) in found)
    assert verdicts == ["accepted", "duplicate", "duplicate"]
    assert len((await weekly.outcome())["decisions"]) == 1


async def test_what_is_said_to_be_done_is_shown_for_review_to_who_can_close_it(
    place: MeetingPlace, passing: Clock
) -> None:
    session = await convene(place, passing, "weekly")
    await session.opened(representatives=1)
    manager = await place.neighbour("property_manager", "陆经理")
    given = action(session, owner_account_id=str(manager.account_id))
    await accepted(session.secretary, given)
    await manager.done(f"action-items/{given['id']}/steps", {"to_state": "done"})
    assert (await session.secretary.told("deliberation/waiting"))["to_review"] == []
    passing.pass_by(days=20)
    social = await place.neighbour("social_worker", "黄燕")
    for office in (session.secretary, social):
        (seen,) = (await office.told("deliberation/waiting"))["to_review"]
        assert (seen["id"], seen["to_review"], seen["mine"]) == (given["id"], True, False)
    assert (await manager.told("deliberation/waiting"))["to_review"] == []
    await social.done(f"action-items/{given['id']}/steps", {"to_state": "closed"})
    assert (await social.told("deliberation/waiting"))["to_review"] == []
