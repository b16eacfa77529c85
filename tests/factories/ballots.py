"""Made-up ballot rounds: owners with accounts, a clock that is moved, people who record."""

from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from sqlalchemy import Executable, insert, select, update

from factories.community import MadeBuilding, make_building, make_community
from factories.identity import AccountMade, make_member, serving, signed_in_client
from linli.community.models import Community, HouseholdMember, Owner, Ownership
from linli.config import Settings
from linli.deliberation.public import HANDLERS
from linli.kernel import clock
from linli.kernel.access.actor import Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id
from linli.kernel.work.models import DueWork

NOTICED = datetime(2026, 11, 2, 1, tzinfo=UTC)
"""Monday 09:00 in Wuhan, the day of the notice."""
OPENS = datetime(2026, 11, 17, 16, tzinfo=UTC)
"""00:00 of the 18th in Wuhan: the 16th day after the notice."""
CLOSES = datetime(2026, 11, 27, 16, tzinfo=UTC)
"""24:00 of the 27th in Wuhan: the first moment that is too late."""
DAYS = {"opens_on": "2026-11-18", "closes_on": "2026-11-27"}
FILE = {"sha256": "ab" * 32, "size": 1000, "content_type": "image/jpeg"}
PROXY_PAPER = b"%PDF-1.7 " + "委托书".encode()
PROXY_FILE = {
    "sha256": sha256(PROXY_PAPER).hexdigest(),
    "size": len(PROXY_PAPER),
    "content_type": "application/pdf",
}
PAPER = b"%PDF-1.7 " + "签了字的纸票".encode()
PAPER_FILE = {
    "sha256": sha256(PAPER).hexdigest(),
    "size": len(PAPER),
    "content_type": "application/pdf",
}
DELIVERY = b"%PDF-1.7 " + "签收页".encode()
DELIVERY_FILE = {
    "sha256": sha256(DELIVERY).hexdigest(),
    "size": len(DELIVERY),
    "content_type": "application/pdf",
}
Client = httpx.AsyncClient


@dataclass
class Time:
    """The clock of a test."""

    moment: datetime = NOTICED

    def __call__(self) -> datetime:
        return self.moment

    def set(self, moment: datetime, **later: float) -> None:
        self.moment = moment + timedelta(**later)


@contextmanager
def moved_clock() -> Iterator[Time]:
    time = Time()
    clock.set_clock(time)
    yield time
    clock.set_clock(None)


