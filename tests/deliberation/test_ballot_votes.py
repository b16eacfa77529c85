"""Voting on the phone: who may, until when, and what counts."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from factories.ballots import (
    CLOSES,
    OPENS,
    Assembly,
    assembled,
    choice,
    code,
    done,
    field_error,
    ok,
    question,
)
from linli.community.models import HouseholdMember
from linli.community.public import HOUSEHOLDS, OWNERS, OWNERSHIPS
from linli.config import Settings
from linli.deliberation.queries.ballots.tables import answers, ballots, counted, electors
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        yield made


async def mine(assembly: Assembly, client: Any) -> Any:
    return ok(await client.get(f"{assembly.round}/my-ballots"))["electors"]


async def test_a_vote_may_be_changed_and_the_newest_counts_while_all_are_kept(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    first = done(await assembly.cast(voter, "agree"))
    assembly.time.set(OPENS, hours=12)
    second = done(await assembly.cast(voter, "oppose"))
    assert (first["counts"], second["counts"]) == (True, True)
    (line,) = await mine(assembly, voter)
    assert line["counted"]["id"] == second["id"]
    assert line["counted"]["answers"][0]["answer"] == "oppose"
    assert line["counted"]["receipt"] == second["receipt"]
    assert line["ballots"] == 2
    assert len(await assembly.rows(ballots)) == 2
    result = await assembly.published()
    assert result["questions"][0]["counts"]["oppose"]["heads"] == 1
    assert result["questions"][0]["counts"]["agree"]["heads"] == 0


async def test_the_last_moment_is_in_time_and_the_closing_second_is_not(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    early, late = await assembly.resident(0), await assembly.resident(1)
    assembly.time.set(CLOSES - timedelta(microseconds=1))
    done(await assembly.cast(early))
    assembly.time.set(CLOSES)
    assert code(await assembly.cast(late)) == (409, "round_is_over")
    assert (await assembly.read())["state"] == "open", "the worker has not come yet"
    await assembly.work()
    assert code(await assembly.cast(late)) == (409, "round_is_over")
    assert len(await assembly.rows(ballots)) == 1


async def test_the_first_moment_is_in_time_once_open_and_before_it_is_too_early(
    assembly: Assembly,
) -> None:
    done(await assembly.draft())
    done(await assembly.step("notice"))
    assembly.time.set(OPENS - timedelta(microseconds=1))
    await assembly.work()
    assert code(await assembly.step("opening")) == (409, "opens_later")
    assembly.time.set(OPENS)
    done(await assembly.step("opening"))
    voter = await assembly.resident(0)
    done(await assembly.cast(voter))


async def test_what_a_phones_own_clock_says_is_never_asked(assembly: Assembly) -> None:
    """A phone that is hours behind may believe that voting goes on: the server decides."""
    await assembly.opened()
    voter = await assembly.resident(0)
    (line,) = await mine(assembly, voter)
    body = {
        "id": str(new_id()),
        "elector_id": line["elector_id"],
        "answers": assembly.answers(),
        "cast_at": (CLOSES - timedelta(hours=3)).isoformat(),
    }
    refused = await voter.post(f"{assembly.round}/ballots", json=body)
    assert field_error(refused) == ("/cast_at", "extra_forbidden")
    del body["cast_at"]
    assembly.time.set(CLOSES, seconds=1)
    assert code(await voter.post(f"{assembly.round}/ballots", json=body)) == (409, "round_is_over")


async def test_a_ballot_sent_again_after_the_closing_is_known_with_its_receipt(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    (line,) = await mine(assembly, voter)
    body = {
        "id": str(new_id()),
        "elector_id": line["elector_id"],
        "answers": assembly.answers(),
    }
    first = await voter.post(f"{assembly.round}/ballots", json=body)
    assembly.time.set(CLOSES, hours=1)
    await assembly.work()
    again = await voter.post(f"{assembly.round}/ballots", json=body)
    assert (first.status_code, again.status_code) == (201, 200)
    assert first.json() == again.json()
    other = await voter.post(
        f"{assembly.round}/ballots", json={**body, "answers": assembly.answers("oppose")}
    )
    assert code(other) == (409, "conflict")


async def test_two_phones_at_once_give_one_counted_ballot_and_two_kept(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    other_phone = await assembly.resident(0)
    (line,) = await mine(assembly, voter)
    given = await asyncio.gather(
        *[
            assembly.cast(client, answer, elector_id=line["elector_id"])
            for client in (voter, other_phone)
            for answer in ("agree", "oppose", "abstain")
        ]
    )
    assert {answer.status_code for answer in given} == {201}
    assert len(await assembly.rows(ballots)) == 6
    assert len({row["sequence"] for row in await assembly.rows(ballots)}) == 6
    assert len(await assembly.rows(counted)) == 1
    result = await assembly.published()
    counts = result["questions"][0]["counts"]
    assert sum(counts[one]["heads"] for one in ("agree", "oppose", "abstain")) == 1


async def test_the_same_ballot_sent_many_times_at_once_is_kept_once(assembly: Assembly) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    (line,) = await mine(assembly, voter)
    one = {"id": str(new_id()), "elector_id": line["elector_id"]}
    given = await asyncio.gather(*[assembly.cast(voter, **one) for _ in range(12)])
    assert sorted(answer.status_code for answer in given) == [200] * 11 + [201]
    assert len(await assembly.rows(ballots)) == 1


async def test_closing_waits_for_votes_under_way_and_none_slips_in_after(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    voters = [await assembly.resident(owner) for owner in range(6)]
    lines = [(await mine(assembly, voter))[0]["elector_id"] for voter in voters]
    assembly.time.set(CLOSES - timedelta(seconds=1))

    async def close() -> None:
        await asyncio.sleep(0)
        assembly.time.set(CLOSES)
        await assembly.work()

    votes = [
        assembly.cast(voter, elector_id=line) for voter, line in zip(voters, lines, strict=True)
    ]
    *given, _ = await asyncio.gather(*votes, close())
    accepted = sum(answer.status_code == 201 for answer in given)
    assert (
        accepted + sum(code(each) == (409, "round_is_over") for each in given if each.is_error) == 6
    )
    done(await assembly.step("count"))
    result = await assembly.result()
    assert result["ballots"] == accepted == len(await assembly.rows(ballots))


async def test_all_questions_are_answered_or_none(assembly: Assembly) -> None:
    await assembly.opened(questions=[question(), choice("a", "b", "c")])
    voter = await assembly.resident(0)
    (line,) = await mine(assembly, voter)
    both = assembly.answers(["agree", "b"])
    wrong = {
        "missing": (both[:1], ("/answers", "answer_missing")),
        "twice": ([both[0], both[0]], ("/answers/1/question_id", "answer_twice")),
        "foreign": (
            [both[0], {"question_id": str(new_id()), "answer": "b"}],
            ("/answers/1/question_id", "unknown_question"),
        ),
        "no option": (assembly.answers(["agree", "d"]), ("/answers/1/answer", "unknown_answer")),
        "invalid": (assembly.answers(["invalid", "b"]), ("/answers/0/answer", "unknown_answer")),
        "a state": (
            assembly.answers(["agree", "unreturned"]),
            ("/answers/1/answer", "unknown_answer"),
        ),
    }
    for given, error in wrong.values():
        body = {"id": str(new_id()), "elector_id": line["elector_id"], "answers": given}
        assert field_error(await voter.post(f"{assembly.round}/ballots", json=body)) == error
    assert await assembly.rows(ballots) == []
    done(await assembly.cast(voter, ["agree", "b"]))
    assert len(await assembly.rows(answers)) == 2


async def test_only_a_verified_owner_votes(assembly: Assembly) -> None:
    await assembly.opened()
    tenant = await assembly.as_("resident")
    assert await mine(assembly, tenant) == []
    someone = (await assembly.electors())[0]["elector_id"]
    assert code(await assembly.cast(tenant, elector_id=someone)) == (404, "not_found")
    representative = await assembly.as_("representative")
    assert code(await assembly.cast(representative, elector_id=someone)) == (404, "not_found")
    assert code(await assembly.cast(assembly.admin, elector_id=someone)) == (404, "not_found")


async def test_an_owner_who_was_removed_no_longer_votes_and_the_electorate_stays(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    (line,) = await mine(assembly, voter)
    members = table(HouseholdMember)
    ended = {"ended_at": assembly.time.moment, "ended_by": new_id()}
    this = members.c.community_id == assembly.community_id
    await assembly.execute(update(members).where(this).values(ended))
    assert await mine(assembly, voter) == []
    refused = await assembly.cast(voter, elector_id=line["elector_id"])
    assert code(refused) == (404, "not_found")
    assert (await assembly.read())["electorate"] == {"heads": 6, "area_dm2": 53700}


@pytest.mark.parametrize("of", [electors, ballots, answers])
async def test_the_database_refuses_to_change_or_remove_what_was_frozen_or_cast(
    assembly: Assembly, of: Any
) -> None:
    await assembly.opened()
    done(await assembly.cast(await assembly.resident(0)))
    here = of.c.community_id == assembly.community_id
    for statement in (
        update(of).where(here).values(community_id=of.c.community_id),
        delete(of).where(here),
    ):
        with pytest.raises(DBAPIError, match="append-only"):
            await assembly.execute(statement)


async def test_the_database_itself_lets_no_elector_have_two_counted_ballots(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    voter = await assembly.resident(0)
    done(await assembly.cast(voter))
    (row,) = await assembly.rows(counted)
    again = {**row, "id": new_id()}
    with pytest.raises(DBAPIError):
        await assembly.execute(counted.insert().values(again))


async def test_later_edits_of_the_roster_do_not_touch_what_was_frozen(
    assembly: Assembly,
) -> None:
    await assembly.opened()
    before = await assembly.read()
    await assembly.own(0, name="新业主")
    here = HOUSEHOLDS.c.community_id == assembly.community_id
    await assembly.execute(update(HOUSEHOLDS).where(here).values(area_dm2=1))
    for of, column in ((OWNERSHIPS, "owner_id"), (OWNERS, "id")):
        sold = (of.c.community_id == assembly.community_id, of.c[column] == assembly.owners[5])
        await assembly.execute(delete(of).where(*sold))
    done(await assembly.cast(await assembly.resident(0)))
    result = await assembly.published()
    assert result["round"]["electorate"] == before["electorate"]
    assert result["questions"][0]["counts"]["agree"] == {"heads": 1, "area_dm2": 8950}


async def test_counting_is_refused_when_an_elector_was_added_behind_the_servers_back(
    assembly: Assembly,
) -> None:
    """The triggers refuse edits; what slips in beside them is found by the frozen digest."""
    await assembly.opened()
    (row, *_) = await assembly.rows(electors)
    forged = {
        **row,
        "id": new_id(),
        "code": "0000-0000-0000",
        "owner_keys": "forged",
        "paper_code": None,
    }
    await assembly.execute(electors.insert().values(forged))
    assembly.time.set(CLOSES)
    await assembly.work()
    assert code(await assembly.step("count")) == (409, "electorate_changed")
