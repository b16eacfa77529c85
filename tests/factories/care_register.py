"""A made-up neighbourhood that keeps an assistance register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select
from sqlmodel import SQLModel

from factories.community import MadeBuilding, make_building, make_community
from factories.identity import AccountMade, make_member
from linli.care.actions.log_assistance_visits import log_assistance_visits
from linli.care.actions.log_needs import log_needs
from linli.care.models.care_task import CareTask
from linli.care.models.register import AssistanceNeed
from linli.care.models.register_duty import RegisterDuty
from linli.care.public import HANDLERS
from linli.care.schemas.assistance_visit import AssistanceVisitIn
from linli.care.schemas.need import NeedIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row
from linli.kernel.facts.record import append_facts
from linli.kernel.ids import new_id
from linli.kernel.sync.items import SyncItem, Verdict
from linli.kernel.work.models import DueWork

MORNING = datetime(2026, 11, 23, 1, tzinfo=UTC)
"""Monday 09:00 in Wuhan."""
TODAY = date(2026, 11, 23)
NAME, WORDS, PHONE = "林秀珍", "每周扶下三楼再送上来，慢一点", "13900001234"
"""What stands sealed in every made-up need."""


@dataclass(frozen=True)
class Person:
    """An account with one grant, as a client and as an actor."""

    account: AccountMade
    actor: Actor

    @property
    def id(self) -> UUID:
        return self.account.account_id


@dataclass(frozen=True)
class Town:
    """A community with two buildings of three floors and the people of its register."""

    community_id: UUID
    building: MadeBuilding
    other_building: MadeBuilding
    social_worker: Person
    lead: Person
    """Of the first building."""
    volunteer: Person
    second: Person
    """Another volunteer; both work in the first building."""

    @property
    def doors(self) -> list[UUID]:
        return self.building.household_ids

    @property
    def base(self) -> str:
        return f"/api/v1/communities/{self.community_id}"


async def make_person(
    database: Database,
    community_id: UUID,
    role: str,
    scope: Scope = Scope.COMMUNITY,
    scope_id: UUID | None = None,
) -> Person:
    """Somebody with a role."""
    account = await make_member(database, community_id, role, scope, scope_id)
    grants = (Grant(role, scope, scope_id),)
    return Person(account, Actor(account.account_id, community_id, grants, language="en"))


async def make_town(database: Database) -> Town:
    """A neighbourhood without any need yet."""
    community_id = await make_community(database)
    building = await make_building(database, community_id)
    other = await make_building(database, community_id, code="2")
    here = (Scope.BUILDING, building.id)
    return Town(
        community_id,
        building,
        other,
        await make_person(database, community_id, "social_worker"),
        await make_person(database, community_id, "building_lead", *here),
        await make_person(database, community_id, "volunteer", *here),
        await make_person(database, community_id, "volunteer", *here),
    )


def consent(kind: str = "stair_support", **more: Any) -> Row:
    """A consent as a phone sends it."""
    return {
        "id": str(new_id()),
        "given_how": "spoken_at_door",
        "scope": [kind],
        "wording_version": "2026-1",
        "given_at": MORNING.isoformat(),
        "given_by": "self",
        "guardian_name": None,
        "attachment": None,
        **more,
    }


def need_body(household_id: UUID, kind: str = "stair_support", **more: Any) -> Row:
    """A need's payload as a phone sends it."""
    right = {} if "emergency" in more else {"consent": consent(kind)}
    return {
        "household_id": str(household_id),
        "person_name": NAME,
        "kind": kind,
        "urgency": "normal",
        "instruction": WORDS,
        "contact_name": "林女士",
        "contact_phone": PHONE,
        "starts_on": str(TODAY),
        "review_on": "2027-02-21",
        **right,
        **more,
    }


def need_item(household_id: UUID, kind: str = "stair_support", **more: Any) -> SyncItem:
    """A need as a sync item."""
    item_id = more.pop("id", None) or new_id()
    payload = NeedIn.model_validate(need_body(household_id, kind, **more))
    return SyncItem(item_id, "assistance_need", MORNING, payload)


def daily(**more: Any) -> Row:
    """Recurring help on all days."""
    return {"recurrence": {"weekdays": [1, 2, 3, 4, 5, 6, 7], "part": "morning"}, **more}


