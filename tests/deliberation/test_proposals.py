"""Proposals from draft to done by their routes, on both databases."""

import asyncio
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from factories.house import House, act, refused, told
from factories.identity import actor
from factories.proposals import TEXT, draft, move, opened
from linli.deliberation.actions.proposals.settle_proposal import settle_proposal
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem

pytestmark = pytest.mark.usefixtures("morning")


async def test_a_proposal_is_drafted_commented_revised_decided_and_carried_out(
    house: House,
) -> None:
    admin = await house.admin()
    proposal = await draft(admin)
    for target, reason in (
        ("open_for_comment", ""),
        ("revision", ""),
        ("open_for_comment", ""),
        ("ready_to_decide", ""),
        ("adopted", "议事会通过，不需要业主表决"),
        ("being_carried_out", ""),
        ("done", ""),
    ):
        moved = told(await move(admin, proposal, target, reason))
        assert moved["state"] == target
    assert [each["target"] for each in moved["moves"]][-1] == "done"
    assert {each["by_name"] for each in moved["moves"]} == {"王秀英"}
    assert moved["next_moves"] == []


async def test_a_proposal_is_made_once_however_often_it_is_sent(house: House) -> None:
    admin = await house.admin()
    body = {"id": str(new_id()), "title": "电梯", "body": TEXT}
    answers = await asyncio.gather(*[admin.post("proposals", json=body) for _ in range(5)])
    assert sorted(each.status_code for each in answers) == [200, 200, 200, 200, 201]
    other = await admin.post("proposals", json={**body, "title": "另一个"})
    assert refused(other) == (409, "differs")
    assert len(told(await admin.get("proposals"))["items"]) == 1


async def test_a_draft_is_seen_by_its_author_and_the_office_only(house: House) -> None:
    author, other = await house.neighbour(0), await house.neighbour(1)
    proposal = await draft(author.client)
    path = f"proposals/{proposal}"
    assert (await author.client.get(path)).status_code == 200
    assert (await (await house.admin()).get(path)).status_code == 200
    for tail in ("", "/comments", "/versions", "/opinions", "/amendments"):
        assert refused(await other.client.get(path + tail)) == (404, "not_found")
    assert told(await other.client.get("proposals"))["items"] == []
    told(await move(author.client, proposal, "open_for_comment"))
    assert (await other.client.get(path)).status_code == 200


async def test_only_the_author_and_the_office_word_and_move_it(house: House) -> None:
    author, other = await house.neighbour(0), await house.neighbour(1)
    proposal = await draft(author.client)
    told(await move(author.client, proposal, "open_for_comment"))
    assert refused(await move(other.client, proposal, "revision")) == (403, "forbidden")
    told(await move(author.client, proposal, "ready_to_decide"))
    decided = await move(author.client, proposal, "adopted", "大家都同意")
    assert refused(decided) == (403, "forbidden")
    admin = await house.admin()
    assert refused(await move(admin, proposal, "adopted")) == (422, "reason_needed")
    assert refused(await move(admin, proposal, "done")) == (422, "move_not_allowed")
    told(await move(author.client, proposal, "withdrawn", "改提另一份"))
    shown = told(await other.client.get(f"proposals/{proposal}"))
    assert (shown["state"], shown["moves"][-1]["reason"]) == ("withdrawn", "改提另一份")


async def test_a_withdrawal_says_why(house: House) -> None:
    proposal = await opened(house)
    answer = await move(await house.admin(), proposal, "withdrawn")
    assert refused(answer) == (422, "reason_needed")


def version(follows: int, **more: Any) -> dict[str, Any]:
    return {
        "id": str(new_id()),
        "follows": follows,
        "title": "电梯更新方案",
        "body": TEXT + "\n\n一楼不出钱。",
        "what_changed": "加一句一楼不出钱",
        **more,
    }


async def test_every_version_stays_to_be_compared(house: House) -> None:
    admin = await house.admin()
    proposal = await draft(admin)
    path = f"proposals/{proposal}/versions"
    body = version(1)
    first, again = [await admin.post(path, json=body) for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 200)
    assert (first.json()["newest"], first.json()["body"]) == (2, body["body"])
    listed = told(await admin.get(path))["items"]
    assert [(each["number"], each["body"]) for each in listed] == [(1, TEXT), (2, body["body"])]
    told(await move(admin, proposal, "open_for_comment"))
    assert refused(await admin.post(path, json=version(2))) == (409, "text_is_fixed")
    with pytest.raises(DBAPIError):
        await run(house, text("UPDATE proposal_version SET title = title"))


async def run(house: House, statement: Any) -> None:
    async with house.database.transaction(write=True) as tx:
        await tx.enter(house.community_id)
        await tx.execute(statement)


