"""Minutes and signatures, decisions, and action items until they are closed; on both databases."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from factories.clock import Clock
from factories.community import make_project
from factories.council import Council, accepted, convene
from factories.identity import grant
from factories.meeting_place import MeetingPlace, Neighbour, code, item
from linli.kernel import clock
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id

pytestmark = pytest.mark.usefixtures("passing")


@pytest.fixture
async def meeting(place: MeetingPlace, passing: Clock) -> Council:
    """An open three-party session with all parties there."""
    made = await convene(place, passing, "three_party")
    await made.opened(representatives=1, in_days=4)
    made.representatives += [
        await place.neighbour("contractor", "贺工"),
        await place.neighbour("property_manager", "陆经理"),
    ]
    await made.come(*made.representatives)
    return made


async def save(
    meeting: Council, text: str, seen: int, by: Neighbour | None = None
) -> httpx.Response:
    client = (by or meeting.secretary).client
    tag = {"If-Match": f'"{seen}"'}
    return await client.put(f"{meeting.path}/minutes", json={"text": text}, headers=tag)


async def submitted(meeting: Council) -> None:
    assert (await save(meeting, "定了：甲牌。", 0)).status_code == 200
    await meeting.secretary.done(f"{meeting.path}/closing")
    await meeting.secretary.done(f"{meeting.path}/minutes/submission")


async def sign(meeting: Council, who: Neighbour, number: int = 1, **more: Any) -> httpx.Response:
    body = {"number": number, "signed": True, **more}
    return await who.post(f"{meeting.path}/minutes/signatures", body)


async def test_minutes_are_saved_under_the_version_seen_and_nothing_is_overwritten(
    meeting: Council,
) -> None:
    first = await save(meeting, "一", 0)
    assert (first.status_code, first.headers["ETag"]) == (200, '"1"')
    other = await meeting.place.neighbour("social_worker")
    answers = await asyncio.gather(save(meeting, "一二", 1), save(meeting, "一三", 1, by=other))
    assert sorted(each.status_code for each in answers) == [200, 412]
    kept = next(each.json()["text"] for each in answers if each.status_code == 200)
    found = await meeting.secretary.told(f"{meeting.path}/minutes")
    assert (found["number"], found["text"]) == (2, kept)
    assert (await save(meeting, "x", 1)).json()["code"] == "changed_meanwhile"


async def test_minutes_are_signed_by_three_parties_and_then_published(meeting: Council) -> None:
    await submitted(meeting)
    representative, contractor, manager = meeting.representatives
    resident = await meeting.place.neighbour("resident")
    assert code(await resident.get(f"{meeting.path}/minutes")) == (404, "not_found")
    early = await meeting.secretary.post(f"{meeting.path}/minutes/publication")
    assert code(early) == (409, "session_moved")
    assert code(await sign(meeting, meeting.secretary)) == (403, "forbidden")
    for who, missing in (
        (representative, ["property_manager", "contractor"]),
        (contractor, ["property_manager"]),
        (manager, []),
    ):
        assert (await sign(meeting, who)).json()["missing"] == missing
    assert (await meeting.secretary.told(meeting.path))["state"] == "signed_off"
    await meeting.secretary.done(f"{meeting.path}/minutes/publication")
    assert (await resident.told(f"{meeting.path}/minutes"))["text"] == "定了：甲牌。"
    (fact,) = await meeting.place.facts("deliberation.session.published")
    assert "sha256" in fact["leaf"]


async def test_signing_reads_once_who_came_and_who_may_decide(
    meeting: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    await submitted(meeting)
    asked: list[str] = []
    read = Tx.rows

    async def noted(tx: Tx, statement: Any, *more: Any) -> Any:
        asked.append(str(statement))
        return await read(tx, statement, *more)

    monkeypatch.setattr(Tx, "rows", noted)
    signed = await sign(meeting, meeting.representatives[0])
    told = signed.json()
    assert (told["present"], told["mandates"]) == (1, 1)
    assert told["missing"] == ["property_manager", "contractor"]
    for table in ("session_attendance", "session_mandate"):
        assert sum(f"FROM {table}" in each for each in asked) == 1, table


async def test_a_representative_who_was_not_there_does_not_sign_for_the_residents(
    meeting: Council,
) -> None:
    await submitted(meeting)
    absent = await meeting.place.neighbour("representative")
    assert code(await sign(meeting, absent)) == (403, "signer_was_absent")
    assert (await sign(meeting, meeting.representatives[0])).status_code == 200


async def test_a_party_that_will_not_sign_sends_the_minutes_back_with_its_reason(
    meeting: Council,
) -> None:
    await submitted(meeting)
    representative, contractor, manager = meeting.representatives
    await sign(meeting, representative)
    without = await sign(meeting, contractor, signed=False)
    assert without.json()["errors"][0]["code"] == "reason_missing"
    refusal = await sign(meeting, contractor, signed=False, reason="没说过周六施工")
    assert refusal.status_code == 200
    back = await meeting.secretary.told(meeting.path)
    assert (back["state"], back["steps"][-1]["reason"]) == ("closed", "没说过周六施工")
    assert (await save(meeting, "定了：甲牌，周六不施工。", 1)).status_code == 200
    await meeting.secretary.done(f"{meeting.path}/minutes/submission")
    stale = await sign(meeting, manager, number=1)
    assert code(stale) == (412, "changed_meanwhile")
    for who in (representative, contractor, manager):
        assert (await sign(meeting, who, number=2)).status_code == 200
    assert (await meeting.secretary.told(meeting.path))["state"] == "signed_off"


async def test_a_party_speaks_once_about_a_version(meeting: Council) -> None:
    await submitted(meeting)
    other = await meeting.place.neighbour("contractor")
    both = await asyncio.gather(sign(meeting, meeting.representatives[1]), sign(meeting, other))
    assert sorted(each.status_code for each in both) == [200, 409]
    assert [each["party"] for each in (await meeting.outcome())["signatures"]] == ["contractor"]


async def test_what_was_given_out_is_recognised_when_it_is_sent_again_after_the_signatures(
    meeting: Council,
) -> None:
    owner = meeting.representatives[0]
    body = action_item(owner, "2026-11-09", "2026-11-12")
    path = f"{meeting.path}/action-items"
    await meeting.secretary.done(path, body)
    await submitted(meeting)
    for who in meeting.representatives:
        assert (await sign(meeting, who)).status_code == 200
    assert (await meeting.secretary.post(path, body)).status_code == 200
    late = await meeting.secretary.post(path, {**body, "id": str(new_id())})
    assert code(late) == (409, "session_moved")


async def test_submitted_minutes_are_not_written_on(meeting: Council) -> None:
    await meeting.secretary.done(f"{meeting.path}/closing")
    empty = await meeting.secretary.post(f"{meeting.path}/minutes/submission")
    assert code(empty) == (409, "minutes_empty")
    await save(meeting, "一", 0)
    await meeting.secretary.done(f"{meeting.path}/minutes/submission")
    assert (await save(meeting, "二", 1)).json()["code"] == "session_moved"


async def test_the_office_is_nobodys_voice_and_signs_for_nobody(
    place: MeetingPlace, passing: Clock
) -> None:
    three = await convene(place, passing, "three_party")
    await three.opened(representatives=1, in_days=4)
    manager = await place.neighbour("property_manager", "陆经理")
    await three.come(three.secretary, await place.neighbour("resident"), manager)
    missing = (await three.room())["quorum"]["missing_parties"]
    assert missing == ["residents", "contractor"]
    social = await place.neighbour("social_worker", "黄燕")
    both = await place.neighbour("representative", "何新")
    await grant(place.database, both.account_id, place.community_id, "social_worker")
    await three.come(both)
    assert "residents" in (await three.room())["quorum"]["missing_parties"]
    await submitted(three)
    assert code(await sign(three, social)) == (403, "forbidden")
    assert code(await sign(three, both)) == (403, "party_was_absent")
    roll = (await three.secretary.told(f"{three.path}/roll"))["items"]
    assert {each["name"]: each["party"] for each in roll}["周敏"] is None


@pytest.mark.parametrize("kind", ["weekly", "council"])
async def test_every_party_that_was_there_signs_even_one_that_left_early(
    place: MeetingPlace, passing: Clock, kind: str
) -> None:
    session = await convene(place, passing, kind)
    await session.opened(representatives=1)
    contractor = await place.neighbour("contractor", "贺工")
    absent = await place.neighbour("property_manager", "陆经理")
    await session.come(session.representatives[0], contractor)
    await accepted(contractor, session.here(here=False))
    await submitted(session)
    assert (await session.outcome())["missing"] == ["residents", "contractor"]
    assert code(await sign(session, absent)) == (403, "party_was_absent")
    assert (await sign(session, session.representatives[0])).json()["missing"] == ["contractor"]
    early = await session.secretary.post(f"{session.path}/minutes/publication")
    assert code(early) == (409, "session_moved")
    await sign(session, contractor)
    await session.secretary.done(f"{session.path}/minutes/publication")


async def test_who_was_noted_by_mistake_does_not_keep_the_minutes_waiting(
    place: MeetingPlace, passing: Clock
) -> None:
    session = await convene(place, passing, "weekly")
    await session.opened(representatives=1)
    contractor = await place.neighbour("contractor", "贺工")
    await session.come(session.representatives[0])
    await accepted(session.secretary, session.here(contractor))
    assert (await save(session, "一", 0)).status_code == 200
    await session.secretary.done(f"{session.path}/closing")
    assert (await session.outcome())["missing"] == ["residents", "contractor"]
    passing.pass_by(minutes=1)
    gone = session.here(contractor, here=False, reason="点错了人")
    await accepted(session.secretary, gone)
    assert (await session.outcome())["missing"] == ["residents"]


def decision(meeting: Council, **more: Any) -> dict[str, Any]:
    return {"id": str(new_id()), "agenda_item_id": meeting.items[0], "words": "选甲牌", **more}


async def test_three_parties_decide_when_all_are_there(meeting: Council) -> None:
    body = decision(meeting)
    path = f"{meeting.path}/decisions"
    first, again = [await meeting.secretary.post(path, body) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    await accepted(meeting.representatives[1], meeting.here(here=False))
    alone = await meeting.secretary.post(path, decision(meeting))
    assert code(alone) == (409, "no_quorum")


async def test_a_council_decides_by_a_motion_that_was_carried(
    place: MeetingPlace, passing: Clock
) -> None:
    council = await convene(place, passing)
    await council.opened()
    await council.come(*council.representatives)
    path = f"{council.path}/decisions"
    bare = await council.secretary.post(path, decision(council))
    assert code(bare) == (409, "motion_needed")
    lost = await council.put()
    await accepted(council.secretary, council.count(lost, 1, 2, 3))
    refusal = await council.secretary.post(path, decision(council, motion_id=lost))
    assert code(refusal) == (409, "motion_not_carried")
    carried = await council.put()
    await accepted(council.secretary, council.count(carried, 2, 1, 3))
    other = decision(council, motion_id=carried, agenda_item_id=council.items[1])
    wrong = await council.secretary.post(path, other)
    assert wrong.json()["errors"][0]["code"] == "unknown_motion"
    made = await council.secretary.done(path, decision(council, motion_id=carried))
    assert [each["motion_id"] for each in made["decisions"]] == [carried]


async def test_weights_of_a_comparison_list_rest_on_a_decision_once_its_session_is_over(
    meeting: Council,
) -> None:
    place, office = meeting.place, meeting.secretary
    made = decision(meeting, words="价格 100")
    await office.done(f"{meeting.path}/decisions", made)
    project = await make_project(place.database, place.community_id, [place.building.id])
    body = {
        "id": str(new_id()),
        "project_id": str(project),
        "title": "电梯品牌",
        "criteria": [
            {"key": "c1", "label": "价格", "kind": "price", "better": "lower", "weight": 100}
        ],
        "options": [{"key": "o1", "name": "安和"}, {"key": "o2", "name": "稳达"}],
        "decision_id": made["id"],
    }
    early = await office.post("comparison-lists", body)
    assert early.json()["errors"][0]["code"] == "session_not_over"
    await office.done(f"{meeting.path}/closing")
    found = await office.done("comparison-lists", body)
    assert (found["decision_id"], found["session_id"]) == (made["id"], meeting.id)
    assert (found["agreed_in"], found["agreed_on"]) == ("换哪种电梯", "2026-11-06")
    assert found["agreed_words"] == "价格 100"


def action_item(owner: Neighbour, due: str, review: str) -> dict[str, str]:
    return {
        "id": str(new_id()),
        "words": "贴告示",
        "owner_account_id": str(owner.account_id),
        "due_on": due,
        "review_on": review,
    }


async def given(meeting: Council, owner: Neighbour, due: str, review: str) -> str:
    body = action_item(owner, due, review)
    await meeting.secretary.done(f"{meeting.path}/action-items", body)
    return body["id"]


async def test_an_action_item_is_followed_to_its_review(meeting: Council, passing: Clock) -> None:
    owner = meeting.representatives[1]
    one = await given(meeting, owner, "2026-11-09", "2026-11-12")
    path = f"action-items/{one}/steps"
    (mine,) = (await owner.told("action-items?which=mine"))["items"]
    assert (mine["state"], mine["overdue"], mine["mine"]) == ("open", False, True)
    await owner.done(path, {"to_state": "in_progress", "words": "打印了"})
    closing = await owner.post(path, {"to_state": "closed"})
    assert code(closing) == (403, "forbidden")
    passing.moment = datetime(2026, 11, 9, 16, tzinfo=UTC)
    (mine,) = (await owner.told("action-items?which=mine"))["items"]
    assert mine["overdue"] is True
    await owner.done(path, {"to_state": "done"})
    passing.moment = datetime(2026, 11, 12, 1, tzinfo=UTC)
    (all_open,) = (await meeting.secretary.told("action-items"))["items"]
    assert (all_open["to_review"], all_open["overdue"]) == (True, False)
    again = await meeting.secretary.post(path, {"to_state": "in_progress"})
    assert code(again) == (409, "action_reason")
    await meeting.secretary.done(path, {"to_state": "in_progress", "words": "三栋没贴"})
    await owner.done(path, {"to_state": "done"})
    closed = await meeting.secretary.done(path, {"to_state": "closed"})
    assert [step["to_state"] for step in closed["steps"]] == [
        "in_progress",
        "done",
        "in_progress",
        "done",
        "closed",
    ]
    assert (await owner.told("action-items?which=mine"))["items"] == []
    over = await owner.post(path, {"to_state": "done"})
    assert code(over) == (409, "action_moved")


async def test_reminders_go_on_until_an_action_item_is_closed(
    meeting: Council, passing: Clock
) -> None:
    owner = meeting.representatives[1]
    one = await given(meeting, owner, "2026-11-09", "2026-11-20")
    reminders = "deliberation.action_item.reminded"
    passing.moment = datetime(2026, 11, 8, 23, 59, tzinfo=UTC)
    await meeting.place.work()
    assert await meeting.place.facts(reminders) == []
    passing.pass_by(minutes=1)
    for expected in (1, 2):
        await meeting.place.work()
        assert len(await meeting.place.facts(reminders)) == expected
        passing.pass_by(days=3)
    path = f"action-items/{one}/steps"
    await owner.done(path, {"to_state": "done"})
    await meeting.place.work()
    assert len(await meeting.place.facts(reminders)) == 2
    passing.moment = datetime(2026, 11, 20, 0, 0, tzinfo=UTC)
    await meeting.place.work()
    assert len(await meeting.place.facts(reminders)) == 3
    await meeting.secretary.done(path, {"to_state": "closed"})
    passing.pass_by(days=9)
    await meeting.place.work()
    assert len(await meeting.place.facts(reminders)) == 3


async def test_somebody_elses_action_item_is_not_mine_to_report_on(meeting: Council) -> None:
    one = await given(meeting, meeting.representatives[1], "2026-11-09", "2026-11-09")
    other = await meeting.place.neighbour("resident")
    step = await other.post(f"action-items/{one}/steps", {"words": "看见贴了"})
    assert code(step) == (403, "forbidden")
    assert (await other.told(f"action-items/{one}"))["steps"] == []


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"owner_account_id": str(new_id())}, "unknown_account"),
        ({"decision_id": str(new_id())}, "unknown_decision"),
        ({"review_on": "2026-11-08"}, "review_before_due"),
    ],
)
async def test_an_action_item_that_cannot_be_is_refused(
    meeting: Council, change: dict[str, str], wrong: str
) -> None:
    body = {
        "id": str(new_id()),
        "words": "贴告示",
        "owner_account_id": str(meeting.representatives[0].account_id),
        "due_on": "2026-11-09",
        "review_on": "2026-11-10",
        **change,
    }
    refusal = await meeting.secretary.post(f"{meeting.path}/action-items", body)
    assert refusal.json()["errors"][0]["code"] == wrong


async def test_the_first_screen_tells_what_waits(meeting: Council) -> None:
    contractor = meeting.representatives[1]
    reporter = await meeting.place.neighbour("resident", "王秀英")
    told = {"kind": "dust", "words": "灰大", "happened_at": clock.now().isoformat()}
    sent = item("feedback", told)
    await accepted(reporter, sent)
    body = {"words": "x", "promised_on": "2026-11-20"}
    await contractor.done(f"feedback/{sent['id']}/answer", body)
    await contractor.done(f"feedback/{sent['id']}/fixing")
    one = await given(meeting, contractor, "2026-11-09", "2026-11-09")
    asked = await reporter.told("deliberation/waiting")
    assert [each["id"] for each in asked["feedback"]] == [sent["id"]]
    waiting = await contractor.told("deliberation/waiting")
    assert [each["id"] for each in waiting["action_items"]] == [one]
    assert [each["id"] for each in waiting["sessions"]] == [meeting.id]
    other = await meeting.place.neighbour("resident")
    empty = await other.told("deliberation/waiting")
    assert (empty["feedback"], empty["action_items"]) == ([], [])
