"""What phones find in the middle of a ballot round: two questions, owners, and recorders."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, insert, select

from e2e.conftest import NewPhone
from e2e.phone import Phone
from e2e.walk import ELDER, choose
from factories.community import MadeBuilding, make_building, make_community
from factories.identity import AccountMade, make_member
from linli.community.models import HouseholdMember, Owner, Ownership
from linli.deliberation.actions.ballots.draft_round import draft_round
from linli.deliberation.actions.ballots.open_round import open_round
from linli.deliberation.actions.ballots.publish_notice import publish_notice
from linli.deliberation.actions.ballots.take_back import ANNUL, take_back
from linli.deliberation.models.ballots.ballot import Ballot, BallotAnswer, CountedBallot
from linli.deliberation.models.ballots.electorate import Elector, ElectorUnit
from linli.deliberation.queries.ballots.tables import questions
from linli.deliberation.schemas.ballots.round_in import ReasonedRoundStepIn, RoundIn, RoundStepIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id
from processes.network import Network
from processes.server import Server

FLOORS, DOORS = 3, 2
TITLE = "电梯更新"
FUND, BRAND = "是否同意动用维修资金？", "用哪个品牌？"


@dataclass(frozen=True)
class Days:
    """When the round was put on notice, opened and is closed, in days from today."""

    noticed: int = -20
    opens: int = -4
    closes: int = 6


UNDER_WAY = Days()
OVER = Days(noticed=-40, opens=-20, closes=-1)


@dataclass(frozen=True)
class BallotScene:
    """A community whose round is open, and who is there."""

    server: Server
    community_id: UUID
    round_id: UUID
    owner: AccountMade
    tenant: AccountMade
    admin: AccountMade
    other_admin: AccountMade
    lead: AccountMade
    volunteer: AccountMade

    @property
    def address(self) -> str:
        """Where the round is in the app."""
        return f"#/deliberation/ballots/{self.round_id}"

    async def counted(self) -> list[dict[str, str]]:
        """What the counted ballots answer, question by question in words."""
        rows = await self._rows(_answers_that_count)
        found: dict[UUID, dict[str, str]] = {}
        for row in rows:
            found.setdefault(row["ballot_id"], {})[row["words"]] = row["answer"]
        return list(found.values())

    async def ballots(self) -> int:
        """How many ballots came in, whether they count or not."""
        (row,) = await self._rows(
            lambda community: (
                select(func.count().label("n"))
                .select_from(table(Ballot))
                .where(table(Ballot).c.community_id == community)
            )
        )
        return int(row["n"])

    async def a_code(self) -> str:
        """The code on the paper of the first door."""
        rows = await self._rows(
            lambda community: (
                select(table(Elector).c.paper_code.label("code"))
                .join(table(ElectorUnit), table(ElectorUnit).c.elector_id == table(Elector).c.id)
                .where(table(Elector).c.community_id == community)
                .order_by(table(ElectorUnit).c.door)
            )
        )
        return str(rows[0]["code"])

    async def annul(self) -> None:
        """The round is over, and nothing was decided."""
        body = ReasonedRoundStepIn(id=new_id(), reason="公示漏了一户")
        async with self.server.database() as database, database.transaction(write=True) as tx:
            await tx.enter(self.community_id)
            await take_back(tx, _office(self.community_id), self.round_id, body, ANNUL)

    async def _rows(self, asks: Any) -> list[Row]:
        async with self.server.database() as database, database.transaction(write=False) as tx:
            await tx.enter(self.community_id)
            return list(await tx.rows(asks(self.community_id)))


def _answers_that_count(community: UUID) -> Any:
    c, a, q = table(CountedBallot).c, table(BallotAnswer).c, questions.c
    return (
        select(a.ballot_id, q.words, a.answer)
        .join_from(table(CountedBallot), table(BallotAnswer), a.ballot_id == c.ballot_id)
        .join(questions, q.id == a.question_id)
        .where(c.community_id == community, a.community_id == community)
    )


async def set_ballot_scene(
    server: Server, mode: str = "paper_ledger", days: Days = UNDER_WAY
) -> BallotScene:
    """Write the scene straight into the database, in a community of its own."""
    async with server.database() as database:
        community_id = await make_community(database)
        building = await make_building(database, community_id, FLOORS, DOORS)
        owners = [await _own(database, community_id, home) for home in building.household_ids]
        admins = [await make_member(database, community_id, "community_admin") for _ in range(2)]
        lead = await make_member(database, community_id, "building_lead", *_at(building))
        volunteer = await make_member(database, community_id, "volunteer", *_at(building))
        owner, tenant = [await make_member(database, community_id, "resident") for _ in range(2)]
        home = building.household_ids[0]
        await _live(database, community_id, home, owner, owners[0])
        await _live(database, community_id, home, tenant, None)
        round_id = await _open_round(database, community_id, mode, days)
    return BallotScene(server, community_id, round_id, owner, tenant, *admins, lead, volunteer)


def _at(building: MadeBuilding) -> tuple[Scope, UUID]:
    return Scope.BUILDING, building.id


async def _own(database: Database, community_id: UUID, household_id: UUID) -> UUID:
    owner_id = new_id()
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await _write(tx, Owner, id=owner_id, kind="person", name="王建国")
        await _write(tx, Ownership, household_id=household_id, owner_id=owner_id, position=0)
    return owner_id


async def _live(
    database: Database, community_id: UUID, home: UUID, who: AccountMade, owner: UUID | None
) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await _write(
            tx,
            HouseholdMember,
            household_id=home,
            account_id=who.account_id,
            relation="owner" if owner else "tenant",
            owner_id=owner,
            verified_how="房产证" if owner else "租约",
            body_digest=b"",
            created_by=who.account_id,
            created_at=clock.now(),
        )


async def _write(tx: Tx, model: Any, **values: Any) -> None:
    row = {"community_id": tx.community, "id": new_id(), **values}
    await tx.execute(insert(table(model)).values(row))


async def _open_round(database: Database, community_id: UUID, mode: str, days: Days) -> UUID:
    admin = _office(community_id)
    body = _round(mode, days)
    with days_from_now(days.noticed):
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            await draft_round(tx, admin, body)
            await publish_notice(tx, admin, body.id, RoundStepIn(id=new_id()))
    with days_from_now(days.opens):
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            await open_round(tx, admin, body.id, RoundStepIn(id=new_id()))
    return body.id


def _office(community_id: UUID) -> Actor:
    return Actor(new_id(), community_id, (Grant("community_admin", Scope.COMMUNITY),))


def _round(mode: str, days: Days) -> RoundIn:
    today = clock.today("Asia/Shanghai")
    brands = [{"key": key, "title": f"{name}牌"} for key, name in (("a", "甲"), ("b", "乙"))]
    return RoundIn.model_validate(
        {
            "id": new_id(),
            "title": TITLE,
            "background": "电梯用了二十三年。",
            "mode": mode,
            "opens_on": today + timedelta(days=days.opens),
            "closes_on": today + timedelta(days=days.closes),
            "questions": [
                {"id": new_id(), "words": FUND, "matter": "lift_from_fund"},
                {
                    "id": new_id(),
                    "kind": "choice",
                    "words": BRAND,
                    "matter": "brand_choice",
                    "options": brands,
                },
            ],
        }
    )


@contextmanager
def days_from_now(days: int) -> Iterator[None]:
    """Within this it is another day, for this process."""
    moment = clock.now() + timedelta(days=days)
    clock.set_clock(lambda: moment)
    try:
        yield
    finally:
        clock.set_clock(None)


async def screen_of(new_phone: NewPhone, network: Network, account: AccountMade) -> Phone:
    """Somebody's phone in 长辈版, signed in."""
    taken = await Phone.take_out(await new_phone(), network.url)
    await taken.sign_in(account.login, account.password, then="您好")
    await choose(taken.page, ELDER)
    return taken


async def keep_draft(phone: Phone) -> None:
    """Answer nothing more of a new round and keep it."""
    count = await phone.page.locator(".step-count").inner_text()
    at, last = map(int, re.findall(r"\d+", count))
    for number in range(at + 1, last + 1):
        await phone.press("下一题")
        await phone.see(f"第 {number} 题，共 {last} 题")
    await phone.press("存为草稿")
    await phone.see("草稿存好了")
