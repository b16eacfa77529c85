"""Putting together an agenda. After the notice what it announced stays as it is."""

from uuid import UUID

from sqlalchemy import select, update

from linli.deliberation.actions.sessions.room import locked_session, seen_by_all
from linli.deliberation.facts.sessions import about
from linli.deliberation.models.sessions import AgendaItem
from linli.deliberation.queries.sessions.agenda_items import next_position
from linli.deliberation.queries.sessions.subjects import subject_exists
from linli.deliberation.queries.sessions.tables import agenda
from linli.deliberation.schemas.sessions import AgendaChange, AgendaItemIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import Problem, invalid, not_found

_c = agenda.c
OPEN_AGENDA = ("planned", "noticed", "in_session", "in_recess")


async def add_agenda_item(tx: Tx, actor: Actor, session_id: UUID, body: AgendaItemIn) -> bool:
    """Add an item; after the notice it can be talked about and not decided. Whether it is new.

    Raises:
        Problem: 404 without the session; 422 ``unknown_subject``; 409 ``session_moved``, or as
            ``create_once``.
    """
    session = await locked_session(tx, session_id, OPEN_AGENDA)
    if not await subject_exists(tx, body.subject_kind, body.subject_id):
        raise invalid("/subject_id", "unknown_subject")
    values = {**body.model_dump(exclude={"id"}), "session_id": session_id, "version": 1}
    values["position"] = await next_position(tx, session_id)
    if not await create_once(tx, actor, AgendaItem, body, **values):
        return False
    await seen_by_all(tx, session_id)
    public = {"session": session_id, "subject": body.subject_kind}
    public["after_notice"] = session["state"] != "planned"
    now = clock.now()
    record(tx, about("agenda_item", "added", "agenda_item", body.id, now, actor, public))
    return True


async def change_agenda_item(  # noqa: PLR0913, PLR0917 - a change is all of this
    tx: Tx, actor: Actor, session_id: UUID, item_id: UUID, change: AgendaChange, expected: int
) -> None:
    """Put an item in other words or at another place.

    Raises:
        Problem: 404; 409 ``agenda_frozen`` for what the notice announced; 412 when it was changed
            meanwhile.
    """
    await _require_free(tx, session_id, item_id)
    values = change.model_dump(exclude_none=True)
    await _change(tx, actor, session_id, item_id, "changed", expected, **values)


async def withdraw_agenda_item(tx: Tx, actor: Actor, session_id: UUID, item_id: UUID) -> None:
    """Take an item off an agenda that was not noticed.

    Raises:
        Problem: 404; 409 ``agenda_frozen``.
    """
    row = await _require_free(tx, session_id, item_id)
    gone = {"withdrawn_at": clock.now()}
    await _change(tx, actor, session_id, item_id, "withdrawn", row["version"], **gone)


async def _require_free(tx: Tx, session_id: UUID, item_id: UUID) -> Row:
    await locked_session(tx, session_id, OPEN_AGENDA)
    row = await tx.row(
        select(agenda).where(
            _c.community_id == tx.community,
            _c.session_id == session_id,
            _c.id == item_id,
            _c.withdrawn_at.is_(None),
        )
    )
    if row is None:
        raise not_found()
    if row["noticed_digest"] is not None:
        raise Problem(409, "agenda_frozen")
    return row


async def _change(  # noqa: PLR0913, PLR0917 - a change is all of this
    tx: Tx,
    actor: Actor,
    session_id: UUID,
    item_id: UUID,
    verb: str,
    expected: int,
    **values: object,
) -> None:
    this = (_c.community_id == tx.community, _c.id == item_id, _c.version == expected)
    write = update(agenda).where(*this).values(**values, version=_c.version + 1)
    if (await tx.execute(write)).rowcount != 1:
        raise changed_meanwhile()
    await seen_by_all(tx, session_id)
    public = {"session": session_id}
    record(tx, about("agenda_item", verb, "agenda_item", item_id, clock.now(), actor, public))
