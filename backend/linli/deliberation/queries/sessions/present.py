"""Who is there, and whether the session can decide."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from linli.deliberation.queries.sessions.tables import attendances, session_mandates, session_steps
from linli.deliberation.rules.lifecycles.session import IS_OVER
from linli.deliberation.rules.sessions.attendance import (
    Attendance,
    Party,
    SessionKind,
    attendance,
)
from linli.identity.public import held_roles, roles
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx

_c = attendances.c
OFFICE = {roles.COMMUNITY_ADMIN, roles.SOCIAL_WORKER}
OF_ROLE = {
    roles.CONTRACTOR: Party.CONTRACTOR,
    roles.PROPERTY_MANAGER: Party.PROPERTY_MANAGER,
}


def party_of_roles(held: set[str]) -> Party | None:
    """Which of the three parties somebody speaks for, if any.

    The residents are spoken for by a representative, and never by the office that holds the
    session.
    """
    for role, party in OF_ROLE.items():
        if role in held:
            return party
    is_voice = roles.REPRESENTATIVE in held and not held & OFFICE
    return Party.RESIDENTS if is_voice else None


def party_of(actor: Actor) -> Party | None:
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
    """Rows of ``account_id party representative how here changed_at``, in the order of coming."""
    asks = (
        select(_c.account_id, _c.party, _c.representative, _c.how, _c.here, _c.changed_at)
        .where(_c.community_id == tx.community, _c.session_id == session_id)
        .order_by(_c.created_at, _c.id)
    )
    return await tx.rows(asks)


async def quorum_of(tx: Tx, session: Row) -> Attendance:
    """Attendance held against the rule of the session's kind."""
    return await quorum_among(tx, session, await mandates_at(tx, session))


async def quorum_among(tx: Tx, session: Row, mandates: set[UUID]) -> Attendance:
    """The same with the mandates given."""
    rows = await who_is_here(tx, session["id"])
    return quorum_in(SessionKind(session["kind"]), rows, mandates)


def quorum_in(kind: SessionKind, rows: list[Row], mandates: set[UUID]) -> Attendance:
    """The same with everybody given, as ``who_is_here`` does."""
    here = [row for row in rows if row["here"]]
    present = sum(row["account_id"] in mandates for row in here)
    return attendance(kind, present, len(mandates), parties_of(here, mandates))


def parties_of(here: list[Row], mandates: set[UUID]) -> set[Party]:
    """The parties of those who are there; the residents' is there in a representative only."""
    parties = {Party(row["party"]) for row in here if row["party"] is not None}
    if not any(row["party"] == Party.RESIDENTS and row["account_id"] in mandates for row in here):
        parties -= {Party.RESIDENTS}
    return parties


async def first_closed_at(tx: Tx, session_id: UUID) -> datetime | None:
    """When a session ended; minutes that are sent back change nothing of it."""
    s = session_steps.c
    mine = (s.community_id == tx.community, s.session_id == session_id, s.to_state == "closed")
    found: datetime | None = await tx.scalar(select(func.min(s.at)).where(*mine))
    return found


async def is_here(tx: Tx, session_id: UUID, account_id: UUID) -> bool:
    """Whether somebody is in the room or connected."""
    asks = select(_c.here).where(
        _c.community_id == tx.community, _c.session_id == session_id, _c.account_id == account_id
    )
    return bool(await tx.scalar(asks))
