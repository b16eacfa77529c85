"""Cost plans of made-up buildings, through the API."""

from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import httpx
from fastapi import FastAPI
from sqlalchemy import delete, insert, update
from sqlmodel import SQLModel

from factories.community import make_community, make_project
from factories.community_client import client_as
from factories.identity import (
    AccountMade,
    grant,
    make_account,
    make_member,
    serving,
    signed_in_client,
)
from linli.community.models import Building, Household, HouseholdMember, Owner, Stairwell
from linli.community.rules.codes import sort_key
from linli.config import Settings
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id

MOMENT = datetime(2026, 11, 2, 8, tzinfo=UTC)
Homes = Sequence[tuple[int, int]]
"""Floor and area in dm² of each home, in the order of their codes."""


async def make_homes(
    database: Database, community_id: UUID, homes: Homes, code: str = "1"
) -> tuple[UUID, UUID, dict[str, UUID]]:
    """A building with one stairwell and these homes; its id, the stairwell's, homes by code."""
    building_id, stairwell_id = new_id(), new_id()
    place = {"community_id": community_id}
    doors: dict[int, int] = {}
    rows = []
    for floor, area in homes:
        doors[floor] = door = doors.get(floor, 0) + 1
        name = f"{code}-1-{floor}{door:02}"
        rows.append(
            {
                **place,
                "id": new_id(),
                "building_id": building_id,
                "stairwell_id": stairwell_id,
                "code": name,
                "sort_key": sort_key(name),
                "floor": floor,
                "door": f"{door:02}",
                "area_dm2": area,
                "kind": "home",
                "occupancy": "occupied",
                "people": None,
                "remark": None,
                "version": 1,
            }
        )
    floors = max(floor for floor, _ in homes)
    building = {
        **place,
        "id": building_id,
        "code": code,
        "sort_key": sort_key(code),
        "name": f"{code}栋",
        "floors": floors,
        "storeys": floors,
        "has_lift": True,
        "version": 1,
    }
    stairwell = {
        **place,
        "id": stairwell_id,
        "building_id": building_id,
        "code": "1",
        "sort_key": sort_key("1"),
        "has_lift": True,
    }
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(table(Building)).values(building))
        await tx.execute(insert(table(Stairwell)).values(stairwell))
        await tx.execute(insert(table(Household)), rows)
    return building_id, stairwell_id, {row["code"]: row["id"] for row in rows}


