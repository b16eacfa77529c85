"""The week's feedback becomes the agenda of the next weekly session by itself."""

from datetime import date, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from linli.deliberation.actions.feedback.feedback_work import WEEKLY_AGENDA, next_draft
from linli.deliberation.actions.feedback.take_step import Step, locked_report, take_step
from linli.deliberation.actions.sessions.room import seen_by_all
from linli.deliberation.facts.sessions import session_fact
from linli.deliberation.queries.feedback.similar import open_reports
from linli.deliberation.queries.sessions.agenda_items import agenda_of, next_position
from linli.deliberation.queries.sessions.carried_over import carried_over
from linli.deliberation.queries.sessions.profile import profile_and_zone
from linli.deliberation.queries.sessions.tables import agenda, agenda_reports, sessions
from linli.deliberation.rules.feedback.weekly_agenda import AgendaGroup, weekly_agenda
from linli.deliberation.rules.sessions.attendance import SessionKind
from linli.deliberation.rules.sessions.session_profile import SessionProfile, next_weekly
from linli.kernel import clock
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.work.schedule import schedule

_s = sessions.c


async def draft_weekly(tx: Tx, _community_id: UUID) -> None:
    """Put what waits for an answer on the next weekly session's agenda, planning one if need be.

    Runs every morning while there is open feedback; a session that was noticed stays as it is, and
    what comes later goes to the one after it.
    """
    profile, zone = await profile_and_zone(tx)
    now = clock.now()
    going_on = await open_reports(tx)
    if not going_on:
        return
    await schedule(tx, WEEKLY_AGENDA, tx.community, next_draft(now, zone))
    day = await _meeting_day(tx, clock.day_of(now, zone), profile)
    groups = weekly_agenda(await carried_over(tx, going_on), day)
    if groups:
        session_id = await _session_on(tx, day, profile, zone)
        for group in groups:
            await _put_on(tx, session_id, group)
        await seen_by_all(tx, session_id)


async def _meeting_day(tx: Tx, today: date, profile: SessionProfile) -> date:
    """The day of the weekly session that is planned next, or on which one can be."""
    in_time = today + timedelta(days=profile.notice_days[SessionKind.WEEKLY])
    asks = select(_s.held_on).where(
        _s.community_id == tx.community, _s.kind == "weekly", _s.held_on >= in_time
    )
    planned = await tx.scalar(asks.where(_s.state == "planned").order_by(_s.held_on).limit(1))
    taken = {row["held_on"] for row in await tx.rows(asks.where(_s.state != "cancelled"))}
    day: date = planned or next_weekly(today, profile)
    while planned is None and day in taken:
        day = next_weekly(day, profile)
    return day


async def _session_on(tx: Tx, day: date, profile: SessionProfile, zone: str) -> UUID:
    asks = select(_s.id).where(
        _s.community_id == tx.community, _s.kind == "weekly", _s.held_on == day
    )
    found: UUID | None = await tx.scalar(asks.where(_s.state == "planned").with_for_update())
    if found is not None:
        return found
    session_id, now = new_id(), clock.now()
    row = {
        **_by_itself(tx, session_id, now),
        "kind": "weekly",
        "title": "",
        "place": await _usual_place(tx),
        "project_id": None,
        "starts_at": datetime.combine(day, profile.weekly_at, ZoneInfo(zone)),
        "held_on": day,
        "state": "planned",
        "tick": 0,
    }
    await tx.execute(insert(sessions).values(row))
    record(tx, session_fact("planned", session_id, now, None, {"kind": "weekly", "held_on": day}))
    return session_id


async def _usual_place(tx: Tx) -> str:
    """Where the last session was held, a weekly one before any other; empty before the first."""
    asks = select(_s.place).where(_s.community_id == tx.community, _s.place != "")
    last = asks.order_by((_s.kind == "weekly").desc(), _s.held_on.desc(), _s.id.desc())
    return await tx.scalar(last.limit(1)) or ""


def _by_itself(tx: Tx, row_id: UUID, now: datetime) -> Row:
    made = {"body_digest": b"", "created_by": tx.community, "created_at": now, "version": 1}
    return {"community_id": tx.community, "id": row_id, **made}


async def _put_on(tx: Tx, session_id: UUID, group: AgendaGroup) -> None:
    """Reports of one kind and place are one item; what comes later joins it."""
    building = UUID(group.building) if group.building else None
    same = (str(group.kind), building)
    items = await agenda_of(tx, session_id)
    item = next((i for i in items if (i["feedback_kind"], i["building_id"]) == same), None)
    item_id = item["id"] if item else await _new_item(tx, session_id, group, building)
    for report_id in map(UUID, group.reports):
        link = {"community_id": tx.community, "id": new_id()}
        link |= {"agenda_item_id": item_id, "feedback_id": report_id}
        await tx.execute(insert(agenda_reports).values(link))
        report = await locked_report(tx, report_id)
        if report["state"] != "on_agenda":
            await take_step(tx, None, report, Step("on_agenda", "put_on_agenda", "system"))


async def _new_item(tx: Tx, session_id: UUID, group: AgendaGroup, building: UUID | None) -> UUID:
    item_id = new_id()
    row = {
        **_by_itself(tx, item_id, clock.now()),
        "session_id": session_id,
        "position": await next_position(tx, session_id),
        "title": "",
        "subject_kind": "feedback",
        "subject_id": UUID(group.reports[0]),
        "feedback_kind": str(group.kind),
        "building_id": building,
    }
    await tx.execute(insert(agenda).values(row))
    return item_id
