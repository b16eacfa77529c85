"""The life of a ballot round over HTTP, on both databases."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from factories.ballots import CLOSES, OPENS, Assembly, assembled, code, done, ok
from linli.config import Settings
from linli.deliberation.queries.ballots import round_rows
from linli.deliberation.rules.ballots.city_profile import DEFAULT
from linli.kernel.db.database import Database


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def test_the_days_proposed_are_those_of_the_citys_own_procedure(
    assembly: Assembly, monkeypatch: pytest.MonkeyPatch
) -> None:
    slower = replace(DEFAULT, notice_days=20, window_min_days=7, window_max_days=9)
    monkeypatch.setattr(round_rows, "PROFILES", {"slower": slower})
    await assembly.use_profile("slower")
    found = {one["mode"]: one for one in ok(await assembly.admin.get("ballot-procedures"))["items"]}
    assert found["paper_ledger"] == {
        "mode": "paper_ledger",
        "earliest_opening": "2026-11-22",
        "notice_days": 20,
        "window_min_days": 7,
        "window_max_days": 9,
    }
    assert found["survey"]["earliest_opening"] == "2026-11-02"
    done(await assembly.draft(opens_on="2026-11-21", closes_on="2026-11-29"))
    early = await assembly.step("notice")
    assert code(early) == (409, "notice_too_short")
    assert "2026-11-22" in early.json()["detail"]
    assert code(await (await assembly.resident()).get("ballot-procedures")) == (403, "forbidden")


async def test_a_round_lives_from_draft_to_final(assembly: Assembly) -> None:
    drafted = done(await assembly.draft())
    assert (drafted["state"], drafted["may"]) == (
        "draft",
        ["revise", "notice", "withdraw", "agree_on_voter"],
    )
    noticed = done(await assembly.step("notice"))
    assert (noticed["state"], noticed["noticed_on"]) == ("noticed", "2026-11-02")
    assembly.time.set(OPENS)
    await assembly.work()
    opened = await assembly.read()
    assert (opened["state"], opened["electorate"]) == ("open", {"heads": 6, "area_dm2": 53700})
    for owner in range(5):
        done(await assembly.cast(await assembly.resident(owner)))
    assembly.time.set(CLOSES)
    await assembly.work()
    assert (await assembly.read())["state"] == "closed"
    assert done(await assembly.step("count"))["state"] == "counted"
    assert done(await assembly.step("result-notice"))["state"] == "on_notice"
    result = await assembly.result(await assembly.as_("resident"))
    (judged,) = result["questions"]
    assert judged["counts"]["agree"] == {"heads": 5, "area_dm2": 44750}
    assert judged["counts"]["undelivered"]["heads"] == 1
    assert judged["returned"]["outcome"] == "passed"
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    final = await assembly.read()
    assert (final["state"], final["outcomes"][0]["outcome"]) == ("final", "passed")
    assert [change["to_state"] for change in final["changes"]] == [
        "noticed",
        "open",
        "closed",
        "counted",
        "on_notice",
        "final",
    ]


async def test_a_step_is_taken_once_however_often_it_is_sent(assembly: Assembly) -> None:
    done(await assembly.draft())
    body = {"id": "01993b2e-7c00-7abc-8def-0123456789ab"}
    first = await assembly.admin.post(f"{assembly.round}/notice", json=body)
    again = await assembly.admin.post(f"{assembly.round}/notice", json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert code(await assembly.step("notice")) == (409, "round_step_not_possible")


async def test_lists_and_pages_answer_for_everybody(assembly: Assembly) -> None:
    await assembly.opened()
    resident = await assembly.resident(2)
    listed = ok(await resident.get("ballot-rounds"))["items"]
    assert [(card["state"], card["mine"], card["mine_returned"]) for card in listed] == [
        ("open", 1, 0)
    ]
    asked = ok(await resident.get("ballot-rounds?state=open&state=noticed"))["items"]
    assert asked == listed
    assert ok(await resident.get("ballot-rounds?state=final"))["items"] == []
    turnout = ok(await resident.get(f"{assembly.round}/turnout"))
    assert turnout["by_building"][0]["electorate"]["heads"] == 6
    building = f"{assembly.round}/picture?building_id={assembly.building.id}"
    assert code(await resident.get(building)) == (403, "forbidden")
    picture = ok(await assembly.lead.get(building))
    marks = {door["mark"] for well in picture["stairwells"] for door in well["doors"]}
    assert marks == {"not_delivered"}
    assert len(await assembly.electors()) == 6
    assert ok(await assembly.admin.get(f"{assembly.round}/electorate"))["frozen"] is True
