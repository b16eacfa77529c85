"""Results: secrecy before, thresholds, objections, recounts, the published list."""

import random
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from architecture.api import ROLES
from factories.ballots import (
    CLOSES,
    DAYS,
    FILE,
    OPENS,
    Assembly,
    assembled,
    choice,
    code,
    done,
    field_error,
    ok,
    question,
    round_body,
)
from factories.put_to_vote import (
    READY,
    about,
    about_schemes,
    compared,
    planned,
    proposed,
    publish,
)
from linli.config import Settings
from linli.deliberation.queries.ballots.tables import questions, rounds
from linli.deliberation.queries.cost_plans.tables import adoptions, versions
from linli.deliberation.queries.proposals.tables import proposals
from linli.deliberation.rules.ballots.counted_ballot import CastBallot, counted_ballots
from linli.deliberation.rules.ballots.round_mode import RoundMode, Way
from linli.deliberation.rules.ballots.window import Window
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.http.answers import LANGUAGES, catalog
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


READS = (
    "",
    "/turnout",
    "/electorate",
    "/electors",
    "/deliveries",
    "/paper-ballots",
    "/proxies",
    "/my-ballots",
    "/result",
    "/list",
    "/objections",
    "/archive",
)


async def test_before_the_closing_nobody_but_the_elector_sees_a_choice(
    assembly: Assembly,
) -> None:
    brand = choice("xyzzy", "b", "c")
    await assembly.opened(questions=[question(), brand])
    voter = await assembly.resident(0)
    done(await assembly.cast(voter, ["agree", "xyzzy"]))
    chosen = '"answer":"xyzzy"'
    assert chosen in (await voter.get(f"{assembly.round}/my-ballots")).text
    for role in sorted(ROLES):
        client = await assembly.as_(role)
        for path in READS:
            assert chosen not in (await client.get(assembly.round + path)).text, (role, path)
    receipts = ok(await voter.get(f"{assembly.round}/my-ballots"))["electors"][0]["counted"]
    proof = await voter.get(f"receipts/{receipts['id']}")
    assert "xyzzy" not in proof.text


async def test_counts_stay_hidden_until_the_result_is_on_notice(assembly: Assembly) -> None:
    await assembly.opened()
    done(await assembly.cast(await assembly.resident(0)))
    resident = await assembly.as_("resident")
    await assembly.counted()
    assert code(await resident.get(f"{assembly.round}/result")) == (404, "not_found")
    done(await assembly.step("result-notice"))
    assert (await assembly.result(resident))["number"] == 1


async def test_an_objection_is_answered_before_a_result_is_final(assembly: Assembly) -> None:
    await assembly.opened()
    await assembly.published()
    resident = await assembly.as_("resident")
    body = {"id": str(new_id()), "words": "我家的票没有算进去"}
    raised = done(await resident.post(f"{assembly.round}/objections", json=body))
    assert (raised["mine"], raised["answer"]) == (True, None)
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    assert (await assembly.read())["state"] == "on_notice"
    late = {"id": str(new_id()), "words": "太晚了"}
    refused = await resident.post(f"{assembly.round}/objections", json=late)
    assert code(refused) == (409, "no_result_on_notice")
    answer = {"id": str(new_id()), "words": "核对过，票在截止后才交", "upheld": False}
    path = f"{assembly.round}/objections/{body['id']}/answer"
    assert code(await resident.post(path, json=answer)) == (403, "forbidden")
    done(await assembly.admin.post(path, json=answer))
    second = {**answer, "id": str(new_id())}
    assert code(await assembly.admin.post(path, json=second)) == (409, "already_answered")
    await assembly.work()
    assert (await assembly.read())["state"] == "final"
    (listed,) = ok(await assembly.admin.get(f"{assembly.round}/objections"))["items"]
    assert listed["answer"]["words"] == "核对过，票在截止后才交"
    assert listed["mine"] is False


