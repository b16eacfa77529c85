from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, update

from linli.deliberation.actions.sessions.room import (
    GOING_ON,
    locked_session,
    seen_by_all,
    session_moved,
)
from linli.deliberation.actions.sessions.room_records import created, receive_each
from linli.deliberation.permissions.sessions import HOLD_SESSION
from linli.deliberation.queries.sessions.present import first_closed_at, mandates_at, party_of_roles
from linli.deliberation.queries.sessions.tables import attendances
from linli.deliberation.schemas.session_room import AttendanceIn
from linli.identity.public import held_roles, roles
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.record import Recorded, record
from linli.kernel.problems import Problem, forbidden, invalid
from linli.kernel.sync.items import SyncItem, Verdict

_c = attendances.c


async def record_attendance(tx: Tx, actor: Actor, items: Sequence[SyncItem]) -> list[Verdict]:
    """Note who came and who went; one's own tap and the secretary's entry are the same.

    In the order in which it happened, whatever the phones' clocks say: a phone that is slow tells
    how long ago it was. What happened while the session was held may arrive after its closing. From
    then on only who holds the session corrects who was there, and says why.

    Rejected: 403 for somebody else unless one holds the session; 422 ``unknown_account``, or
    ``correction_needs_reason``; 409 ``attendance_newer`` for late news that something later undid,
    ``session_moved`` before the notice, after the closing, or after the minutes were handed in.
    """
    return await receive_each(tx, actor, items, attendances, _take)


async def _take(tx: Tx, actor: Actor, item: SyncItem) -> Recorded:
    told: AttendanceIn = item.payload
    account_id = told.account_id or actor.account_id
    if account_id != actor.account_id and not actor.may(HOLD_SESSION):
        raise forbidden()
    session = await locked_session(tx, told.session_id, ("noticed", *GOING_ON, "closed"))
    at = item.happened(told.happened_at, clock.now())
    corrects = await _corrects(tx, session, at)
    if corrects:
        _require_reason(actor, session, told)
    held = {r["role"] for r in await held_roles(tx, *roles.ROLES) if r["account_id"] == account_id}
    if not held:
        raise invalid("/account_id", "unknown_account")
    changes = {"how": told.how, "here": told.here, "changed_at": at}
    known = await _known(tx, told.session_id, account_id)
    if known is None:
        row = created(tx, actor, item, session_id=told.session_id, account_id=account_id, **changes)
        row["party"] = party_of_roles(held)
        row["representative"] = account_id in await mandates_at(tx, session)
        await tx.execute(insert(attendances).values(row))
    elif known["changed_at"] > at:
        if known["here"] != told.here:
            raise Problem(409, "attendance_newer")
    else:
        this = (_c.community_id == tx.community, _c.id == known["id"])
        await tx.execute(update(attendances).where(*this).values(**changes))
    await seen_by_all(tx, told.session_id)
    return record(tx, _fact(actor, item, told, account_id, corrects=corrects))


async def _corrects(tx: Tx, session: Row, happened_at: datetime) -> bool:
    """Whether something is told that was not yet so when the session was first closed."""
    if session["state"] != "closed":
        return False
    closed_at = await first_closed_at(tx, session["id"])
    return closed_at is not None and happened_at > closed_at


def _require_reason(actor: Actor, session: Row, told: AttendanceIn) -> None:
    if not actor.may(HOLD_SESSION):
        raise session_moved(session)
    if told.reason is None:
        raise invalid("/reason", "correction_needs_reason")


async def _known(tx: Tx, session_id: UUID, account_id: UUID) -> Row | None:
    asks = select(_c.id, _c.changed_at, _c.here).where(
        _c.community_id == tx.community, _c.session_id == session_id, _c.account_id == account_id
    )
    return await tx.row(asks)


def _fact(
    actor: Actor, item: SyncItem, told: AttendanceIn, account_id: UUID, *, corrects: bool
) -> FactDraft:
    came = "came" if told.here else "went"
    verb = "corrected" if corrects else came
    public = {"session": told.session_id, "how": told.how, "to": came}
    private = (
        {"account": account_id, "reason": told.reason} if corrects else {"account": account_id}
    )
    kind, subject = f"deliberation.attendance.{verb}", "session_attendance"
    by = actor.account_id
    return FactDraft(kind, by, subject, item.id, told.happened_at, public, private)