@dataclass
class Assembly:
    """A community whose owners vote: one owner for each home, unless told otherwise."""

    database: Database
    app: FastAPI
    stack: AsyncExitStack
    time: Time
    community_id: UUID
    building: MadeBuilding
    owners: list[UUID]
    admin: Client = field(init=False)
    lead: Client = field(init=False)
    volunteer: Client = field(init=False)
    round_id: UUID = field(default_factory=new_id)
    questions: list[str] = field(default_factory=list)

    @property
    def round(self) -> str:
        return f"ballot-rounds/{self.round_id}"

    async def as_(
        self, role: str, scope: Scope = Scope.COMMUNITY, scope_id: UUID | None = None
    ) -> Client:
        member = await make_member(self.database, self.community_id, role, scope, scope_id)
        return await self.signed_in(member)

    async def signed_in(self, account: AccountMade) -> Client:
        client = await self.stack.enter_async_context(signed_in_client(self.app, account))
        client.base_url = f"https://linli.test/api/v1/communities/{self.community_id}/"
        return client

    async def resident(self, owner: int | UUID = 0, door: int | None = None) -> Client:
        """Somebody whose ownership was verified, signed in."""
        account = await make_member(self.database, self.community_id, "resident")
        owner_id = self.owners[owner] if isinstance(owner, int) else owner
        at = door if door is not None else (owner if isinstance(owner, int) else 0)
        await self.at_home(account.account_id, self.building.household_ids[at], owner_id)
        return await self.signed_in(account)

    async def at_home(self, account_id: UUID, household_id: UUID, owner_id: UUID | None) -> None:
        await self.write(
            HouseholdMember,
            household_id=household_id,
            account_id=account_id,
            relation="owner" if owner_id else "family",
            owner_id=owner_id,
            verified_how="房产证",
            body_digest=b"",
            created_by=account_id,
            created_at=clock.now(),
        )

    async def own(self, *doors: int, kind: str = "person", name: str = "王建国") -> UUID:
        """A new owner of some doors, besides whoever owns them already."""
        owner_id = new_id()
        await self.write(Owner, id=owner_id, kind=kind, name=name)
        for door in doors:
            household = self.building.household_ids[door]
            await self.write(Ownership, household_id=household, owner_id=owner_id, position=1)
        return owner_id

    async def write(self, model: Any, **values: Any) -> None:
        row = {"community_id": self.community_id, "id": new_id(), **values}
        await self.execute(insert(table(model)).values(row))

    async def execute(self, statement: Executable) -> None:
        """Something behind the server's back."""
        async with self.database.transaction(write=True) as tx:
            await tx.enter(self.community_id)
            await tx.execute(statement)

    async def use_profile(self, name: str) -> None:
        c = table(Community)
        await self.execute(update(c).where(c.c.id == self.community_id).values(city_profile=name))

    async def rows(self, of: Any, **where: Any) -> list[Row]:
        asks = select(of).where(of.c.community_id == self.community_id)
        for name, value in where.items():
            asks = asks.where(of.c[name] == value)
        async with self.database.transaction(write=False) as tx:
            await tx.enter(self.community_id)
            return await tx.rows(asks)

    async def work(self) -> None:
        """Do what is due by the clock, as the worker would."""
        due = table(DueWork)
        mine = (due.c.community_id == self.community_id, due.c.kind.in_(list(HANDLERS)))
        for _ in range(100):
            async with self.database.transaction(write=True) as tx:
                await tx.enter(self.community_id)
                asks = select(due).where(*mine, due.c.due_at <= clock.now())
                work = await tx.row(asks.order_by(due.c.due_at).limit(1))
                if work is None:
                    return
                this = (due.c.kind == work["kind"], due.c.subject_id == work["subject_id"])
                await tx.execute(due.delete().where(*mine, *this))
                await HANDLERS[work["kind"]](tx, work["subject_id"])
        raise AssertionError("due work does not come to an end")

    # --- a round's life -----------------------------------------------------------------------

    async def draft(self, **changes: Any) -> httpx.Response:
        body = round_body(self.round_id, **changes)
        self.questions = [question["id"] for question in body["questions"]]
        return await self.admin.post("ballot-rounds", json=body)

    async def step(self, name: str, **more: Any) -> httpx.Response:
        return await self.admin.post(f"{self.round}/{name}", json={"id": str(new_id()), **more})

    async def opened(self, **changes: Any) -> None:
        """Draft a round, put it on notice and let it open; it is the first morning of voting."""
        done(await self.draft(**changes))
        done(await self.step("notice"))
        self.time.set(OPENS, hours=9)
        await self.work()
        assert (await self.read())["state"] == "open"

    async def read(self, client: Client | None = None) -> Row:
        return ok(await (client or self.admin).get(self.round))

    async def electors(self) -> list[Row]:
        """By door."""
        items: list[Row] = ok(await self.admin.get(f"{self.round}/electors?limit=200"))["items"]
        return items

    async def cast(
        self, client: Client, answer: str | Sequence[str] = "agree", **more: Any
    ) -> httpx.Response:
        """Vote for the first elector one may vote for; ``answer`` for every question."""
        if "elector_id" not in more:
            mine = ok(await client.get(f"{self.round}/my-ballots"))
            more["elector_id"] = mine["electors"][0]["elector_id"]
        body = {"id": str(new_id()), "answers": self.answers(answer), **more}
        return await client.post(f"{self.round}/ballots", json=body)

    def answers(self, answer: str | Sequence[str] = "agree") -> list[Row]:
        each = [answer] * len(self.questions) if isinstance(answer, str) else answer
        return [
            {"question_id": question, "answer": given}
            for question, given in zip(self.questions, each, strict=True)
        ]

    async def paper(
        self, elector: Row, answer: str = "agree", *, arrives: bool = True, **more: Any
    ) -> httpx.Response:
        """The lead types a paper handed in an hour ago; its photo follows unless told not to."""
        by = more.pop("by", self.lead)
        body = {
            "id": str(new_id()),
            "code": elector["code"],
            "handed_in_at": (self.time.moment - timedelta(hours=1)).isoformat(),
            "answers": self.answers(answer),
            "attachments": [PAPER_FILE],
            **more,
        }
        answered: httpx.Response = await by.post(f"{self.round}/paper-ballots", json=body)
        if arrives and answered.is_success:
            await self.send_file(by, PAPER_FILE, PAPER)
        return answered

    async def send_file(self, by: Client, file: Row, content: bytes) -> None:
        sent = await by.put(f"attachments/{file['sha256']}", content=content)
        assert sent.is_success, sent.text

    async def confirm(
        self, ballot_id: str, answer: str = "agree", by: Client | None = None
    ) -> httpx.Response:
        body = {"id": str(new_id()), "answers": self.answers(answer)}
        path = f"{self.round}/paper-ballots/{ballot_id}/confirmation"
        return await (by or self.volunteer).post(path, json=body)

    async def proxy(
        self, elector: Row, holder: UUID | None = None, *, arrives: bool = True, **more: Any
    ) -> httpx.Response:
        """The lead records a written proxy, whose document follows at once unless told not to."""
        by = more.pop("by", None) or self.lead
        body = {
            "id": str(new_id()),
            "elector_id": elector["elector_id"],
            "holder_account_id": holder and str(holder),
            "attachments": [PROXY_FILE],
            **more,
        }
        answered: httpx.Response = await by.post(f"{self.round}/proxies", json=body)
        if arrives and answered.is_success:
            await self.send_proxy_document(by)
        return answered

    async def send_proxy_document(self, by: Client | None = None) -> None:
        await self.send_file(by or self.lead, PROXY_FILE, PROXY_PAPER)

    async def deliver(self, door: int, *, arrives: bool = True, **more: Any) -> httpx.Response:
        """The volunteer brings a ballot; the photo follows at once unless told not to."""
        body = {
            "id": str(new_id()),
            "household_id": str(self.building.household_ids[door]),
            "how": "handed_over",
            "delivered_at": self.time.moment.isoformat(),
            "signed": True,
            "attachments": [DELIVERY_FILE],
            **more,
        }
        answered = await self.volunteer.post(f"{self.round}/deliveries", json=body)
        if arrives and answered.is_success and DELIVERY_FILE in body["attachments"]:
            await self.send_delivery_photo()
        return answered

    async def send_delivery_photo(self) -> None:
        await self.send_file(self.volunteer, DELIVERY_FILE, DELIVERY)

    async def counted(self) -> Row:
        """Let the window pass and count; the result as whoever counted sees it."""
        self.time.set(CLOSES, hours=9)
        await self.work()
        done(await self.step("count"))
        return await self.result()

    async def published(self) -> Row:
        result = await self.counted()
        done(await self.step("result-notice"))
        return result

    async def taken_back(self, reason: str = "漏了一张纸票") -> None:
        """Somebody objects to the result and is right; it is sent back to be counted again."""
        objection = {"id": str(new_id()), "words": "数得不对"}
        done(await self.lead.post(f"{self.round}/objections", json=objection))
        answer = {"id": str(new_id()), "words": "确实不对", "upheld": True}
        path = f"{self.round}/objections/{objection['id']}/answer"
        done(await self.admin.post(path, json=answer))
        done(await self.step("recount", reason=reason))

    async def official(
        self, counts: Row, *, arrives: bool = True, by: Client | None = None
    ) -> httpx.Response:
        """Another administrator brings in the figures of the official system, with a document."""
        by = by or await self.as_("community_admin")
        body = {
            "id": str(new_id()),
            "system": "市业主决策系统",
            "reference": "2026-118",
            "questions": [{"question_id": self.questions[0], "counts": counts}],
            "attachments": [PAPER_FILE],
        }
        answered = await by.post(f"{self.round}/official-result", json=body)
        if arrives and answered.is_success:
            await self.send_file(by, PAPER_FILE, PAPER)
        return answered

    async def result(self, client: Client | None = None) -> Row:
        return ok(await (client or self.admin).get(f"{self.round}/result"))