async def test_two_who_word_it_at_once_do_not_overwrite_each_other(house: House) -> None:
    admin = await house.admin()
    proposal = await draft(admin)
    path = f"proposals/{proposal}/versions"
    answers = await asyncio.gather(*[admin.post(path, json=version(1)) for _ in range(4)])
    assert sorted(each.status_code for each in answers) == [201, 412, 412, 412]
    assert told(await admin.get(f"proposals/{proposal}"))["newest"] == 2


def amendment(**more: Any) -> dict[str, Any]:
    return {
        "id": str(new_id()),
        "version_number": 1,
        "quote": "两部电梯都换",
        "replacement": "先换一号梯，再换二号梯",
        "reason": "总要留一部能用",
        **more,
    }


async def test_an_amendment_is_taken_into_the_text_by_whoever_proposed_it(house: House) -> None:
    admin, person = await house.admin(), await house.neighbour(0)
    proposal = await opened(house)
    path = f"proposals/{proposal}/amendments"
    told(await person.client.post(path, json=(first := amendment())))
    told(await person.client.post(path, json=(second := amendment(quote="公共收益"))))
    yes = {"accepted": True, "reason": "有道理"}
    decision = f"amendments/{first['id']}/decision"
    assert refused(await act(admin, decision, yes)) == (409, "text_is_fixed")
    told(await move(admin, proposal, "revision"))
    assert refused(await act(person.client, decision, yes)) == (403, "forbidden")
    taken = told(await act(admin, decision, yes, "taken"))
    assert (taken["decision"], taken["taken_into"]) == ("accepted", 2)
    assert told(await act(admin, decision, yes))["taken_into"] == 2
    no = {"accepted": False, "reason": "再想想"}
    assert refused(await act(admin, decision, no)) == (409, "amendment_decided")
    told(await act(admin, f"amendments/{second['id']}/decision", no))
    assert refused(await admin.post(decision, json=yes)) == (400, "idempotency_key_required")
    again = await act(admin, decision, yes, "taken")
    assert (again.headers["Idempotency-Replayed"], again.json()) == ("true", taken)
    shown = told(await person.client.get(f"proposals/{proposal}"))
    assert shown["body"] == TEXT.replace("两部电梯都换", "先换一号梯，再换二号梯")
    listed = told(await person.client.get(path))["items"]
    assert [each["decision"] for each in listed] == ["accepted", "declined"]


async def test_an_amendment_whose_passage_is_gone_is_not_taken(house: House) -> None:
    admin, person = await house.admin(), await house.neighbour(0)
    proposal = await opened(house)
    path = f"proposals/{proposal}/amendments"
    for each in (first := amendment(), second := amendment(replacement="换一部")):
        told(await person.client.post(path, json=each))
    told(await move(admin, proposal, "revision"))
    yes = {"accepted": True, "reason": "有道理"}
    told(await act(admin, f"amendments/{first['id']}/decision", yes))
    late = await act(admin, f"amendments/{second['id']}/decision", yes)
    assert refused(late) == (409, "amendment_outdated")


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"quote": "三部电梯"}, "quote_not_there"),
        ({"quote": "。"}, "quote_not_there"),
        ({"version_number": 7}, "quote_not_there"),
        ({"replacement": "两部电梯都换"}, "nothing_changes"),
        ({"reason": ""}, "string_too_short"),
    ],
)
async def test_an_amendment_that_changes_nothing_clearly_is_refused(
    house: House, change: dict[str, Any], wrong: str
) -> None:
    person, proposal = await house.neighbour(0), await opened(house)
    path = f"proposals/{proposal}/amendments"
    answer = await person.client.post(path, json=amendment(**change))
    assert refused(answer) == (422, wrong)


async def test_a_ballot_round_settles_a_proposal_once(house: House) -> None:
    admin = await house.admin()
    proposal, round_id = await opened(house), new_id()

    async def settle() -> None:
        async with house.database.transaction(write=True) as tx:
            await tx.enter(house.community_id)
            office = actor(house.community_id, "community_admin")
            await settle_proposal(tx, office, UUID(proposal), adopted=True, round_id=round_id)

    with pytest.raises(Problem, match="proposal_not_ready"):
        await settle()
    told(await move(admin, proposal, "ready_to_decide"))
    await settle()
    await settle()
    shown = told(await admin.get(f"proposals/{proposal}"))
    assert (shown["state"], shown["round_id"]) == ("adopted", str(round_id))
    assert [each["target"] for each in shown["moves"]].count("adopted") == 1
    assert shown["moves"][-1]["round_id"] == str(round_id)


async def test_who_works_for_others_does_not_propose(house: House) -> None:
    for role in ("contractor", "legal_adviser", "volunteer"):
        person = await house.as_(role)
        assert refused(await person.client.post("proposals", json={})) == (403, "forbidden")