async def test_nobody_answers_their_own_objection(assembly: Assembly) -> None:
    await assembly.opened()
    await assembly.published()
    body = {"id": str(new_id()), "words": "数得不对"}
    done(await assembly.admin.post(f"{assembly.round}/objections", json=body))
    answer = {"id": str(new_id()), "words": "确实不对", "upheld": True}
    path = f"{assembly.round}/objections/{body['id']}/answer"
    assert code(await assembly.admin.post(path, json=answer)) == (403, "own_objection")
    assert code(await assembly.step("recount", reason="再数")) == (409, "no_upheld_objection")


async def test_an_upheld_objection_sends_the_round_back_and_the_recount_is_a_second_result(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    (elector, *_) = await assembly.electors()
    wrong = done(await assembly.paper(elector, "oppose"))
    handed_in = (assembly.time.moment - timedelta(hours=1)).isoformat()
    done(await assembly.confirm(wrong["id"], "oppose"))
    first = await assembly.published()
    assert first["questions"][0]["counts"]["oppose"]["heads"] == 1
    assert code(await assembly.step("recount", reason="再数数")) == (409, "no_upheld_objection")
    assert "recount" not in (await assembly.read())["may"]
    body = {"id": str(new_id()), "words": "我写的是同意"}
    done(await assembly.lead.post(f"{assembly.round}/objections", json=body))
    answer = {"id": str(new_id()), "words": "录错了", "upheld": True}
    path = f"{assembly.round}/objections/{body['id']}/answer"
    done(await assembly.admin.post(path, json=answer))
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    assert (await assembly.read())["state"] == "on_notice", "it has yet to be put right"
    once = {"id": str(new_id()), "reason": "录错一张"}
    assert done(await assembly.step("recount", **once))["state"] == "closed"
    assert (await assembly.step("recount", **once)).status_code == 200
    otherwise = await assembly.step("recount", **{**once, "reason": "数错了"})
    assert code(otherwise) == (409, "conflict")
    assembly.lead = await assembly.as_("building_lead", Scope.BUILDING, assembly.building.id)
    assembly.volunteer = await assembly.as_("volunteer", Scope.BUILDING, assembly.building.id)
    right = done(await assembly.paper(elector, corrects=wrong["id"], handed_in_at=handed_in))
    done(await assembly.confirm(right["id"]))
    done(await assembly.step("count"))
    done(await assembly.step("result-notice"))
    second = await assembly.result()
    assert (second["number"], second["questions"][0]["counts"]["agree"]["heads"]) == (2, 1)
    assembly.time.set(CLOSES, days=33)
    await assembly.work()
    assert (await assembly.read(await assembly.as_("resident")))["state"] == "final"


async def test_the_list_tells_who_returned_and_choices_only_where_the_profile_says(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    done(await assembly.cast(voter))
    done(await assembly.deliver(1))
    assert code(await voter.get(f"{assembly.round}/list")) == (404, "not_found")
    await assembly.published()
    lines = ok(await voter.get(f"{assembly.round}/list"))["items"]
    assert [line["state"] for line in lines] == ["returned", "unreturned", *["undelivered"] * 4]
    assert [line["mine"] for line in lines] == [True, *[False] * 5]
    assert {line["answers"] for line in lines} == {None}


async def test_where_choices_are_listed_every_line_tells_them(assembly: Assembly) -> None:
    await assembly.use_profile("choices_listed")
    await assembly.opened()
    done(await assembly.cast(await assembly.resident(0), "oppose"))
    await assembly.published()
    (line, *others) = ok(await assembly.volunteer.get(f"{assembly.round}/list"))["items"]
    assert line["answers"] == [{"question_id": assembly.questions[0], "answer": "oppose"}]
    assert others[0]["answers"] == []


async def test_with_a_follow_majority_clause_both_tallies_are_shown_and_only_proof_follows(
    assembly: Assembly,
) -> None:
    await assembly.opened(follow_majority="管理规约第二十三条：已送达未反馈的，从多数意见。")
    for owner in range(3):
        done(await assembly.cast(await assembly.resident(owner)))
    done(await assembly.deliver(3))
    done(await assembly.deliver(4, note="只打了勾", attachments=[]))
    (judged,) = (await assembly.published())["questions"]
    assert (judged["counts"]["unreturned"]["heads"], judged["counts"]["undelivered"]["heads"]) == (
        1,
        2,
    )
    assert judged["returned"]["outcome"] == "no_quorum"
    assert (judged["follows"], judged["following"]["outcome"]) == ("agree", "passed")
    assert judged["following"]["participants"]["heads"] == 4


async def test_a_delivery_is_proven_when_its_photo_is_here_by_the_time_of_the_count(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    done(await assembly.deliver(0, arrives=False))
    done(await assembly.deliver(1, arrives=False, attachments=[FILE]))
    done(await assembly.deliver(2, attachments=[]))
    assert await proofs(assembly) == [False, False, False]
    await assembly.send_delivery_photo()
    assert await proofs(assembly) == [True, False, False]
    electors = ok(await assembly.lead.get(f"{assembly.round}/electors"))["items"]
    assert [one["delivery_proven"] for one in electors[:3]] == [True, False, False]
    (judged,) = (await assembly.published())["questions"]
    assert judged["counts"]["unreturned"]["heads"] == 1
    assert await states(assembly) == ["unreturned", *["undelivered"] * 5]


async def test_a_photo_that_comes_after_the_count_changes_nothing_of_what_was_counted(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    done(await assembly.deliver(0, arrives=False))
    await assembly.published()
    before = await states(assembly)
    await assembly.send_delivery_photo()
    assert await proofs(assembly) == [True]
    assert await states(assembly) == before == ["undelivered"] * 6


async def proofs(assembly: Assembly) -> list[bool]:
    listed = ok(await assembly.lead.get(f"{assembly.round}/deliveries"))["items"]
    return [one["proven"] for one in sorted(listed, key=lambda one: str(one["door"]))]


async def states(assembly: Assembly) -> list[str]:
    lines = ok(await assembly.lead.get(f"{assembly.round}/list"))["items"]
    return [line["state"] for line in lines]


async def test_a_round_without_a_clause_has_one_tally(assembly: Assembly) -> None:
    await assembly.opened()
    (judged,) = (await assembly.published())["questions"]
    assert (judged["following"], judged["follows"]) == (None, None)


async def test_brands_without_a_winner_go_to_a_run_off(assembly: Assembly) -> None:
    await assembly.opened(questions=[choice("a", "b", "c")])
    for owner, brand in enumerate("aabbc"):
        done(await assembly.cast(await assembly.resident(owner), brand))
    (judged,) = (await assembly.published())["questions"]
    assert judged["returned"]["outcome"] == "failed"
    assert judged["returned"]["run_off"] == ["a", "b"]
    first = str(assembly.round_id)
    made = done(await run_off(assembly, choice("a", "b")))
    assert made["run_off_of"] == first


@pytest.mark.parametrize("keys", ["ac", "abc"])
async def test_a_run_off_is_between_those_who_led_and_no_others(
    assembly: Assembly, keys: str
) -> None:
    await assembly.opened(questions=[choice("a", "b", "c")])
    for owner, brand in enumerate("aabbc"):
        done(await assembly.cast(await assembly.resident(owner), brand))
    await assembly.published()
    refused = await run_off(assembly, choice(*keys))
    assert field_error(refused) == ("/questions/0/options", "not_the_leading_options")


async def test_a_run_off_under_other_names_is_refused(assembly: Assembly) -> None:
    await assembly.opened(questions=[choice("a", "b", "c")])
    for owner, brand in enumerate("aabbc"):
        done(await assembly.cast(await assembly.resident(owner), brand))
    await assembly.published()
    asked = choice("a", "b")
    asked["options"][0]["title"] = "另一个牌子"
    refused = await run_off(assembly, asked)
    assert field_error(refused) == ("/questions/0/options", "not_the_leading_options")


async def test_a_round_that_chose_or_was_not_counted_has_no_run_off(assembly: Assembly) -> None:
    await assembly.opened(questions=[choice("a", "b")])
    assert code(await run_off(assembly, choice("a", "b"))) == (409, "no_run_off")
    for owner in range(5):
        done(await assembly.cast(await assembly.resident(owner), "a"))
    await assembly.published()
    assert code(await run_off(assembly, choice("a", "b"))) == (409, "no_run_off")


async def run_off(assembly: Assembly, asked: dict[str, Any]) -> httpx.Response:
    days = {"opens_on": "2027-01-10", "closes_on": "2027-01-20"}
    body = round_body(new_id(), run_off_of=str(assembly.round_id), questions=[asked], **days)
    return await assembly.admin.post("ballot-rounds", json=body)


async def test_a_survey_opens_at_once_and_is_never_called_a_decision(assembly: Assembly) -> None:
    refused = await assembly.draft(mode="survey", questions=[question(preset="ordinary")])
    assert code(refused) == (409, "survey_cannot_decide")
    days = {"opens_on": "2026-11-02", "closes_on": "2026-11-04"}
    done(await assembly.draft(mode="survey", **days))
    done(await assembly.step("notice"))
    await assembly.work()
    for owner in range(6):
        done(await assembly.cast(await assembly.resident(owner)))
    (judged,) = (await assembly.published())["questions"]
    assert judged["returned"]["outcome"] == "reported"


@pytest.mark.parametrize(
    ("days", "refusal"),
    [
        ({"opens_on": "2026-11-16", "closes_on": "2026-11-27"}, "notice_too_short"),
        ({"opens_on": "2026-11-17", "closes_on": "2026-11-20"}, "window_too_short"),
        ({"opens_on": "2026-11-17", "closes_on": "2027-02-20"}, "window_too_long"),
    ],
)
async def test_the_citys_procedure_decides_what_may_be_noticed(
    assembly: Assembly, days: dict[str, str], refusal: str
) -> None:
    done(await assembly.draft(**days))
    assert code(await assembly.step("notice")) == (409, refusal)


async def test_after_the_notice_no_question_rule_or_date_can_be_changed(
    assembly: Assembly,
) -> None:
    drafted = done(await assembly.draft())
    body = round_body(assembly.round_id, questions=[question(words="另一个问题")])
    del body["id"]
    etag = {"If-Match": f'"{drafted["version"]}"'}
    changed = ok(await assembly.admin.put(assembly.round, json=body, headers=etag))
    assert changed["questions"][0]["words"] == "另一个问题"
    stale = await assembly.admin.put(assembly.round, json=body, headers=etag)
    assert code(stale) == (412, "changed_meanwhile")
    done(await assembly.step("notice"))
    newest = {"If-Match": f'"{(await assembly.read())["version"]}"'}
    late = await assembly.admin.put(assembly.round, json=body, headers=newest)
    assert code(late) == (409, "round_is_noticed")


async def test_a_question_changed_behind_the_servers_back_after_the_notice_is_not_opened(
    assembly: Assembly,
) -> None:
    done(await assembly.draft())
    done(await assembly.step("notice"))
    here = questions.c.community_id == assembly.community_id
    await assembly.execute(update(questions).where(here).values(words="别的问题"))
    assembly.time.set(OPENS)
    assert code(await assembly.step("opening")) == (409, "not_in_notice")


async def test_a_rule_changed_behind_the_servers_back_is_not_counted(assembly: Assembly) -> None:
    await assembly.opened()
    here = questions.c.community_id == assembly.community_id
    await assembly.execute(update(questions).where(here).values(rule=[]))
    assembly.time.set(CLOSES)
    await assembly.work()
    assert code(await assembly.step("count")) == (409, "not_in_notice")


async def test_a_round_is_withdrawn_before_it_opens_and_annulled_after(
    assembly: Assembly,
) -> None:
    done(await assembly.draft())
    done(await assembly.step("notice"))
    bare = await assembly.step("withdrawal")
    assert field_error(bare) == ("/reason", "missing")
    assert done(await assembly.step("withdrawal", reason="日期不对"))["state"] == "withdrawn"
    assembly.time.set(OPENS)
    await assembly.work()
    assert (await assembly.read())["state"] == "withdrawn"
    assembly.round_id = new_id()
    later = {"opens_on": "2026-12-04", "closes_on": "2026-12-12"}
    done(await assembly.draft(**later))
    done(await assembly.step("notice"))
    assembly.time.set(OPENS, days=17)
    await assembly.work()
    assert code(await assembly.step("withdrawal", reason="x")) == (409, "round_step_not_possible")
    annulled = done(await assembly.step("annulment", reason="程序有误"))
    assert annulled["changes"][-1]["reason"] == "程序有误"


async def test_the_official_mode_takes_no_ballots_here(assembly: Assembly) -> None:
    await assembly.opened(mode="official_import")
    line, *_ = await assembly.electors()
    voter = await assembly.resident(0)
    refused = await assembly.cast(voter, elector_id=line["elector_id"])
    assert code(refused) == (409, "other_way_decides")
    assert code(await assembly.paper(line)) == (409, "other_way_decides")
    assembly.time.set(CLOSES)
    may = (await assembly.admin.get(assembly.round)).json()["may"]
    assert ("import_official" in may, "count" in may) == (True, False)
    assert code(await assembly.step("count")) == (409, "official_result_missing")


async def test_a_delivery_is_recorded_once_by_sync_and_only_within_ones_buildings(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    payload = {
        "round_id": str(assembly.round_id),
        "household_id": str(assembly.building.household_ids[0]),
        "how": "handed_over",
        "delivered_at": assembly.time.moment.isoformat(),
    }
    items = [
        {
            "id": str(new_id()),
            "kind": "ballot_delivery",
            "recorded_at": payload["delivered_at"],
            "payload": {**payload, **more},
            "attachments": files,
        }
        for more, files in (
            ({}, [FILE]),
            ({"household_id": str(new_id())}, []),
            ({"how": "public_notice", "delivered_at": CLOSES.isoformat()}, []),
        )
    ]
    head = {"device_id": str(new_id()), "app_version": "1", "device_time": payload["delivered_at"]}
    for verdicts in (["accepted", "rejected", "rejected"], ["duplicate", "rejected", "rejected"]):
        headers = {"Idempotency-Key": str(new_id())}
        answer = ok(
            await assembly.volunteer.post("sync", json={**head, "items": items}, headers=headers)
        )
        assert [each["verdict"] for each in answer["results"]] == verdicts
    (listed,) = ok(await assembly.lead.get(f"{assembly.round}/deliveries"))["items"]
    assert (listed["proven"], listed["door"], len(listed["attachments"])) == (False, "1-1-101", 1)


async def test_an_undeliverable_ballot_hangs_long_enough_or_is_not_delivered(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    assembly.time.set(CLOSES, days=-6)
    late = await assembly.deliver(0, how="public_notice", attachments=[FILE])
    assert code(late) == (409, "undeliverable_notice_too_late")
    assembly.time.set(CLOSES, days=-9)
    done(await assembly.deliver(0, how="public_notice", attachments=[FILE]))


async def test_drafts_are_seen_by_those_who_prepare_them(assembly: Assembly) -> None:
    done(await assembly.draft())
    resident = await assembly.as_("resident")
    assert code(await resident.get(assembly.round)) == (404, "not_found")
    assert ok(await resident.get("ballot-rounds"))["items"] == []
    assert ok(await assembly.admin.get("ballot-rounds?state=draft"))["items"][0]["state"] == "draft"


async def test_what_is_drafted_must_exist(assembly: Assembly) -> None:
    refused = await assembly.draft(scope={"building_ids": [str(new_id())], "stairwell_ids": []})
    assert field_error(refused) == ("/scope/building_ids", "unknown_reference")
    two = [question(), question()]
    two[1]["id"] = two[0]["id"]
    assert field_error(await assembly.draft(questions=two))[1] == "question_twice"
    one = question(kind="choice", options=[{"key": "a", "title": "A"}])
    assert field_error(await assembly.draft(questions=[one]))[1] == "options_needed"
    reserved = choice("agree", "b")
    assert code(await assembly.draft(questions=[reserved])) == (409, "option_key_reserved")


async def test_a_scope_of_one_building_asks_its_owners_only(assembly: Assembly) -> None:
    scope = {"building_ids": [str(assembly.building.id)], "stairwell_ids": []}
    await assembly.opened(scope=scope)
    assert (await assembly.read())["electorate"]["heads"] == 6


async def test_a_second_round_runs_beside_the_first_with_codes_of_its_own(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    first = {line["code"] for line in await assembly.electors()}
    assembly.round_id = new_id()
    done(await assembly.draft(mode="survey", **DAYS))
    done(await assembly.step("notice"))
    await assembly.work()
    assert first.isdisjoint({line["code"] for line in await assembly.electors()})
    assert len(await assembly.rows(rounds)) == 2


async def test_whatever_is_done_in_whatever_order_the_ledger_counts_what_the_rule_counts(
    assembly: Assembly,
) -> None:
    """Random votes, papers, confirmations, corrections; the rule judges them all at the end."""
    await assembly.opened()
    chance = random.Random(20_261_118)  # noqa: S311 - any sequence will do
    lines, voters = await assembly.electors(), [await assembly.resident(o) for o in range(6)]
    every: list[dict[str, Any]] = []
    for turn in range(60):
        assembly.time.set(OPENS, hours=9, minutes=turn)
        await one_act(assembly, chance, lines, voters, every)
    window = Window(OPENS, CLOSES)
    wanted = counted_ballots([CastBallot(**one) for one in every], window, RoundMode.PAPER_LEDGER)
    shown = {
        voter["elector_id"]: voter["counted"]["id"]
        for client in voters
        for voter in ok(await client.get(f"{assembly.round}/my-ballots"))["electors"]
        if voter["counted"]
    }
    assert shown == {elector: ballot.id for elector, ballot in wanted.counted.items()}


async def one_act(
    assembly: Assembly,
    chance: random.Random,
    lines: list[Any],
    voters: list[Any],
    every: list[dict[str, Any]],
) -> None:
    owner = chance.randrange(6)
    papers = [one for one in every if one["way"] is Way.PAPER]
    replaced = {one["corrects"] for one in papers}
    waiting = [one for one in papers if not one["confirmed"] and one["id"] not in replaced]
    act = chance.choice(["cast", "cast", "paper", "confirm", "correct"])
    about = {"elector": lines[owner]["elector_id"], "sequence": len(every)}
    if act == "cast":
        made = done(await assembly.cast(voters[owner], elector_id=about["elector"]))
        about |= {"cast_at": assembly.time.moment}
        every.append({"id": made["id"], "way": Way.PHONE, **about})
    elif act == "confirm" and waiting:
        one = chance.choice(waiting)
        done(await assembly.confirm(one["id"]))
        one["confirmed"] = True
    elif act in {"paper", "correct"}:
        theirs = [one["id"] for one in papers if one["elector"] == about["elector"]]
        corrects = theirs[-1] if act == "correct" and theirs else None
        made = done(await assembly.paper(lines[owner], corrects=corrects))
        about |= {"cast_at": assembly.time.moment - timedelta(hours=1), "confirmed": False}
        every.append({"id": made["id"], "way": Way.PAPER, "corrects": corrects, **about})


async def test_a_final_result_settles_the_proposal_it_was_about(assembly: Assembly) -> None:
    proposal = await proposed(assembly.admin, *READY)
    await assembly.opened(questions=[about(proposal)])
    for owner in range(5):
        done(await assembly.cast(await assembly.resident(owner)))
    await assembly.published()
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    found = ok(await assembly.admin.get(f"proposals/{proposal}"))
    assert (found["state"], found["round_id"]) == ("adopted", str(assembly.round_id))


async def test_a_proposal_that_cannot_be_settled_leaves_a_fact_and_the_result_final(
    assembly: Assembly,
) -> None:
    proposal = await proposed(assembly.admin, *READY)
    await assembly.opened(questions=[about(proposal)])
    this = update(proposals).where(proposals.c.id == UUID(proposal))
    await assembly.execute(this.values(state="revision"))
    await assembly.published()
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    assert (await assembly.read())["state"] == "final"
    (fact,) = await assembly.rows(table(Fact), kind="deliberation.ballot_round.unsettled")
    assert "proposal_not_ready" in fact["leaf"]


async def test_the_version_of_a_scheme_that_was_noticed_is_the_one_that_is_adopted(
    assembly: Assembly,
) -> None:
    plan, (scheme,) = await planned(assembly, "per_household")
    missing = about_schemes(plan, [str(new_id())])
    refused = await assembly.draft(questions=[missing])
    assert field_error(refused) == ("/questions/0/subject/id", "unknown_reference")
    await assembly.opened(questions=[about_schemes(plan, [scheme])])
    rules = {"title": "按面积", "method": "area"}
    etag, path = {"If-Match": '"1"'}, f"cost-schemes/{scheme}"
    refused = await assembly.admin.put(path, json=rules, headers=etag)
    assert code(refused) == (409, "scheme_in_ballot")
    for owner in range(6):
        done(await assembly.cast(await assembly.resident(owner)))
    await assembly.published()
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    (adopted,) = await assembly.rows(adoptions)
    (version,) = await assembly.rows(versions, id=adopted["version_id"])
    assert (version["number"], adopted["round_id"]) == (1, assembly.round_id)


async def test_a_comparison_list_is_put_to_the_vote_by_its_options_once_it_is_published(
    assembly: Assembly,
) -> None:
    listed = await compared(assembly, published=False)
    subject = {"kind": "comparison_list", "id": listed}
    refused = await assembly.draft(questions=[choice("a", "b", subject=subject)])
    assert field_error(refused) == ("/questions/0/subject/id", "unknown_reference")
    await publish(assembly, f"comparison-lists/{listed}")
    for stranger in (choice("a", "z", subject=subject), question(subject=subject)):
        refused = await assembly.draft(questions=[stranger])
        assert field_error(refused) == ("/questions/0/options", "unknown_reference")
    await assembly.opened(questions=[choice("a", "b", subject=subject)])
    (asked,) = (await assembly.read())["questions"]
    assert asked["subject"] == {**subject, "version": 1}


RULE_CODES = (
    "approval_below_half",
    "area_not_positive",
    "citation_needed",
    "not_in_notice",
    "notice_too_short",
    "option_key_reserved",
    "option_twice",
    "survey_cannot_decide",
    "undeliverable_notice_too_late",
    "unit_differs",
    "window_too_long",
    "window_too_short",
    "another_co_owner_votes",
    "co_owners_have_no_voter",
    "no_upheld_objection",
    "preset_below_the_law",
    "options_renamed",
    "plan_unpublished",
    "proposal_in_work",
    "proposal_outside_scope",
    "scheme_outside_scope",
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_refusals_by_rules_have_words(language: str) -> None:
    words = catalog(language)
    for refused in RULE_CODES:
        assert words[f"{refused}.title"]
        assert words[f"{refused}.detail"]
