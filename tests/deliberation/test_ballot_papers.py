"""Paper ballots: read twice by two people, corrected by new entries, one ledger with phones."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import update

from factories.ballots import CLOSES, OPENS, Assembly, assembled, code, done, field_error, ok
from linli.config import Settings
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.queries.ballots.tables import ballots, confirmations, counted, rounds
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id


@pytest.fixture
async def assembly(database: Database, config: Settings) -> AsyncIterator[Assembly]:
    async with assembled(database, config) as made:
        await made.opened()
        yield made


async def test_a_paper_counts_once_a_second_person_has_read_the_same(assembly: Assembly) -> None:
    (elector, *_) = await assembly.electors()
    typed = done(await assembly.paper(elector))
    assert (typed["counts"], typed["why_not"]) == (False, "awaits_confirmation")
    assert typed["doors"] == ["1-1-101"]
    assert code(await assembly.confirm(typed["id"], by=assembly.lead)) == (
        403,
        "second_person_needed",
    )
    confirmed = done(await assembly.confirm(typed["id"]))
    assert confirmed["counts"] is True
    third = await assembly.confirm(typed["id"], by=assembly.admin)
    assert code(third) == (409, "already_confirmed")


async def test_who_reads_second_is_not_shown_what_the_first_one_typed(
    assembly: Assembly,
) -> None:
    (elector, *_) = await assembly.electors()
    done(await assembly.paper(elector, "oppose"))
    for client in (assembly.volunteer, assembly.lead, assembly.admin):
        listed = await client.get(f"{assembly.round}/paper-ballots?waiting=true")
        assert len(ok(listed)["items"]) == 1
        assert "oppose" not in listed.text


async def test_a_wrong_entry_is_put_right_by_a_new_one_and_both_are_kept(
    assembly: Assembly,
) -> None:
    (elector, *_) = await assembly.electors()
    wrong = done(await assembly.paper(elector, "oppose"))
    done(await assembly.confirm(wrong["id"], "oppose"))
    right = done(await assembly.paper(elector, "agree", corrects=wrong["id"]))
    result_before = {row["ballot_id"] for row in await assembly.rows(counted)}
    assert {str(one) for one in result_before} == {wrong["id"]}, "until it is confirmed"
    assert done(await assembly.confirm(right["id"]))["counts"] is True
    assert len(await assembly.rows(ballots)) == 2
    result = await assembly.published()
    assert result["questions"][0]["counts"]["agree"]["heads"] == 1


async def test_an_entry_that_was_corrected_before_anybody_read_it_waits_for_nobody(
    assembly: Assembly,
) -> None:
    (elector, *_) = await assembly.electors()
    wrong = done(await assembly.paper(elector, "oppose"))["id"]
    right = done(await assembly.paper(elector, "agree", corrects=wrong))["id"]
    listed = ok(await assembly.lead.get(f"{assembly.round}/paper-ballots"))["items"]
    assert {one["id"]: one["waits"] for one in listed} == {wrong: False, right: True}
    assert code(await assembly.confirm(wrong, "oppose")) == (409, "paper_settled")
    assert done(await assembly.confirm(right))["counts"] is True


async def test_a_correction_of_nothing_is_refused(assembly: Assembly) -> None:
    first, second, *_ = await assembly.electors()
    theirs = done(await assembly.paper(first))
    refused = await assembly.paper(second, corrects=theirs["id"])
    assert field_error(refused) == ("/corrects", "nothing_to_correct")


async def test_signed_paper_goes_before_the_phone_in_a_paper_ledger(assembly: Assembly) -> None:
    (elector, *_) = await assembly.electors()
    typed = done(await assembly.paper(elector, "agree"))
    done(await assembly.confirm(typed["id"]))
    voter = await assembly.resident(0)
    (told,) = ok(await voter.get(f"{assembly.round}/my-ballots"))["electors"]
    assert (told["may_vote"], told["would_not_count"]) == (True, "signed_paper_is_the_original")
    later = done(await assembly.cast(voter, "oppose"))
    assert (later["counts"], later["why_not"]) == (False, told["would_not_count"])
    (line,) = ok(await voter.get(f"{assembly.round}/my-ballots"))["electors"]
    assert (line["counted"]["way"], line["ballots"]) == ("paper", 2)


async def test_paper_and_phone_at_once_give_one_counted_ballot(assembly: Assembly) -> None:
    lines = await assembly.electors()
    typed = [done(await assembly.paper(line)) for line in lines]
    voters = [await assembly.resident(owner) for owner in range(6)]
    given = await asyncio.gather(
        *[assembly.confirm(each["id"]) for each in typed],
        *[
            assembly.cast(voter, "oppose", elector_id=line["elector_id"])
            for voter, line in zip(voters, lines, strict=True)
        ],
    )
    assert {answer.status_code for answer in given} == {201}
    assert len(await assembly.rows(counted)) == 6
    result = await assembly.published()
    assert result["questions"][0]["counts"]["agree"]["heads"] == 6
    assert result["questions"][0]["counts"]["oppose"]["heads"] == 0


async def test_two_people_confirming_at_once_confirm_it_once(assembly: Assembly) -> None:
    (elector, *_) = await assembly.electors()
    typed = done(await assembly.paper(elector))
    given = await asyncio.gather(
        assembly.confirm(typed["id"]), assembly.confirm(typed["id"], by=assembly.admin)
    )
    assert sorted(answer.status_code for answer in given) == [201, 409]
    assert len(await assembly.rows(confirmations)) == 1


async def test_paper_handed_in_before_the_closing_may_be_typed_until_the_count(
    assembly: Assembly,
) -> None:
    (elector, other, *_) = await assembly.electors()
    assembly.time.set(CLOSES, hours=8)
    await assembly.work()
    in_time = {"handed_in_at": (CLOSES - timedelta(seconds=1)).isoformat()}
    typed = done(await assembly.paper(elector, **in_time))
    too_late = await assembly.paper(other, handed_in_at=CLOSES.isoformat())
    assert field_error(too_late) == ("/handed_in_at", "outside_window")
    assert code(await assembly.step("count")) == (409, "papers_wait")
    done(await assembly.confirm(typed["id"]))
    done(await assembly.step("count"))
    assert code(await assembly.paper(other, **in_time)) == (409, "round_is_over")


async def test_paper_of_the_future_or_before_the_opening_is_a_mistake(
    assembly: Assembly,
) -> None:
    (elector, *_) = await assembly.electors()
    future = (assembly.time.moment + timedelta(hours=1)).isoformat()
    assert field_error(await assembly.paper(elector, handed_in_at=future)) == (
        "/handed_in_at",
        "later_than_now",
    )
    early = (OPENS - timedelta(hours=1)).isoformat()
    assert field_error(await assembly.paper(elector, handed_in_at=early)) == (
        "/handed_in_at",
        "outside_window",
    )


async def test_a_code_is_found_as_it_is_typed_by_hand(assembly: Assembly) -> None:
    (elector, *_) = await assembly.electors()
    sloppy = elector["code"].lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert done(await assembly.paper({"code": sloppy}))["elector_id"] == elector["elector_id"]
    unknown = await assembly.paper({"code": "0000-0000-0000"})
    assert code(unknown) == (404, "not_found")
    found = ok(await assembly.lead.get(f"{assembly.round}/electors?code={elector['code']}"))
    assert [line["elector_id"] for line in found["items"]] == [elector["elector_id"]]


async def test_only_who_records_in_that_building_may_and_sees_its_photos(
    assembly: Assembly,
) -> None:
    (elector, *_) = await assembly.electors()
    elsewhere = await assembly.as_("volunteer", Scope.BUILDING, new_id())
    assert code(await assembly.paper(elector, by=elsewhere)) == (404, "not_found")
    resident = await assembly.as_("resident")
    assert code(await assembly.paper(elector, by=resident)) == (403, "forbidden")
    supervisor = await assembly.as_("supervisor")
    assert code(await assembly.paper(elector, by=supervisor)) == (403, "forbidden")
    seen = ok(await supervisor.get(f"{assembly.round}/electors"))["items"]
    assert len(seen) == 6


async def test_an_invalid_paper_takes_no_part(assembly: Assembly) -> None:
    (elector, *_) = await assembly.electors()
    typed = done(await assembly.paper(elector, "invalid"))
    done(await assembly.confirm(typed["id"], "invalid"))
    result = await assembly.published()
    (judged,) = result["questions"]
    assert judged["counts"]["invalid"]["heads"] == 1
    assert judged["returned"]["participants"]["heads"] == 0
    assert judged["returned"]["outcome"] == "no_quorum"


async def test_a_delivery_waits_for_a_count_and_then_finds_it_done(
    assembly: Assembly, database: Database
) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(assembly.community_id)
        await hold_round(tx, assembly.round_id)
        delivering = asyncio.create_task(assembly.deliver(0))
        assert not (await asyncio.wait({delivering}, timeout=0.3))[0]
        c = rounds.c
        await tx.execute(update(rounds).where(c.id == assembly.round_id).values(state="counted"))
    assert code(await delivering) == (409, "round_is_over")
