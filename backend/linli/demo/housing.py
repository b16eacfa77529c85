"""Homes for the demo's people, and neighbours who only live here."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final
from uuid import UUID

from sqlalchemy import and_, select

from linli.community.actions.add_household_member import add_household_member
from linli.community.public import HOUSEHOLDS, OWNERS, OWNERSHIPS
from linli.community.schemas.household_members import HouseholdMemberIn
from linli.demo.people import ONE_OF_EACH, PASSWORD, volunteers
from linli.demo.story import Story
from linli.identity.public import DemoPerson, hash_password, make_demo_accounts
from linli.kernel.access.actor import Actor, Grant, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id

NEIGHBOURS_A_BUILDING: Final = 9
_HOW: Final = "看过房产证"
_AT_HOME: Final = ("lead", "rep", "supervisor", "resident")


async def settle_in(story: Story) -> None:
    """Give everybody who may vote a home they own, and let nine neighbours a building sign up.

    The neighbours sign in as ``resident2``, ``resident3`` … with the password of all.
    """
    hashed = await hash_password(PASSWORD)
    admin = Actor(
        story.accounts["admin"], story.community_id, (Grant("community_admin", Scope.COMMUNITY),)
    )
    async with story.database.transaction(write=True) as tx:
        await tx.enter(story.community_id)
        free = await _owned_homes(tx)
        ours = dict(_homes_of_ours(free))
        theirs = dict(_homes_of_neighbours([home for home in free if home not in ours.values()]))
        people = [_neighbour(login, home) for login, home in theirs.items()]
        story.accounts |= await make_demo_accounts(tx, story.settings, people, hashed)
        for login, home in {**ours, **theirs}.items():
            await _move_in(tx, admin, story.accounts[login], home)
            story.homes[login] = home["household_id"]


async def _owned_homes(tx: Tx) -> list[Row]:
    """Homes of persons with their first owners, in the order of their codes."""
    h, o, own = HOUSEHOLDS.c, OWNERS.c, OWNERSHIPS.c
    here = and_(own.community_id == h.community_id, own.household_id == h.id, own.position == 0)
    whose = and_(o.community_id == own.community_id, o.id == own.owner_id)
    asks = (
        select(h.id.label("household_id"), h.building_id, o.id.label("owner_id"), o.name)
        .join_from(HOUSEHOLDS, OWNERSHIPS, here)
        .join(OWNERS, whose)
        .where(h.community_id == tx.community, h.kind == "home", o.kind == "person")
    )
    return await tx.rows(asks.order_by(h.sort_key))


def _homes_of_ours(free: list[Row]) -> Iterator[tuple[str, Row]]:
    first: dict[str, Row] = {}
    for home in free:
        first.setdefault(home["name"], home)
    settled = [person for person in ONE_OF_EACH if person.login in _AT_HOME]
    for person in (*settled, *volunteers()):
        if person.name in first:
            yield person.login, first[person.name]


def _homes_of_neighbours(free: list[Row]) -> Iterator[tuple[str, Row]]:
    by_building: defaultdict[UUID, list[Row]] = defaultdict(list)
    for home in free:
        by_building[home["building_id"]].append(home)
    chosen = [
        home
        for homes in by_building.values()
        for home in homes[:: max(len(homes) // NEIGHBOURS_A_BUILDING, 1)][:NEIGHBOURS_A_BUILDING]
    ]
    yield from ((f"resident{number}", home) for number, home in enumerate(chosen, start=2))


def _neighbour(login: str, home: Row) -> DemoPerson:
    held = Grant("resident", Scope.BUILDING, home["building_id"])
    return DemoPerson(login, home["name"], (held,))


async def _move_in(tx: Tx, admin: Actor, account_id: UUID, home: Row) -> None:
    body = HouseholdMemberIn(
        id=new_id(),
        account_id=account_id,
        relation="owner",
        owner_id=home["owner_id"],
        verified_how=_HOW,
    )
    await add_household_member(tx, admin, home["household_id"], body)