async def register(
    database: Database, town: Town, *items: SyncItem, by: Person | None = None
) -> list[Verdict]:
    """Register needs in a transaction of their own; the social worker's unless told."""
    async with database.transaction(write=True) as tx:
        await tx.enter(town.community_id)
        verdicts = await log_needs(tx, (by or town.social_worker).actor, items)
        await append_facts(tx)
    return verdicts


async def make_need(
    database: Database, town: Town, door: int = 0, kind: str = "stair_support", **more: Any
) -> UUID:
    """A registered need whose tasks have been planned."""
    item = need_item(town.doors[door], kind, **more)
    (verdict,) = await register(database, town, item)
    assert verdict.name == "accepted", verdict.problem
    await run_due(database, town)
    return item.id


def visit_item(household_id: UUID, **more: Any) -> SyncItem:
    """An assistance visit as a sync item, done unless told."""
    item_id = more.pop("id", None) or new_id()
    payload = AssistanceVisitIn.model_validate(
        {
            "household_id": household_id,
            "happened_at": clock.now(),
            "did": ["stair_support"],
            "minutes": 20,
            "outcome": "done",
            **more,
        }
    )
    return SyncItem(item_id, "assistance_visit", payload.happened_at, payload)


async def log_help(
    database: Database, town: Town, *items: SyncItem, by: Person | None = None
) -> list[Verdict]:
    """Log visits in a transaction of their own; the volunteer's unless told."""
    async with database.transaction(write=True) as tx:
        await tx.enter(town.community_id)
        verdicts = await log_assistance_visits(tx, (by or town.volunteer).actor, items)
        await append_facts(tx)
    return verdicts


async def run_due(database: Database, town: Town) -> None:
    """Do all care work of the town that is due by the clock, as the worker would."""
    due = table(DueWork)
    mine = (due.c.community_id == town.community_id, due.c.kind.in_(list(HANDLERS)))
    for _ in range(1000):
        async with database.transaction(write=True) as tx:
            await tx.enter(town.community_id)
            asks = select(due).where(*mine, due.c.due_at <= clock.now()).order_by(due.c.due_at)
            work = await tx.row(asks.limit(1))
            if work is None:
                return
            this = (due.c.kind == work["kind"], due.c.subject_id == work["subject_id"])
            await tx.execute(delete(due).where(*mine, *this))
            await HANDLERS[work["kind"]](tx, work["subject_id"])
    raise AssertionError("due work does not come to an end")


def at(**later: float) -> None:
    """Set the clock so much later than that Monday morning."""
    moment = MORNING + timedelta(**later)
    clock.set_clock(lambda: moment)


async def act(database: Database, town: Town, action: Any, *args: Any, **more: Any) -> Any:
    """Run an action in a transaction of its own."""
    async with database.transaction(write=True) as tx:
        await tx.enter(town.community_id)
        return await action(tx, *args, **more)


async def open_duties(database: Database, town: Town) -> list[str]:
    """The kinds of what waits for the social worker."""
    rows = await rows_of(database, town, RegisterDuty)
    return sorted(row["kind"] for row in rows if row["settled_at"] is None)


async def rows_of(database: Database, town: Town, model: type[SQLModel], **where: Any) -> list[Row]:
    """Rows of a table in the town, by id."""
    of = table(model)
    asks = select(of).where(of.c.community_id == town.community_id)
    for name, value in where.items():
        asks = asks.where(of.c[name] == value)
    async with database.transaction(write=False) as tx:
        await tx.enter(town.community_id)
        return await tx.rows(asks.order_by(of.c.id) if "id" in of.c else asks)


async def count_of(database: Database, town: Town, model: type[SQLModel]) -> int:
    """How many rows a table has in the town."""
    of = table(model)
    asks = select(func.count()).where(of.c.community_id == town.community_id)
    async with database.transaction(write=False) as tx:
        await tx.enter(town.community_id)
        return int(await tx.scalar(asks))


async def need_row(database: Database, town: Town, need_id: UUID) -> Row:
    """One need as it is stored."""
    (row,) = await rows_of(database, town, AssistanceNeed, id=need_id)
    return row


async def tasks_of(database: Database, town: Town, need_id: UUID) -> Sequence[Row]:
    """The tasks of a need, the earliest first."""
    rows = await rows_of(database, town, CareTask, need_id=need_id)
    return sorted(rows, key=lambda row: row["due_from"])
