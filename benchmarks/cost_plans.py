"""A cost plan of 10,000 homes through the API, against the pure rule in a loop.

Measured is one scheme saved (roster read, every share worked out, stored, recorded, committed) and
every home's share read again, over HTTP. The limit is the rule alone, in this process: its values
made of plain rows, and worked out. Both take turns, and the fastest of each counts: whatever else
the machine does can only add. The processor's time stands beside.
"""

import asyncio
import http.client
import json
import time
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from factories.community import AREA_DM2, make_building, make_community, make_project
from factories.identity import grant, make_account
from linli.deliberation.rules.cost_sharing.coefficients import Tier
from linli.deliberation.rules.cost_sharing.cost import Cost, Method
from linli.deliberation.rules.cost_sharing.home import Home
from linli.deliberation.rules.cost_sharing.scheme import Scheme, compute
from linli.deliberation.rules.cost_sharing.sources import Source, SourceKind
from linli.identity.actions.start_session import start_session
from linli.kernel.db.database import Database
from seed import HEADERS, fresh_id
from stage import Stage, product, serving
from table import Result

BUILDINGS, FLOORS, DOORS = 100, 25, 4
HOMES = BUILDINGS * FLOORS * DOORS
TOTAL_FEN, SUBSIDY_FEN = 35_000_000, 15_000_000
TIERS = ((1, 1, 0), (2, 2, 600), (3, 6, 800), (7, 12, 1000), (13, 40, 1200))
ROUNDS = 15
BAR = 3.0


def run(staged: Stage) -> Iterator[Result]:
    """The ratio of saving and reading a whole plan to the rule."""
    base, token = asyncio.run(_seed(staged))
    with serving("linli.main:create_app", product(staged), "--factory") as server:
        client = _Client(server.port, base, token)
        plan_id = client.plan()
        for _ in range(3):
            client.whole(plan_id)
        measured, limit = [], []
        before, used = staged.cpu_seconds(server), 0.0
        for _ in range(ROUNDS):
            measured.append(client.whole(plan_id))
            began = time.process_time()
            limit.append(_rule())
            used += time.process_time() - began
        ours = staged.cpu_seconds(server) - before
    cpu = ours * 1e6 / ROUNDS, used * 1e6 / ROUNDS
    what = f"{HOMES:,} homes saved and read, ms"
    yield Result(what, staged.kind, min(measured), min(limit), BAR, at_most=True, cpu=cpu)


def _rule() -> float:
    rows = [
        (lift, f"{lift}-1-{floor}{door:02}", floor)
        for lift in range(1, BUILDINGS + 1)
        for floor in range(1, FLOORS + 1)
        for door in range(1, DOORS + 1)
    ]
    began = time.perf_counter()
    homes: dict[int, list[Home]] = {}
    for lift, code, floor in rows:
        homes.setdefault(lift, []).append(Home(code, floor, AREA_DM2))
    costs = tuple(
        Cost(
            str(lift),
            TOTAL_FEN,
            (Source(SourceKind.POLICY_SUBSIDY, SUBSIDY_FEN),),
            Method.COEFFICIENT_AREA,
            tuple(own),
            tuple(Tier(*tier) for tier in TIERS),
        )
        for lift, own in homes.items()
    )
    found = compute(Scheme(costs))
    seconds = time.perf_counter() - began
    assert sum(found.shares_fen.values()) == BUILDINGS * (TOTAL_FEN - SUBSIDY_FEN)
    return seconds * 1000


class _Client:
    """A signed-in browser on one connection."""

    def __init__(self, port: int, base: str, token: str) -> None:
        self._connection = http.client.HTTPConnection("127.0.0.1", port)
        self._base = base
        self._headers = {**HEADERS, "Cookie": f"__Host-linli={token}"}

    def _ask(self, method: str, path: str, body: Any = None, **headers: str) -> bytes:
        content = None if body is None else json.dumps(body).encode()
        self._connection.request(method, self._base + path, content, self._headers | headers)
        answer = self._connection.getresponse()
        told = answer.read()
        assert answer.status < 300, told[:400]
        return told

    def plan(self) -> str:
        """A plan with a lift for each building."""
        project = json.loads(self._ask("GET", "/projects"))["items"][0]
        plan_id = fresh_id()
        body = {"id": plan_id, "project_id": project["id"], "title": "电梯"}
        self._ask("POST", "/cost-plans", body)
        subsidy = {"kind": "policy_subsidy", "name": "补贴", "amount_fen": SUBSIDY_FEN}
        scopes = [
            {
                "kind": "lift",
                "label": building["code"],
                "total_fen": TOTAL_FEN,
                "sources": [subsidy],
                "places": [{"building_id": building["id"]}],
            }
            for building in project["buildings"]
        ]
        path = f"/cost-plans/{plan_id}/scopes"
        self._ask("PUT", path, {"scopes": scopes}, **{"If-Match": '"1"'})
        return plan_id

    def whole(self, plan_id: str) -> float:
        """Save a scheme and read every share; milliseconds."""
        tiers = [
            dict(zip(("from_floor", "to_floor", "thousandths"), t, strict=True)) for t in TIERS
        ]
        scheme_id = fresh_id()
        body = {"id": scheme_id, "title": "x", "method": "coefficient_area", "tiers": tiers}
        began = time.perf_counter()
        self._ask("POST", f"/cost-plans/{plan_id}/schemes", body)
        read = self._ask("GET", f"/cost-schemes/{scheme_id}/shares")
        seconds = time.perf_counter() - began
        assert read.count(b'"fen":') == HOMES
        return seconds * 1000


async def _seed(staged: Stage) -> tuple[str, str]:
    database = staged.open()
    try:
        return await _community(database)
    finally:
        await database.close()


async def _community(database: Database) -> tuple[str, str]:
    community_id: UUID = await make_community(database)
    buildings = [
        (await make_building(database, community_id, FLOORS, DOORS, code=str(code))).id
        for code in range(1, BUILDINGS + 1)
    ]
    await make_project(database, community_id, buildings)
    account = await make_account(database)
    await grant(database, account.account_id, community_id, "community_admin")
    async with database.transaction(write=True) as tx:
        session = await start_session(tx, account.account_id, "benchmark")
    return f"/api/v1/communities/{community_id}", session.token
