"""Planning a session, its notice, and the agenda that the notice freezes; on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from factories.clock import Clock
from factories.community import make_project
from factories.council import Council, accepted, convene, refused
from factories.meeting_place import MeetingPlace, Neighbour, code, item
from linli.deliberation.queries.sessions.tables import agenda
from linli.kernel import clock
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id

pytestmark = pytest.mark.usefixtures("passing")


@pytest.fixture
async def council(place: MeetingPlace, passing: Clock) -> Council:
    return await convene(place, passing)


async def test_a_session_is_planned_once_and_seen_by_everybody(council: Council) -> None:
    body = council.plan()
    first, again = [await council.secretary.post("sessions", body) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    other = await council.secretary.post("sessions", {**body, "title": "x"})
    assert code(other) == (409, "conflict")
    resident = await council.place.neighbour("resident")
    (seen,) = (await resident.told("sessions"))["items"]
    assert (seen["id"], seen["held_on"], seen["state"]) == (council.id, "2026-11-10", "planned")


async def test_only_the_office_holds_sessions(council: Council) -> None:
    told = {}
    for role in ("building_lead", "representative", "contractor", "resident", "social_worker"):
        who = await council.place.neighbour(role)
        body = {**council.plan(), "id": str(new_id())}
        told[role] = (await who.post("sessions", body)).status_code
    assert told.pop("social_worker") == 201
    assert set(told.values()) == {403}


async def test_a_notice_comes_so_many_days_ahead_as_the_city_says(council: Council) -> None:
    await council.planned("选品牌", in_days=6)
    early = await council.secretary.post(f"{council.path}/notice")
    assert code(early) == (409, "session_notice_too_short")
    assert "2026-11-09" in early.json()["detail"]
    other = Council(council.place, council.passing, council.secretary)
    await other.planned("选品牌", in_days=7)
    noticed = await council.secretary.done(f"{other.path}/notice")
    assert (noticed["state"], noticed["noticed_on"]) == ("noticed", "2026-11-02")
    assert [each["decidable"] for each in noticed["agenda"]] == [True]


async def test_a_notice_without_an_agenda_says_nothing(council: Council) -> None:
    await council.planned()
    refusal = await council.secretary.post(f"{council.path}/notice")
    assert code(refusal) == (409, "agenda_empty")


async def test_before_the_notice_the_agenda_is_edited_against_the_version_seen(
    council: Council,
) -> None:
    await council.planned("选品牌", "定时间")
    path, client = f"{council.path}/agenda-items/{council.items[0]}", council.secretary.client
    changed = await client.patch(path, json={"title": "选电梯"}, headers={"If-Match": '"1"'})
    assert changed.json()["agenda"][0]["title"] == "选电梯"
    stale = await client.patch(path, json={"title": "x"}, headers={"If-Match": '"1"'})
    assert code(stale) == (412, "changed_meanwhile")
    await council.secretary.done(f"{path}/withdrawal")
    left = (await council.secretary.told(council.path))["agenda"]
    assert [each["id"] for each in left] == council.items[1:]
    last = {"position": 9}
    assert (await client.patch(path, json=last, headers={"If-Match": '"3"'})).status_code == 404


async def test_after_the_notice_what_it_announced_stays_as_it_is(council: Council) -> None:
    await council.noticed("选品牌")
    path, client = f"{council.path}/agenda-items/{council.items[0]}", council.secretary.client
    change = await client.patch(path, json={"title": "x"}, headers={"If-Match": '"1"'})
    assert code(change) == (409, "agenda_frozen")
    gone = await council.secretary.post(f"{path}/withdrawal")
    assert code(gone) == (409, "agenda_frozen")
    assert gone.json()["detail"].startswith("Everybody was told")


async def test_what_came_after_the_notice_is_talked_about_and_not_decided(
    council: Council,
) -> None:
    await council.opened("选品牌")
    await council.come(*council.representatives)
    await council.put_on("昨晚漏水")
    await council.take_up(1)
    await accepted(council.representatives[0], council.to_speak(at=1))
    assert await refused(council.secretary, council.motion(1)) == "item_not_noticed"
    body = {"id": str(new_id()), "agenda_item_id": council.items[1], "words": "马上修"}
    decided = await council.secretary.post(f"{council.path}/decisions", body)
    assert code(decided) == (409, "item_not_noticed")
    assert decided.json()["detail"].endswith("decided next time.")


async def test_what_was_changed_behind_the_notice_cannot_be_decided(council: Council) -> None:
    await council.opened("选品牌")
    await council.come(*council.representatives)
    async with council.place.database.transaction(write=True) as tx:
        await tx.enter(council.place.community_id)
        mine = agenda.c.community_id == council.place.community_id
        await tx.execute(update(agenda).where(mine).values(title="选乙牌"))
    assert await refused(council.secretary, council.motion()) == "item_changed_after_notice"
    (shown,) = (await council.secretary.told(council.path))["agenda"]
    assert shown["decidable"] is False


async def test_the_notice_and_its_agenda_are_in_the_log(council: Council) -> None:
    await council.noticed("选品牌")
    (fact,) = await council.place.facts("deliberation.session.noticed")
    assert council.items[0] in fact["leaf"]


async def test_a_session_opens_on_its_day_and_not_before(council: Council) -> None:
    await council.planned("选品牌", in_days=8)
    await council.secretary.done(f"{council.path}/notice")
    for moment, why in (
        (datetime(2026, 11, 9, 15, 59, tzinfo=UTC), "session_not_yet"),
        (datetime(2026, 11, 10, 0, 59, tzinfo=UTC), "session_not_yet"),
        (datetime(2026, 11, 10, 16, 0, tzinfo=UTC), "session_day_over"),
    ):
        council.passing.moment = moment
        refusal = await council.secretary.post(f"{council.path}/opening")
        assert code(refusal) == (409, why)
        assert "2026-11-10" in refusal.json()["detail"]
    council.passing.moment = datetime(2026, 11, 10, 1, 0, tzinfo=UTC)
    opened = await council.secretary.done(f"{council.path}/opening")
    assert opened["state"] == "in_session"


async def test_a_recess_may_outlast_the_day(council: Council) -> None:
    await council.opened()
    await council.secretary.done(f"{council.path}/recess")
    council.passing.pass_by(days=1)
    assert (await council.secretary.done(f"{council.path}/opening"))["state"] == "in_session"


def postponement(council: Council, **by: float) -> dict[str, str]:
    starts = council.passing.moment + timedelta(**by)
    return {"starts_at": starts.isoformat(), "reason": "停电"}


async def test_a_session_whose_day_is_over_needs_another_day_and_another_notice(
    council: Council,
) -> None:
    await council.noticed("选品牌")
    early = await council.place.neighbour("representative")
    await accepted(early, council.here())
    council.passing.pass_by(days=1)
    path = f"{council.path}/postponement"
    assert code(await early.post(path, postponement(council, days=8))) == (403, "forbidden")
    later = await council.secretary.done(path, postponement(council, days=8))
    told = (later["state"], later["held_on"], later["noticed_on"], later["steps"][-1]["reason"])
    assert told == ("planned", "2026-11-19", None, "停电")
    assert (await council.room())["here"] == []
    unannounced = await council.secretary.post(f"{council.path}/opening")
    assert code(unannounced) == (409, "session_moved")
    item_path = f"{council.path}/agenda-items/{council.items[0]}"
    changed = await council.secretary.client.patch(
        item_path, json={"title": "选电梯"}, headers={"If-Match": '"1"'}
    )
    assert changed.status_code == 200
    again = await council.secretary.done(f"{council.path}/notice")
    assert [(each["title"], each["decidable"]) for each in again["agenda"]] == [("选电梯", True)]
    council.passing.pass_by(days=8)
    await council.secretary.done(f"{council.path}/opening")
    begun = await council.secretary.post(path, postponement(council, days=8))
    assert code(begun) == (409, "session_moved")


async def test_a_weekly_session_is_not_put_on_a_day_that_has_one(
    place: MeetingPlace, passing: Clock
) -> None:
    weekly = await convene(place, passing, "weekly")
    await weekly.planned("噪音", in_days=8)
    other = await convene(place, passing, "weekly")
    await other.planned("噪音", in_days=15)
    taken = await other.secretary.post(f"{other.path}/postponement", postponement(other, days=8))
    assert code(taken) == (409, "weekly_planned")
    moved = await weekly.secretary.done(f"{weekly.path}/postponement", postponement(weekly, days=9))
    assert moved["held_on"] == "2026-11-11"


async def proposal_under_revision(office: Neighbour) -> str:
    body = {"id": str(new_id()), "title": "夜间施工", "body": "夜间不施工。"}
    await office.done("proposals", body)
    return str(body["id"])


async def another_version(office: Neighbour, proposal: str, number: int = 1) -> None:
    said: dict[str, Any] = {"id": str(new_id()), "title": "全天施工", "body": "全天可以施工。"}
    said |= {"what_changed": "改了时间", "follows": number}
    await office.done(f"proposals/{proposal}/versions", said)


async def test_a_proposal_reworded_after_the_notice_is_talked_about_and_not_decided(
    council: Council,
) -> None:
    office = council.secretary
    proposal = await proposal_under_revision(office)
    await council.planned("定时间")
    await council.put_on("夜间施工", subject_kind="proposal", subject_id=proposal)
    await another_version(office, proposal)
    noticed = await office.done(f"{council.path}/notice")
    assert [each["undecidable"] for each in noticed["agenda"]] == [None, None]
    (fact,) = await council.place.facts("deliberation.session.noticed")
    assert council.items[1] in fact["leaf"].partition('"subjects"')[2]
    council.passing.pass_by(days=8)
    await office.done(f"{council.path}/opening")
    await another_version(office, proposal, 2)
    shown = (await office.told(council.path))["agenda"]
    told = [(each["decidable"], each["undecidable"]) for each in shown]
    assert told == [(True, None), (False, "subject_changed_after_notice")]
    assert await refused(office, council.motion(1)) == "item_subject_changed"
    body = {"id": str(new_id()), "agenda_item_id": council.items[1], "words": "同意"}
    decided = await office.post(f"{council.path}/decisions", body)
    assert code(decided) == (409, "item_subject_changed")


async def test_what_became_of_a_motion_on_a_reworded_proposal_is_no_decision(
    council: Council,
) -> None:
    office = council.secretary
    proposal = await proposal_under_revision(office)
    await council.planned()
    await council.put_on("夜间施工", subject_kind="proposal", subject_id=proposal)
    await office.done(f"{council.path}/notice")
    council.passing.pass_by(days=8)
    await office.done(f"{council.path}/opening")
    voice = await council.place.neighbour("representative")
    await council.come(voice)
    motion = await council.put()
    await accepted(voice, council.hand(motion))
    await office.done(f"{council.path}/motions/{motion}/closing")
    await another_version(office, proposal)
    body = {"id": str(new_id()), "agenda_item_id": council.items[0], "words": "同意"}
    late = await office.post(f"{council.path}/decisions", {**body, "motion_id": motion})
    assert code(late) == (409, "item_subject_changed")


async def test_a_cost_plan_changed_after_the_notice_is_talked_about_and_not_decided(
    council: Council,
) -> None:
    office, place = council.secretary, council.place
    project = await make_project(place.database, place.community_id, [place.building.id])
    plan = {"id": str(new_id()), "project_id": str(project), "title": "电梯"}
    await office.done("cost-plans", plan)
    await council.planned()
    await council.put_on("怎么摊", subject_kind="cost_plan", subject_id=plan["id"])
    noticed = await office.done(f"{council.path}/notice")
    assert noticed["agenda"][0]["decidable"] is True
    where = [{"building_id": str(place.building.id)}]
    scope = {"kind": "lift", "label": "1 号梯", "total_fen": 100, "places": where}
    path, tag = f"cost-plans/{plan['id']}/scopes", {"If-Match": '"1"'}
    set_ = await office.client.put(path, json={"scopes": [scope]}, headers=tag)
    assert set_.status_code == 200, set_.text
    (shown,) = (await office.told(council.path))["agenda"]
    assert shown["undecidable"] == "subject_changed_after_notice"


async def test_a_session_is_interrupted_goes_on_and_ends(council: Council) -> None:
    await council.opened()
    for verb, state in (("recess", "in_recess"), ("opening", "in_session"), ("closing", "closed")):
        assert (await council.secretary.done(f"{council.path}/{verb}"))["state"] == state
    again = await council.secretary.post(f"{council.path}/opening")
    assert code(again) == (409, "session_moved")
    steps = (await council.secretary.told(council.path))["steps"]
    told = [step["to_state"] for step in steps]
    assert told == ["noticed", "in_session", "in_recess", "in_session", "closed"]


async def test_a_session_is_called_off_with_a_reason(council: Council) -> None:
    await council.noticed()
    gone = await council.secretary.done(f"{council.path}/cancellation", {"reason": "停电"})
    assert (gone["state"], gone["steps"][-1]["reason"]) == ("cancelled", "停电")
    past = (await council.secretary.told("sessions?which=past"))["items"]
    assert [each["id"] for each in past] == [council.id]


async def test_two_secretaries_who_open_at_once_open_once(council: Council) -> None:
    await council.noticed()
    other = await council.place.neighbour("social_worker")
    path = f"{council.path}/opening"
    answers = await asyncio.gather(council.secretary.post(path), other.post(path))
    assert sorted(each.status_code for each in answers) == [200, 409]
    assert len(await council.place.facts("deliberation.session.opened")) == 1


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"subject_kind": "feedback", "subject_id": str(new_id())}, "unknown_subject"),
        ({"subject_kind": "cost_plan", "subject_id": str(new_id())}, "unknown_subject"),
        ({"subject_kind": "proposal", "subject_id": str(new_id())}, "unknown_subject"),
        ({"subject_kind": "hazard", "subject_id": str(new_id())}, "unknown_subject"),
        ({"subject_kind": "grievance", "subject_id": str(new_id())}, "unknown_subject"),
        ({"subject_kind": "feedback"}, "subject_unnamed"),
        ({"subject_id": str(new_id())}, "subject_unnamed"),
    ],
)
async def test_an_item_about_something_names_what_there_is(
    council: Council, change: dict[str, Any], wrong: str
) -> None:
    await council.planned()
    body = {"id": str(new_id()), "title": "x", **change}
    answer = await council.secretary.post(f"{council.path}/agenda-items", body)
    assert answer.json()["errors"][0]["code"] == wrong


async def test_a_second_weekly_session_on_a_day_is_refused(
    place: MeetingPlace, passing: Clock
) -> None:
    weekly = await convene(place, passing, "weekly")
    await weekly.planned()
    second = await weekly.secretary.post("sessions", {**weekly.plan(), "id": str(new_id())})
    assert code(second) == (409, "weekly_planned")


async def report(place: MeetingPlace, kind: str, **more: Any) -> str:
    resident = await place.neighbour("resident")
    told = {"kind": kind, "building_id": str(place.building.id), "words": "x"}
    sent = item("feedback", {**told, "happened_at": clock.now().isoformat(), **more})
    await accepted(resident, sent)
    return str(sent["id"])


async def test_the_weeks_feedback_becomes_the_agenda_by_itself(
    place: MeetingPlace, passing: Clock
) -> None:
    office = await place.neighbour("community_admin")
    dust = [await report(place, "dust") for _ in range(2)]
    noise = await report(place, "noise", building_id=None)
    passing.moment = datetime(2026, 11, 2, 21, 0, 1, tzinfo=UTC)
    await place.work()
    (weekly,) = (await office.told("sessions"))["items"]
    assert (weekly["kind"], weekly["held_on"], weekly["state"]) == (
        "weekly",
        "2026-11-07",
        "planned",
    )
    path = f"sessions/{weekly['id']}"
    items = {each["feedback_kind"]: each for each in (await office.told(path))["agenda"]}
    assert sorted(items["dust"]["reports"]) == sorted(dust)
    assert (items["noise"]["reports"], items["noise"]["building_code"]) == ([noise], None)
    assert {(await office.told(f"feedback/{one}"))["state"] for one in (*dust, noise)} == {
        "on_agenda"
    }
    late = await report(place, "dust")
    passing.pass_by(days=1)
    await place.work()
    items = {each["feedback_kind"]: each for each in (await office.told(path))["agenda"]}
    assert sorted(items["dust"]["reports"]) == sorted([*dust, late])


async def announce(office: Neighbour, weekly: Row) -> None:
    """Nobody has said where the first one is held; then somebody does."""
    path = f"sessions/{weekly['id']}"
    assert code(await office.post(f"{path}/notice")) == (409, "place_missing")
    where = {"starts_at": weekly["starts_at"], "place": "架空层", "reason": "还没写地点"}
    told = await office.done(f"{path}/postponement", where)
    assert (told["held_on"], told["place"]) == (weekly["held_on"], "架空层")
    await office.done(f"{path}/notice")


async def test_what_comes_after_the_notice_and_what_stays_unanswered_go_to_the_next_week(
    place: MeetingPlace, passing: Clock
) -> None:
    office = await place.neighbour("community_admin")
    first = await report(place, "dust")
    passing.pass_by(days=1)
    await place.work()
    (weekly,) = (await office.told("sessions"))["items"]
    await announce(office, weekly)
    late = await report(place, "dust")
    passing.pass_by(days=1)
    await place.work()
    coming = (await office.told("sessions"))["items"]
    assert [each["held_on"] for each in coming] == ["2026-11-07", "2026-11-14"]
    assert coming[1]["place"] == "架空层", "where the last one is"
    nxt = f"sessions/{coming[1]['id']}"
    assert [each["reports"] for each in (await office.told(nxt))["agenda"]] == [[late]]
    passing.moment = datetime(2026, 11, 7, 3, tzinfo=UTC)
    await office.done(f"sessions/{weekly['id']}/opening")
    await office.done(f"sessions/{weekly['id']}/closing")
    passing.pass_by(days=1)
    await place.work()
    (carried,) = (await office.told(nxt))["agenda"]
    assert sorted(carried["reports"]) == sorted([late, first])


async def test_an_answered_report_whose_day_has_not_passed_is_not_on_the_agenda(
    place: MeetingPlace, passing: Clock
) -> None:
    contractor = await place.neighbour("contractor")
    one, other = await report(place, "dust"), await report(place, "noise")
    for each, day in ((one, "2026-11-06"), (other, "2026-11-20")):
        await contractor.done(f"feedback/{each}/answer", {"words": "x", "promised_on": day})
    passing.pass_by(days=1)
    await place.work()
    (weekly,) = (await contractor.told("sessions"))["items"]
    found = (await contractor.told(f"sessions/{weekly['id']}"))["agenda"]
    assert [each["reports"] for each in found] == [[one]]


async def test_a_planned_weekly_session_whose_notice_comes_too_late_is_passed_over(
    place: MeetingPlace, passing: Clock
) -> None:
    weekly = await convene(place, passing, "weekly")
    await weekly.planned(in_days=1)
    passing.pass_by(days=1)
    await report(place, "dust")
    passing.pass_by(hours=19)
    await place.work()
    days = [each["held_on"] for each in (await weekly.secretary.told("sessions"))["items"]]
    assert days == ["2026-11-03", "2026-11-07"]
