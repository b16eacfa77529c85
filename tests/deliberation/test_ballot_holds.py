"""What a round puts to the vote stays as it was noticed until the round is over."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID

import httpx
import pytest
from sqlalchemy import update

from factories.ballots import (
    CLOSES,
    Assembly,
    Client,
    assembled,
    code,
    done,
    ok,
    round_body,
)
from factories.put_to_vote import about, about_schemes, move, planned, proposed
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


async def reword(client: Client, proposal: str, follows: int = 1) -> httpx.Response:
    text = {"title": "电梯更新方案", "body": "只换一部。", "what_changed": "全改了"}
    body = {"id": str(new_id()), "follows": follows, **text}
    return await client.post(f"proposals/{proposal}/versions", json=body)


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
    await assembly.taken_back("录错一张")
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
    proposal = await proposed(assembly.admin, "open_for_comment", "revision")
    done(await assembly.draft(questions=[about(proposal)]))

    async def worded_and_ready() -> httpx.Response:
        worded = await reword(assembly.admin, proposal)
        await move(assembly.admin, proposal, "ready_to_decide")
        return worded

    worded, noticed = await asyncio.gather(worded_and_ready(), assembly.step("notice"))
    if not noticed.is_success:
        assert code(noticed) == (409, "proposal_in_work")
        done(await assembly.step("notice"))
    (asked,) = await assembly.rows(questions)
    (row,) = await assembly.rows(proposals)
    assert asked["subject_version"] == row["newest"] == (2 if worded.is_success else 1)
    assert code(await reword(assembly.admin, proposal, row["newest"])) == HELD


async def share_otherwise(assembly: Assembly, scheme: str) -> list[httpx.Response]:
    """Edit it, and work it out anew."""
    path, first, second = f"cost-schemes/{scheme}", {"If-Match": '"1"'}, {"If-Match": '"2"'}
    rules = {"title": "改", "method": "incremental"}
    edited = await assembly.admin.put(path, json=rules, headers=first)
    headers = second if edited.is_success else first
    headers = {**headers, "Idempotency-Key": str(new_id())}
    return [edited, await assembly.admin.post(f"{path}/recomputation", headers=headers)]


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
