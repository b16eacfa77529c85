"""A community of 5,000 owners, of whom 2,000 are signed in, and a survey on notice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import insert

from factories.ballots import question, round_body
from factories.community import make_building, make_community
from linli.community.models import HouseholdMember, Owner, Ownership
from linli.deliberation.actions.ballots.draft_round import draft_round
from linli.deliberation.actions.ballots.publish_notice import publish_notice
from linli.deliberation.schemas.ballots.round_in import RoundIn, RoundStepIn
from linli.identity.actions.open_account import NewAccount, open_account
from linli.identity.actions.start_session import start_session
from linli.identity.models import Membership, RoleGrant
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id

BUILDINGS, FLOORS, DOORS = 10, 125, 4
HOMES = BUILDINGS * FLOORS * DOORS
VOTERS = 2_000


@dataclass
class Place:
    """What the workloads need to know."""

    community_id: UUID
    round_id: UUID
    question_id: UUID
    voters: list[tuple[UUID, str]]
    """Owner and session token."""
    electors: Mapping[UUID, UUID] = field(default_factory=dict)


async def prepare(database: Database) -> Place:
    """Everything up to the notice."""
    community_id = await make_community(database)
    homes = [
        home
        for number in range(1, BUILDINGS + 1)
        for home in (
            await make_building(database, community_id, FLOORS, DOORS, code=str(number))
        ).household_ids
    ]
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        owners = await _owners(tx, homes)
        voters = [await _voter(tx, owner, home) for owner, home in owners[:VOTERS]]
        round_id, question_id = await _round(tx)
    return Place(community_id, round_id, question_id, voters)


async def _owners(tx: Tx, homes: list[UUID]) -> list[tuple[UUID, UUID]]:
    pairs = [(new_id(), home) for home in homes]
    place = {"community_id": tx.community}
    owners = [{**place, "id": owner, "kind": "person", "name": "业主"} for owner, _ in pairs]
    owned = [
        {**place, "id": new_id(), "owner_id": owner, "household_id": home, "position": 0}
        for owner, home in pairs
    ]
    await tx.execute(insert(table(Owner)), owners)
    await tx.execute(insert(table(Ownership)), owned)
    return pairs


async def _voter(tx: Tx, owner_id: UUID, household_id: UUID) -> tuple[UUID, str]:
    login = f"v{new_id().hex}"[:32]
    account_id = await open_account(tx, NewAccount(login, "业主", "no password"))
    created = {
        "community_id": tx.community,
        "body_digest": b"",
        "created_by": account_id,
        "created_at": clock.now(),
    }
    member = {
        "id": new_id(),
        "household_id": household_id,
        "account_id": account_id,
        "relation": "owner",
        "owner_id": owner_id,
        "verified_how": "房产证",
    }
    await tx.execute(insert(table(HouseholdMember)).values(**created, **member))
    held = {"account_id": account_id, "role": "resident", "scope_kind": "community"}
    held |= {"id": new_id(), "scope_id": tx.community}
    await tx.execute(insert(table(RoleGrant)).values(**created, **held))
    seat: Row = {"account_id": account_id, "community_id": tx.community, "since": clock.now()}
    await tx.execute(insert(table(Membership)).values(seat))
    return owner_id, (await start_session(tx, account_id, "benchmark")).token


async def _round(tx: Tx) -> tuple[UUID, UUID]:
    """A survey needs no days of notice, so that it can open today."""
    admin = Actor(new_id(), tx.community, (Grant("community_admin", Scope.COMMUNITY),))
    today = clock.today("Asia/Shanghai")
    asked = question(matter="opinion")
    days = {"opens_on": today.isoformat(), "closes_on": today.isoformat()}
    body = round_body(new_id(), mode="survey", questions=[asked], **days)
    draft = RoundIn.model_validate(body)
    await draft_round(tx, admin, draft)
    await publish_notice(tx, admin, draft.id, RoundStepIn(id=new_id()))
    return draft.id, UUID(asked["id"])
