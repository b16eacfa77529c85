"""What a round puts to the vote stays as it was noticed until the round is over."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from factories.ballots import (
    CLOSES,
    Assembly,
    Client,
    assembled,
    choice,
    code,
    done,
    ok,
    question,
    round_body,
)
from factories.community import make_project
from linli.config import Settings
from linli.deliberation.queries.ballots.tables import questions
from linli.deliberation.queries.proposals.tables import proposals
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.facts.models import Fact
from linli.kernel.ids import new_id

HELD = (409, "proposal_in_ballot")


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def move(client: Client, proposal: str, target: str, **more: Any) -> httpx.Response:
    body = {"id": str(new_id()), "target": target, "reason": "改一个字", **more}
    return await client.post(f"proposals/{proposal}/moves", json=body)


async def reword(client: Client, proposal: str, follows: int = 1) -> httpx.Response:
    text = {"title": "电梯更新方案", "body": "只换一部。", "what_changed": "全改了"}
    body = {"id": str(new_id()), "follows": follows, **text}
    return await client.post(f"proposals/{proposal}/versions", json=body)


async def proposed(author: Client, *targets: str) -> str:
    body = {"id": str(new_id()), "title": "电梯更新方案", "body": "两部电梯都换。"}
    done(await author.post("proposals", json=body))
    for target in targets:
        moved = await move(author, body["id"], target)
        assert moved.is_success, moved.text
    return body["id"]


def about(proposal: str) -> dict[str, Any]:
    return question(subject={"kind": "proposal", "id": proposal})


async def test_a_text_that_is_voted_on_is_not_taken_back_reworded_or_decided_by_hand(
    assembly: Assembly,
) -> None:
    author = await assembly.as_("resident")
    ready = {"id": str(new_id())}
    proposal = await proposed(author, "open_for_comment")
    done(await move(author, proposal, "ready_to_decide", **ready))
    await assembly.opened(questions=[about(proposal)])
    for owner in range(5):
        done(await assembly.cast(await assembly.resident(owner)))
    for by, target in (
        (author, "revision"),
        (author, "withdrawn"),
        (assembly.admin, "adopted"),
        (assembly.admin, "rejected"),
    ):
        assert code(await move(by, proposal, target)) == HELD
    assert code(await reword(author, proposal)) == HELD
    shown = ok(await author.get(f"proposals/{proposal}"))
    assert (shown["state"], shown["next_moves"], shown["may_edit"]) == (
        "ready_to_decide",
        [],
        False,
    )
    again = await move(author, proposal, "ready_to_decide", **ready)
    assert again.status_code == 200
    await assembly.published()
    assert code(await move(author, proposal, "revision")) == HELD
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    found = ok(await author.get(f"proposals/{proposal}"))
    assert (found["state"], found["newest"]) == ("adopted", 1)
    done(await move(assembly.admin, proposal, "being_carried_out"))


async def test_a_draft_that_was_noticed_goes_on_in_the_words_of_the_notice(
    assembly: Assembly,
) -> None:
    author = await assembly.as_("resident")
    proposal = await proposed(author)
    done(await assembly.draft(questions=[about(proposal)]))
    done(await assembly.step("notice"))
    assert ok(await author.get(f"proposals/{proposal}"))["may_edit"] is False
    assert code(await reword(author, proposal)) == HELD
    done(await move(author, proposal, "open_for_comment"))
    done(await move(author, proposal, "revision"))
    assert code(await reword(author, proposal)) == HELD


@pytest.mark.parametrize("way", ["withdrawal", "annulment"])
async def test_a_round_that_is_taken_back_gives_its_text_free(assembly: Assembly, way: str) -> None:
    author = await assembly.as_("resident")
    proposal = await proposed(author, "open_for_comment", "ready_to_decide")
    if way == "annulment":
        await assembly.opened(questions=[about(proposal)])
    else:
        done(await assembly.draft(questions=[about(proposal)]))
        done(await assembly.step("notice"))
    assert code(await move(author, proposal, "revision")) == HELD
    done(await assembly.step(way, reason="文字有误"))
    done(await move(author, proposal, "revision"))
    done(await reword(author, proposal))


async def test_a_recount_holds_the_text_on(assembly: Assembly) -> None:
    proposal = await proposed(assembly.admin, "open_for_comment", "ready_to_decide")
    await assembly.opened(questions=[about(proposal)])
    await assembly.published()
    done(await assembly.step("recount", reason="录错一张"))
    assert code(await move(assembly.admin, proposal, "revision")) == HELD


async def test_the_version_stands_in_the_notice_and_is_the_one_that_is_settled(
    assembly: Assembly,
) -> None:
    proposal = await proposed(assembly.admin, "open_for_comment", "revision")
    done(await reword(assembly.admin, proposal))
    done(await move(assembly.admin, proposal, "ready_to_decide"))
    await assembly.opened(questions=[about(proposal)])
    (asked,) = await assembly.rows(questions)
    assert asked["subject_version"] == 2
    this = update(proposals).where(proposals.c.id == UUID(proposal))
    await assembly.execute(this.values(newest=3))
    for owner in range(5):
        done(await assembly.cast(await assembly.resident(owner)))
    await assembly.published()
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    assert (await assembly.read())["state"] == "final"
    (row,) = await assembly.rows(proposals)
    assert (row["state"], row["held_by_round"]) == ("ready_to_decide", None)
    (fact,) = await assembly.rows(table(Fact), kind="deliberation.ballot_round.unsettled")
    assert "proposal_reworded" in fact["leaf"]


async def test_of_rounds_noticed_at_once_one_asks_about_a_text(assembly: Assembly) -> None:
    proposal = await proposed(assembly.admin, "open_for_comment", "ready_to_decide")
    made = [round_body(new_id(), questions=[about(proposal)]) for _ in range(3)]
    for body in made:
        done(await assembly.admin.post("ballot-rounds", json=body))
    paths = [f"ballot-rounds/{body['id']}/notice" for body in made]
    steps = [assembly.admin.post(path, json={"id": str(new_id())}) for path in paths]
    answers = await asyncio.gather(*steps)
    assert sorted(answer.status_code for answer in answers) == [201, 409, 409]
    refused = [code(answer) for answer in answers if answer.status_code == 409]
    assert refused == [(409, "subject_in_another_round")] * 2


async def test_a_notice_and_a_new_wording_at_once_agree_on_what_is_voted_on(
    assembly: Assembly,
) -> None:
    proposal = await proposed(assembly.admin)
    done(await assembly.draft(questions=[about(proposal)]))
    worded, _ = await asyncio.gather(reword(assembly.admin, proposal), assembly.step("notice"))
    (asked,) = await assembly.rows(questions)
    (row,) = await assembly.rows(proposals)
    assert asked["subject_version"] == row["newest"] == (2 if worded.is_success else 1)
    assert code(await reword(assembly.admin, proposal, row["newest"])) == HELD


async def planned(assembly: Assembly, *methods: str) -> tuple[str, list[str]]:
    """A cost plan of the building; its schemes."""
    project = await make_project(assembly.database, assembly.community_id, [assembly.building.id])
    plan = {"id": str(new_id()), "project_id": str(project), "title": "电梯分摊"}
    done(await assembly.admin.post("cost-plans", json=plan))
    scope = {"kind": "lift", "label": "1栋电梯", "total_fen": 12_000_000, "sources": []}
    scope["places"] = [{"building_id": str(assembly.building.id)}]
    path, etag = f"cost-plans/{plan['id']}", {"If-Match": '"1"'}
    ok(await assembly.admin.put(f"{path}/scopes", json={"scopes": [scope]}, headers=etag))
    made = [{"id": str(new_id()), "title": method, "method": method} for method in methods]
    for scheme in made:
        done(await assembly.admin.post(f"{path}/schemes", json=scheme))
    return plan["id"], [str(scheme["id"]) for scheme in made]


async def share_otherwise(assembly: Assembly, scheme: str) -> list[httpx.Response]:
    """Edit it, and work it out anew."""
    path, first, second = f"cost-schemes/{scheme}", {"If-Match": '"1"'}, {"If-Match": '"2"'}
    rules = {"title": "改", "method": "incremental"}
    edited = await assembly.admin.put(path, json=rules, headers=first)
    headers = second if edited.is_success else first
    return [edited, await assembly.admin.post(f"{path}/recomputation", headers=headers)]


def about_schemes(plan: str, schemes: list[str]) -> dict[str, Any]:
    """One scheme to agree to, or several to choose among."""
    if len(schemes) == 1:
        subject = {"kind": "scheme", "id": schemes[0]}
        return question(subject=subject, matter="owners_pay_extra")
    asked = choice("a", "b", subject={"kind": "scheme", "id": plan})
    for option, scheme in zip(asked["options"], schemes, strict=True):
        option["subject_id"] = scheme
    return asked


@pytest.mark.parametrize("methods", [["per_household"], ["per_household", "area"]])
async def test_a_scheme_that_is_voted_on_takes_no_other_version(
    assembly: Assembly, methods: list[str]
) -> None:
    plan, schemes = await planned(assembly, *methods)
    done(await assembly.draft(questions=[about_schemes(plan, schemes)]))
    done(await assembly.step("notice"))
    for scheme in schemes:
        refused = await share_otherwise(assembly, scheme)
        assert {code(answer) for answer in refused} == {(409, "scheme_in_ballot")}
    another = {"id": str(new_id()), "title": "另一个", "method": "area"}
    done(await assembly.admin.post(f"cost-plans/{plan}/schemes", json=another))
    done(await assembly.step("withdrawal", reason="金额有误"))
    for scheme in schemes:
        assert {answer.status_code for answer in await share_otherwise(assembly, scheme)} == {200}


async def test_a_scheme_that_found_no_majority_may_be_shared_otherwise(assembly: Assembly) -> None:
    plan, (scheme,) = await planned(assembly, "per_household")
    await assembly.opened(questions=[about_schemes(plan, [scheme])])
    await assembly.published()
    assert {code(answer) for answer in await share_otherwise(assembly, scheme)} == {
        (409, "scheme_in_ballot")
    }
    assembly.time.set(CLOSES, days=16)
    await assembly.work()
    assert {answer.status_code for answer in await share_otherwise(assembly, scheme)} == {200}


async def test_a_notice_and_an_edit_at_once_agree_on_the_version(assembly: Assembly) -> None:
    plan, (scheme,) = await planned(assembly, "per_household")
    done(await assembly.draft(questions=[about_schemes(plan, [scheme])]))
    (edited, _), _ = await asyncio.gather(
        share_otherwise(assembly, scheme), assembly.step("notice")
    )
    newest = ok(await assembly.admin.get(f"cost-schemes/{scheme}"))["version"]
    (asked,) = await assembly.rows(questions)
    assert asked["subject_version"] == newest
    assert edited.is_success == (newest > 1)
