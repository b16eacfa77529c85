"""Failed sign-ins slow down the next ones, and only those (ASVS 5.0: 6.3.1, 6.3.8)."""

import asyncio

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import select

from factories.clock import Clock
from factories.identity import client_of, fresh_network, make_account, serving, sign_in
from linli.config import Settings
from linli.identity.actions import check_password
from linli.identity.actions.count_attempt import count_attempt, counter
from linli.identity.models import LoginThrottle
from linli.identity.queries.logins import login_index
from linli.identity.rules.logins import read_login
from linli.identity.rules.throttle import ACCOUNT, ADDRESS, DEVICE, PAIR, Allowance
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.rows import table

WRONG = "not the password"


async def fail(client: httpx.AsyncClient, login: str, times: int) -> list[int]:
    """Fails so often; the statuses."""
    return [(await sign_in(client, login, WRONG)).status_code for _ in range(times)]


async def preload(database: Database, allowance: Allowance, *about: bytes) -> None:
    """Bring a counter to the end of its allowance without hashing so many passwords."""
    name = {ADDRESS: "address", ACCOUNT: "account"}[allowance]
    counters = [counter(database.keyring, allowance, name, *about)]
    for _ in range(allowance.free):
        async with database.transaction(write=True) as tx:
            await count_attempt(tx, counters)


async def test_after_five_failures_even_the_right_password_waits(
    client: httpx.AsyncClient, database: Database, hands: Clock
) -> None:
    member = await make_account(database)
    assert await fail(client, member.login, PAIR.free) == [401] * PAIR.free
    refused = await sign_in(client, member.login)
    assert refused.status_code == 429
    assert refused.headers["retry-after"] == "1"
    hands.pass_by(seconds=1)
    assert (await sign_in(client, member.login)).status_code == 200


async def test_the_wait_doubles(
    client: httpx.AsyncClient, database: Database, hands: Clock
) -> None:
    member = await make_account(database)
    await fail(client, member.login, PAIR.free)
    for seconds in (1, 2, 4, 8):
        refused = await sign_in(client, member.login, WRONG)
        assert refused.headers["retry-after"] == str(seconds)
        hands.pass_by(seconds=seconds)
        assert await fail(client, member.login, 1) == [401]


async def test_an_unknown_login_is_throttled_in_the_same_way(
    client: httpx.AsyncClient, hands: Clock
) -> None:
    assert hands.moment
    login = f"nobody-{hands.moment:%H%M%S%f}"
    assert await fail(client, login, PAIR.free + 1) == [401] * PAIR.free + [429]


async def test_a_hundred_parallel_guesses_are_a_hundred_counted_guesses(
    client: httpx.AsyncClient, database: Database, hands: Clock
) -> None:
    assert hands.moment
    member = await make_account(database)
    answers = await asyncio.gather(*[sign_in(client, member.login, WRONG) for _ in range(20)])
    assert sorted(answer.status_code for answer in answers) == [401] * PAIR.free + [429] * 15


async def test_waiting_survives_a_restart(
    app: FastAPI, config: Settings, database: Database, database_url: str, hands: Clock
) -> None:
    assert hands.moment
    member, network = await make_account(database), fresh_network()
    async with client_of(app, network=network) as client:
        await fail(client, member.login, PAIR.free)
    restarted = open_database(database_url, database.keyring)
    async with client_of(serving(config, restarted), network=network) as client:
        assert (await sign_in(client, member.login)).status_code == 429
    await restarted.close()


async def test_an_address_that_tries_many_accounts_is_stopped(
    app: FastAPI, database: Database, hands: Clock
) -> None:
    assert hands.moment
    network = fresh_network()
    await preload(database, ADDRESS, network.encode())
    async with client_of(app, network=network) as client:
        assert await fail(client, "one-more", 1) == [429]
    async with client_of(app) as elsewhere:
        assert await fail(elsewhere, "one-more", 1) == [401]


async def test_a_stranger_cannot_lock_a_neighbour_out(
    app: FastAPI, database: Database, hands: Clock
) -> None:
    member = await make_account(database)
    async with client_of(app) as home, client_of(app) as stranger:
        for _ in range(50):
            await fail(stranger, member.login, 1)
            hands.pass_by(minutes=1)
        assert (await sign_in(home, member.login)).status_code == 200


async def test_a_crowd_of_strangers_cannot_lock_a_known_phone_out(
    app: FastAPI, client: httpx.AsyncClient, database: Database, hands: Clock
) -> None:
    assert hands.moment
    member = await make_account(database)
    assert (await sign_in(client, member.login)).status_code == 200
    login = read_login(member.login)
    assert login is not None
    await preload(database, ACCOUNT, login_index(database.keyring, login))
    async with client_of(app) as unknown_phone:
        assert (await sign_in(unknown_phone, member.login)).status_code == 429
        hands.pass_by(minutes=1)
        assert (await sign_in(unknown_phone, member.login)).status_code == 200
    client.cookies.delete("__Host-linli")
    assert (await sign_in(client, member.login)).status_code == 200


async def test_a_known_phone_is_no_way_around_the_throttle(
    client: httpx.AsyncClient, database: Database, hands: Clock
) -> None:
    assert hands.moment
    member = await make_account(database)
    await sign_in(client, member.login)
    assert await fail(client, member.login, DEVICE.free + 1) == [401] * DEVICE.free + [429]


async def test_the_pass_of_one_account_is_none_for_another(
    client: httpx.AsyncClient, database: Database, hands: Clock
) -> None:
    assert hands.moment
    mine, theirs = await make_account(database), await make_account(database)
    await sign_in(client, mine.login)
    assert await fail(client, theirs.login, PAIR.free + 1) == [401] * PAIR.free + [429]


async def test_success_clears_what_was_counted_here(
    client: httpx.AsyncClient, database: Database, hands: Clock
) -> None:
    assert hands.moment
    member = await make_account(database)
    await fail(client, member.login, PAIR.free - 1)
    client.cookies.clear()
    assert (await sign_in(client, member.login)).status_code == 200
    client.cookies.clear()
    assert await fail(client, member.login, PAIR.free) == [401] * PAIR.free


async def test_no_address_and_no_login_stands_in_the_counters(
    app: FastAPI, database: Database
) -> None:
    network = fresh_network()
    async with client_of(app, network=network) as client:
        await fail(client, "a-name-to-look-for", 1)
    async with database.transaction(write=False) as tx:
        keys = [row["key"] for row in await tx.rows(select(table(LoginThrottle).c.key))]
    assert keys
    assert all(len(key) == 32 for key in keys)
    assert not any(network.encode() in key or b"a-name" in key for key in keys)


@pytest.mark.parametrize("whose", ["a member's", "nobody's"])
async def test_the_same_work_is_done_whether_or_not_there_is_an_account(
    client: httpx.AsyncClient, database: Database, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    checked: list[str] = []
    verify = check_password.hasher.verify
    monkeypatch.setattr(
        check_password.hasher,
        "verify",
        lambda password, kept: (checked.append(kept), verify(password, kept))[1],
    )
    login = (await make_account(database)).login
    if whose == "nobody's":
        login = f"x{login[1:]}"
    assert (await sign_in(client, login, WRONG)).status_code == 401
    (kept,) = checked
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
