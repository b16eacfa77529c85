"""Coming in by an invitation: with a new account, or with the one that is signed in."""

from dataclasses import dataclass, field

from sqlalchemy import select

from linli.identity.actions.count_attempt import count_attempt, take_back_attempt
from linli.identity.actions.end_sessions import end_session_of, end_sessions
from linli.identity.actions.hash_password import hash_password
from linli.identity.actions.open_account import NewAccount, open_account, readable_login
from linli.identity.actions.sign_in import Client, Entrance, address_counter, pass_for
from linli.identity.actions.start_session import Started, start_session
from linli.identity.actions.take_seat import take_seat
from linli.identity.models import Session
from linli.identity.queries.directory import Directory
from linli.identity.queries.homes import Homes
from linli.identity.queries.invitations import community_of_link, open_invitation
from linli.identity.rules.passwords import weakness
from linli.kernel.access.actor import Caller
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import invalid


@dataclass(frozen=True)
class Newcomer:
    """What somebody says who comes in for the first time."""

    token: str = field(repr=False)
    login: str = field(repr=False)
    display_name: str = field(repr=False)
    password: str = field(repr=False)
    device_name: str


async def come_in(
    database: Database, client: Client, directory: Directory, homes: Homes, newcomer: Newcomer
) -> Entrance:
    """Open an account, take the seat and sign the device in; the invitation is used up.

    Raises:
        Problem: 404 or 410 for the invitation; 422 for login or password; 409 ``login_taken``
            or ``home_changed_hands``; 429 when one address tries too often, because a taken login
            tells that it exists.
    """
    login = readable_login(newcomer.login)
    community_id = community_of_link(newcomer.token)
    counters = [address_counter(database.keyring, client)]
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        invited = await open_invitation(tx, newcomer.token)
        await count_attempt(tx, counters)
        cards = await directory.communities(tx, [community_id])
    names = [login.text, newcomer.display_name, invited["display_name"]]
    refuse_weak(newcomer.password, [*names, *(card.name for card in cards.values())])
    person = NewAccount(
        newcomer.login, newcomer.display_name, await hash_password(newcomer.password)
    )
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        invited = await open_invitation(tx, newcomer.token, lock=True)
        account_id = await open_account(tx, person)
        await take_seat(tx, homes, account_id, invited)
        await take_back_attempt(tx, counters)
        await end_session_of(tx, client.session_token)
        started = await start_session(tx, account_id, newcomer.device_name)
    return Entrance(account_id, started, pass_for(database.keyring, client, login))


async def join(tx: Tx, homes: Homes, caller: Caller, token: str) -> Started:
    """Take a further seat with the account that is signed in; its sessions begin anew.

    Raises:
        Problem: 404 or 410 for the invitation; 409 ``home_changed_hands``.
    """
    await tx.enter(community_of_link(token))
    invited = await open_invitation(tx, token, lock=True)
    await take_seat(tx, homes, caller.account_id, invited)
    s = table(Session).c
    device_name = await tx.scalar(select(s.device_name).where(s.id == caller.session_id))
    await end_sessions(tx, caller.account_id)
    return await start_session(tx, caller.account_id, device_name)


def refuse_weak(password: str, names: list[str], pointer: str = "/password") -> None:
    """Refuse a password that is too short, too common or made of the person's names.

    Raises:
        Problem: 422 with the reason at the pointer.
    """
    if code := weakness(password, names):
        raise invalid(pointer, code)
