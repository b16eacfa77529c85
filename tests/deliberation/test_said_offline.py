"""What phones send later: what neighbours think of comments, and whether a report is fixed."""

from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from factories.clock import Clock
from factories.meeting_place import MeetingPlace, Neighbour, item, meeting_place
from linli.config import Settings
from linli.kernel import clock
from linli.kernel.db.database import Database
from linli.kernel.ids import new_id

MONDAY = datetime(2026, 11, 2, 2, tzinfo=UTC)
Report = dict[str, Any]


@pytest.fixture(autouse=True)
def time_passing() -> Iterator[Clock]:
    passing = Clock()
    passing.moment = MONDAY
    clock.set_clock(passing)
    yield passing
    clock.set_clock(None)


@pytest.fixture
async def place(database: Database, config: Settings) -> AsyncIterator[MeetingPlace]:
    async with meeting_place(database, config) as made:
        yield made


async def commented(place: MeetingPlace, author: Neighbour) -> tuple[str, str]:
    """An open proposal and a comment on it."""
    admin = await place.neighbour("community_admin")
    proposal = str(new_id())
    body = {"id": proposal, "title": "装电梯", "body": "一梯两户。", "project_id": None}
    assert (await admin.post("proposals", body)).status_code == 201
    move = {"id": str(new_id()), "target": "open_for_comment"}
    assert (await admin.post(f"proposals/{proposal}/moves", move)).is_success
    said = {"proposal_id": proposal, "version_number": 1, "reply_to": None, "position": "for"}
    said |= {"words": "早该装", "speaks_for": [], "said_at": clock.now().isoformat()}
    sent = item("proposal_comment", said)
    (result,) = await author.sync(sent)
    assert result["verdict"] == "accepted", result
    return proposal, str(result["id"])


def vote(comment: str, word: str, **ago: float) -> Report:
    at = (clock.now() - timedelta(**ago)).isoformat()
    return item("comment_vote", {"comment_id": comment, "vote": word, "said_at": at})


async def votes(who: Neighbour, proposal: str) -> tuple[dict[str, int], str | None]:
    (one,) = (await who.told(f"proposals/{proposal}/comments"))["items"]
    return one["votes"], one["my_vote"]


async def test_a_vote_said_offline_counts_once_and_the_newest_word_holds(
    place: MeetingPlace, time_passing: Clock
) -> None:
    author, voter = [await place.neighbour("resident") for _ in range(2)]
    proposal, comment = await commented(place, author)
    time_passing.pass_by(hours=2)
    older, newer = vote(comment, "agree", hours=1), vote(comment, "disagree")
    assert [one["verdict"] for one in await voter.sync(newer, older)] == ["accepted"] * 2
    assert await votes(voter, proposal) == ({"agree": 0, "disagree": 1, "pass": 0}, "disagree")
    again = await voter.sync(older, newer)
    assert [one["verdict"] for one in again] == ["duplicate"] * 2
    assert all(one["receipt"] for one in again)
    assert await votes(voter, proposal) == ({"agree": 0, "disagree": 1, "pass": 0}, "disagree")
    forged = {**newer, "payload": {**newer["payload"], "vote": "pass"}}
    (refused,) = await voter.sync(forged)
    assert refused["verdict"] == "conflict"


async def test_a_vote_that_cannot_be_taken_says_why_and_takes_no_other_with_it(
    place: MeetingPlace,
) -> None:
    author, voter = [await place.neighbour("resident") for _ in range(2)]
    proposal, comment = await commented(place, author)
    unknown, own = vote(str(new_id()), "agree"), vote(comment, "agree")
    (refused,) = await author.sync(own)
    assert (refused["verdict"], refused["problem"]["code"]) == ("rejected", "invalid")
    lost, taken = await voter.sync(unknown, vote(comment, "agree"))
    assert (lost["problem"]["code"], taken["verdict"]) == ("not_found", "accepted")
    assert (await votes(voter, proposal))[0]["agree"] == 1


async def said_fixed(place: MeetingPlace, reporter: Neighbour) -> str:
    contractor = await place.neighbour("contractor")
    report = {"kind": "lighting", "words": "灯不亮", "happened_at": clock.now().isoformat()}
    (made,) = await reporter.sync(item("feedback", report))
    one = str(made["id"])
    promise = {"words": "换灯泡", "promised_on": "2026-11-05"}
    await contractor.done(f"feedback/{one}/answer", promise)
    await contractor.done(f"feedback/{one}/fixing", {"words": "换好了"})
    return one


def is_fixed(report: str, *, fixed: bool, reason: str | None = None) -> Report:
    said = {"feedback_id": report, "fixed": fixed, "said_at": clock.now().isoformat()}
    return item("feedback_step", {**said, "reason": reason} if reason else said)


async def test_whether_it_is_fixed_is_said_offline_and_taken_once(place: MeetingPlace) -> None:
    reporter = await place.neighbour("resident")
    one = await said_fixed(place, reporter)
    not_yet = is_fixed(one, fixed=False, reason="还是不亮")
    (first,) = await reporter.sync(not_yet)
    (again,) = await reporter.sync(not_yet)
    assert (first["verdict"], again["verdict"]) == ("accepted", "duplicate")
    assert first["receipt"] == again["receipt"]
    told = await reporter.told(f"feedback/{one}")
    assert [step["to_state"] for step in told["steps"]][-2:] == ["said_fixed", "reopened"]
    (moved,) = await reporter.sync(is_fixed(one, fixed=True))
    assert (moved["verdict"], moved["problem"]["code"]) == ("rejected", "feedback_moved")


async def test_only_a_reporter_says_it_and_says_what_is_wrong(place: MeetingPlace) -> None:
    reporter, other = [await place.neighbour("resident") for _ in range(2)]
    one = await said_fixed(place, reporter)
    (refused,) = await other.sync(is_fixed(one, fixed=True))
    assert (refused["verdict"], refused["problem"]["code"]) == ("rejected", "forbidden")
    (silent,) = await reporter.sync(is_fixed(one, fixed=False))
    assert silent["problem"]["errors"][0]["code"] == "reason_if_not_fixed"
    (yes,) = await reporter.sync(is_fixed(one, fixed=True))
    assert yes["verdict"] == "accepted"
    assert (await reporter.told(f"feedback/{one}"))["state"] == "closed"
