"""Who is there, and whether the session can decide."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.sessions.tables import attendances, session_mandates
from linli.deliberation.rules.lifecycles.session import IS_OVER
from linli.deliberation.rules.sessions.attendance import Attendance, Party, SessionKind, attendance
from linli.identity.public import held_roles, roles
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx

_c = attendances.c
OF_ROLE = {
    roles.CONTRACTOR: Party.CONTRACTOR,
    roles.PROPERTY_MANAGER: Party.PROPERTY_MANAGER,
}


def party_of_roles(held: set[str]) -> Party:
    """Which of the three parties somebody belongs to; everybody else is of the residents' side."""
    return next((party for role, party in OF_ROLE.items() if role in held), Party.RESIDENTS)


def party_of(actor: Actor) -> Party:
    """The party of an actor."""
    return party_of_roles({grant.role for grant in actor.grants})


async def mandates_of(tx: Tx) -> set[UUID]:
    """Who may decide: everybody who holds a representative's grant now."""
    return {row["account_id"] for row in await held_roles(tx, roles.REPRESENTATIVE)}


async def mandates_at(tx: Tx, session: Row) -> set[UUID]:
    """Who may decide in a session: while it goes on as now, afterwards as it was at its end."""
    if session["state"] not in IS_OVER:
        return await mandates_of(tx)
    c = session_mandates.c
    asks = select(c.account_id).where(c.community_id == tx.community, c.session_id == session["id"])
    return {row["account_id"] for row in await tx.rows(asks)}


async def who_is_here(tx: Tx, session_id: UUID) -> list[Row]:
    """Rows of ``account_id party representative how here``, in the order of coming."""
    asks = (
        select(_c.account_id, _c.party, _c.representative, _c.how, _c.here)
        .where(_c.community_id == tx.community, _c.session_id == session_id)
        .order_by(_c.created_at, _c.id)
    )
    return await tx.rows(asks)


async def quorum_of(tx: Tx, session: Row) -> Attendance:
    """Attendance held against the rule of the session's kind."""
    return await quorum_among(tx, session, await mandates_at(tx, session))


async def quorum_among(tx: Tx, session: Row, mandates: set[UUID]) -> Attendance:
    """The same with the mandates given."""
    here = [row for row in await who_is_here(tx, session["id"]) if row["here"]]
    present = sum(row["account_id"] in mandates for row in here)
    return attendance(SessionKind(session["kind"]), present, len(mandates), parties_of(here))


def parties_of(here: list[Row]) -> set[Party]:
    """The parties of those who are there."""
    return {Party(row["party"]) for row in here}


async def is_here(tx: Tx, session_id: UUID, account_id: UUID) -> bool:
    """Whether somebody is in the room or connected."""
    asks = select(_c.here).where(
        _c.community_id == tx.community, _c.session_id == session_id, _c.account_id == account_id
    )
    return bool(await tx.scalar(asks))
