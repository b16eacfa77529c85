"""Every building has who speaks for it; one building votes anew."""

import secrets
from collections import defaultdict
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from linli.community.public import HOUSEHOLDS
from linli.deliberation.actions.representatives.appoint import appoint
from linli.deliberation.actions.representatives.cast_secret_ballot import cast_secret_ballot
from linli.deliberation.actions.representatives.nominate import nominate
from linli.deliberation.actions.representatives.open_election import open_election
from linli.deliberation.actions.representatives.start_election import start_election
from linli.deliberation.queries.representatives.homes import homes_with_a_voice
from linli.deliberation.rules.representatives.receipt import TOKEN_BYTES, receipt_leaf
from linli.deliberation.schemas.representatives.election import (
    ElectionIn,
    ElectionOpeningIn,
    NominationIn,
    SecretBallotIn,
)
from linli.deliberation.schemas.representatives.mandate import AppointmentIn
from linli.demo.deliberating.earlier import days_ago
from linli.demo.documents import picture
from linli.demo.story import Story
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.attachments.slots import Slot
from linli.kernel.db.transaction import Tx
from linli.kernel.ids import new_id

STATEMENTS: Final = (
    "我退休三年了，白天都在家。谁家有话要说，随时敲我的门。",
    "我做了三十年会计，账上的事我来看着，一分一厘给大家讲清楚。",
    "我家住得高，停电梯的苦我最知道，一定催着把工期定下来。",
)
MINUTES: Final = (
    "{day}晚七点在一楼大厅开会。到会 {took} 户，同意 {agreed} 户，其余弃权。当场唱票，无异议。"
)
VOTED: Final = 4
TIME_ZONE: Final = "Asia/Shanghai"


async def choose_representatives(story: Story) -> None:
    """Appoint one neighbour a building; where the demo's resident lives, an election goes on."""
    with days_ago(20):
        await _appoint_all(story)
    with days_ago(2):
        election_id, names = await _let_stand(story)
        await _nominate_volunteer(story)
    await _vote(story, election_id, names)


def office(story: Story) -> Actor:
    """The community's office."""
    grants = (Grant("community_admin", Scope.COMMUNITY),)
    return Actor(story.accounts["admin"], story.community_id, grants)


def resident(story: Story, login: str) -> Actor:
    """A neighbour."""
    return Actor(story.accounts[login], story.community_id, (Grant("resident", Scope.COMMUNITY),))


async def neighbours_by_building(tx: Tx, story: Story) -> dict[UUID, list[str]]:
    """Building → logins of those at home there; the demo's representative comes first."""
    h = HOUSEHOLDS.c
    asks = select(h.id, h.building_id).where(
        h.community_id == tx.community, h.id.in_(story.homes.values())
    )
    place = {row["id"]: row["building_id"] for row in await tx.rows(asks)}
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for login in sorted(story.homes, key=lambda login: (login != "rep", "resident" not in login)):
        found[place[story.homes[login]]].append(login)
    return dict(found)


async def _appoint_all(story: Story) -> None:
    day, paper = clock.today(TIME_ZONE), picture("house-meeting.jpg")
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        for building_id, logins in (await neighbours_by_building(tx, story)).items():
            login = next(each for each in logins if each != "resident")
            took = await homes_with_a_voice(tx, building_id) * 2 // 3
            agreed = took * 4 // 5
            body = _appointment(building_id, story.accounts[login], day, took, agreed)
            if login == "rep":
                body.attachments.append(Slot(**paper.slot))
            await appoint(tx, office(story), body)
    await (await story.phone("admin")).attach(paper)


def _appointment(
    building_id: UUID, account_id: UUID, day: date, took: int, agreed: int
) -> AppointmentIn:
    held = f"{day - timedelta(days=1):%-m月%-d日}"
    return AppointmentIn(
        id=new_id(),
        building_id=building_id,
        account_id=account_id,
        term_from=day,
        term_until=day + timedelta(days=60),
        held_on=day - timedelta(days=1),
        took_part=took,
        agreed=agreed,
        minutes=MINUTES.format(day=held, took=took, agreed=agreed),
    )


async def _let_stand(story: Story) -> tuple[UUID, list[str]]:
    """Start and open the election; its id and who lives there."""
    election_id, today = new_id(), clock.today(TIME_ZONE)
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        buildings = await neighbours_by_building(tx, story)
        building_id = next(b for b, logins in buildings.items() if "resident" in logins)
        body = ElectionIn(
            id=election_id,
            building_id=building_id,
            term_from=today + timedelta(days=30),
            term_until=today + timedelta(days=395),
        )
        await start_election(tx, office(story), body)
        names = [login for login in buildings[building_id] if login != "resident"]
        for login, statement in zip(names, STATEMENTS, strict=False):
            account_id = story.accounts[login]
            mine = NominationIn(id=new_id(), account_id=account_id, statement=statement)
            await nominate(tx, resident(story, login), election_id, mine)
        evening = datetime.combine(today + timedelta(days=9), time(20), ZoneInfo(TIME_ZONE))
        closes = ElectionOpeningIn(closes_at=evening)
        await open_election(tx, office(story), election_id, closes)
    return election_id, names


async def _nominate_volunteer(story: Story) -> None:
    """Where the demo's volunteer lives, neighbours are being nominated; the volunteer is asked."""
    today = clock.today(TIME_ZONE)
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        buildings = await neighbours_by_building(tx, story)
        building_id = next(b for b, logins in buildings.items() if "volunteer" in logins)
        body = ElectionIn(
            id=new_id(),
            building_id=building_id,
            term_from=today + timedelta(days=50),
            term_until=today + timedelta(days=415),
        )
        await start_election(tx, office(story), body)
        by = next(login for login in buildings[building_id] if login != "volunteer")
        asked = NominationIn(id=new_id(), account_id=story.accounts["volunteer"])
        await nominate(tx, resident(story, by), body.id, asked)


async def _vote(story: Story, election_id: UUID, names: list[str]) -> None:
    """Some have voted: all blank, for the demo knows what it puts in."""
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        for login in names[:VOTED]:
            leaf = receipt_leaf(str(election_id), secrets.token_bytes(TOKEN_BYTES)).hex()
            body = SecretBallotIn(household_id=story.homes[login], choice=[], receipt=leaf)
            await cast_secret_ballot(tx, resident(story, login), election_id, body)