def round_body(round_id: UUID, **changes: Any) -> Row:
    return {
        "id": str(round_id),
        "title": "电梯更新表决",
        "background": "六部电梯已用二十三年。",
        "mode": "paper_ledger",
        **DAYS,
        "questions": [question()],
        **changes,
    }


def question(**changes: Any) -> Row:
    return {
        "id": str(new_id()),
        "words": "是否同意用维修资金更新电梯？",
        "matter": "lift_from_fund",
        **changes,
    }


def choice(*keys: str, **changes: Any) -> Row:
    options = [{"key": key, "title": f"品牌{key.upper()}"} for key in keys]
    about = {"words": "选哪个品牌？", "matter": "brand_choice", "kind": "choice"}
    return question(options=options, **about, **changes)


def ok(response: httpx.Response) -> Any:
    assert response.status_code == 200, response.text
    return response.json()


def done(response: httpx.Response) -> Any:
    assert response.status_code == 201, response.text
    return response.json()


def code(response: httpx.Response) -> tuple[int, str]:
    return response.status_code, response.json()["code"]


def field_error(response: httpx.Response) -> tuple[str, str]:
    assert response.status_code == 422, response.text
    error = response.json()["errors"][0]
    return error["pointer"], error["code"]


@asynccontextmanager
async def assembled(
    database: Database, config: Settings, *, floors: int = 3, owned: bool = True
) -> AsyncIterator[Assembly]:
    """A building of ``floors`` × 2 homes, each with an owner of its own."""
    with moved_clock() as time:
        async with AsyncExitStack() as stack:
            community_id = await make_community(database)
            building = await make_building(database, community_id, floors)
            app = serving(config, database)
            made = Assembly(database, app, stack, time, community_id, building, [])
            for door in range(len(building.households) if owned else 0):
                made.owners.append(await made.own(door, name=f"业主{door}"))
            made.admin = await made.as_("community_admin")
            made.lead = await made.as_("building_lead", Scope.BUILDING, building.id)
            made.volunteer = await made.as_("volunteer", Scope.BUILDING, building.id)
            yield made