@dataclass
class Costs:
    """A community with a project of one building, and people who can sign in."""

    database: Database
    app: FastAPI
    stack: AsyncExitStack
    community_id: UUID
    project_id: UUID
    building_id: UUID
    stairwell_id: UUID
    homes: dict[str, UUID]

    async def as_(self, role: str) -> httpx.AsyncClient:
        return await self.stack.enter_async_context(client_as(self.app, self.community_id, role))

    async def named(self, role: str, name: str) -> httpx.AsyncClient:
        """Somebody whose account bears a name."""
        account = await make_account(self.database, name)
        await grant(self.database, account.account_id, self.community_id, role)
        return await self._phone(account)

    async def living_in(self, code: str, relation: str = "owner") -> httpx.AsyncClient:
        """A resident whose home it is."""
        account = await make_member(self.database, self.community_id, "resident")
        await self._at_home(account, code, relation)
        return await self._phone(account)

    async def _phone(self, account: AccountMade) -> httpx.AsyncClient:
        client = await self.stack.enter_async_context(signed_in_client(self.app, account))
        client.base_url = client.base_url.join(f"/api/v1/communities/{self.community_id}/")
        return client

    async def _at_home(self, account: AccountMade, code: str, relation: str) -> None:
        place, owner_id = {"community_id": self.community_id}, new_id()
        owner = {**place, "id": owner_id, "kind": "person", "name": "王秀英"}
        member = {
            **place,
            "id": new_id(),
            "body_digest": b"",
            "created_by": new_id(),
            "created_at": MOMENT,
            "household_id": self.homes[code],
            "account_id": account.account_id,
            "relation": relation,
            "owner_id": owner_id if relation == "owner" else None,
            "verified_how": "房产证",
        }
        async with self.database.transaction(write=True) as tx:
            await tx.enter(self.community_id)
            await tx.execute(insert(table(Owner)).values(owner))
            await tx.execute(insert(table(HouseholdMember)).values(member))

    def scope(self, total_fen: int, *sources: tuple[str, int], **more: Any) -> dict[str, Any]:
        """The building as one scope."""
        return {
            "kind": "lift",
            "label": "1栋电梯",
            "total_fen": total_fen,
            "sources": [{"kind": k, "name": k, "amount_fen": fen} for k, fen in sources],
            "places": [{"building_id": str(self.building_id)}],
            **more,
        }

    async def plan(
        self, admin: httpx.AsyncClient, *scopes: dict[str, Any], published: bool = False
    ) -> str:
        """A plan with these scopes; its id."""
        body = {"id": str(new_id()), "project_id": str(self.project_id), "title": "电梯分摊"}
        made = await admin.post("cost-plans", json=body)
        assert made.status_code == 201, made.text
        if scopes:
            path = f"cost-plans/{body['id']}/scopes"
            said = await admin.put(path, json={"scopes": scopes}, headers={"If-Match": '"1"'})
            assert said.status_code == 200, said.text
        if published:
            await self.scheme(admin, body["id"], method="area")
            await publish(admin, body["id"])
        return body["id"]

    async def scheme(self, admin: httpx.AsyncClient, plan_id: str, **more: Any) -> dict[str, Any]:
        """A saved scheme, as it is answered."""
        made = await admin.post(f"cost-plans/{plan_id}/schemes", json=scheme_body(**more))
        assert made.status_code == 201, made.text
        found: dict[str, Any] = made.json()
        return found


def scheme_body(**more: Any) -> dict[str, Any]:
    return {"id": str(new_id()), "title": "方案", "method": "area", **more}


def tiers(*coefficients: tuple[int, int, int]) -> list[dict[str, int]]:
    """First floor, last floor, thousandths."""
    return [{"from_floor": a, "to_floor": b, "thousandths": c} for a, b, c in coefficients]


async def publish(admin: httpx.AsyncClient, plan_id: str) -> None:
    answer = await admin.post(
        f"cost-plans/{plan_id}/publication", json={}, headers={"Idempotency-Key": str(new_id())}
    )
    assert answer.status_code == 200, answer.text


async def shares(client: httpx.AsyncClient, scheme_id: str) -> dict[str, int]:
    """Every home's share by code."""
    answer = await client.get(f"cost-schemes/{scheme_id}/shares")
    assert answer.status_code == 200, answer.text
    found: dict[str, int] = {}
    for page in answer.json()["pages"]:
        for home in page["homes"]:
            found[home["code"]] = found.get(home["code"], 0) + home["fen"]
    return found


@asynccontextmanager
async def costing(
    database: Database, config: Settings, homes: Homes | None = None
) -> AsyncIterator[Costs]:
    """Six floors of two homes of 89.50 m², unless others are named."""
    homes = homes or [(floor, 8950) for floor in range(1, 7) for _ in range(2)]
    community_id = await make_community(database)
    building_id, stairwell_id, by_code = await make_homes(database, community_id, homes)
    project_id = await make_project(database, community_id, [building_id])
    async with AsyncExitStack() as stack:
        app = serving(config, database)
        yield Costs(
            database, app, stack, community_id, project_id, building_id, stairwell_id, by_code
        )


async def change_in_vain(costs: Costs, model: type[SQLModel], *, deleting: bool) -> None:
    """Try to change rows that are append-only; the database must refuse."""
    rows = table(model)
    change = delete(rows) if deleting else update(rows).values(community_id=rows.c.community_id)
    async with costs.database.transaction(write=True) as tx:
        await tx.enter(costs.community_id)
        await tx.execute(change)
