"""Elections under way, made through the API."""

import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from factories.house import House, Neighbour, act, told
from linli.deliberation.public import HANDLERS
from linli.deliberation.rules.representatives.receipt import receipt_leaf
from linli.kernel import clock
from linli.kernel.ids import new_id
from linli.kernel.work.worker import do_all

NOW = datetime(2026, 11, 2, 2, 30, tzinfo=UTC)
"""10:30 in Wuhan."""
CLOSES = NOW + timedelta(days=7)


async def start(house: House, **more: Any) -> str:
    """An election that takes nominations; its id."""
    body = {
        "id": str(new_id()),
        "building_id": str(house.building.id),
        "seats": 1,
        "term_from": "2026-11-15",
        "term_until": "2027-11-14",
        **more,
    }
    return str(told(await (await house.admin()).post("elections", json=body))["id"])


async def stand(election: str, person: Neighbour, statement: str | None = None) -> str:
    """Somebody nominates themselves; the candidacy's id."""
    body = {"id": str(new_id()), "account_id": str(person.account_id), "statement": statement}
    told(await person.client.post(f"elections/{election}/candidacies", json=body))
    return str(body["id"])


async def open_(house: House, election: str, closes_at: datetime = CLOSES) -> Any:
    """Voting begins."""
    body = {"closes_at": closes_at.isoformat()}
    return told(await act(await house.admin(), f"elections/{election}/opening", body))


def ballot(election: str, person: Neighbour, *choice: str) -> dict[str, Any]:
    """A ballot as the phone makes it, with a fresh token behind its receipt."""
    leaf = receipt_leaf(election, secrets.token_bytes(32)).hex()
    return {"household_id": str(person.household_id), "choice": list(choice), "receipt": leaf}


async def vote(election: str, person: Neighbour, *choice: str) -> httpx.Response:
    body = ballot(election, person, *choice)
    return await person.client.post(f"elections/{election}/ballots", json=body)


async def come_to(house: House, moment: datetime) -> None:
    """Time passes, and what is due is done."""
    clock.set_clock(lambda: moment)
    await do_all(house.database, HANDLERS)
