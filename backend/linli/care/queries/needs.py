"""Needs as those who may see them see them; sealed content is never among it."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, false, or_, select, true

from linli.care.models.register import NeedEnding
from linli.care.permissions.register import MANAGE_NEED, SEE_NEEDS
from linli.care.queries.need_pauses import coming_pauses
from linli.care.queries.need_rows import consents, needs
from linli.care.rules.need_words import NeedStatus
from linli.care.rules.register_view import Relation, visible
from linli.community.public import HOUSEHOLDS
from linli.kernel.access.actor import Actor, Permission, Scope
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

endings = table(NeedEnding)

ONLY_KEEPERS = (
    "kind",
    "urgency",
    "basis",
    "starts_on",
    "review_on",
    "ends_on",
    "recurrence",
    "pauses",
    "end_reason",
)


def within(actor: Actor, permission: Permission) -> ColumnElement[bool]:
    """That a household lies where the actor may."""
    reach = actor.reach(permission, Scope.BUILDING)
    if reach is None:
        return true()
    return HOUSEHOLDS.c.building_id.in_(sorted(reach)) if reach else false()


def keeps_register(actor: Actor) -> bool:
    """Whether the actor is a social worker of the community."""
    return actor.may(MANAGE_NEED) and actor.reach(MANAGE_NEED, Scope.BUILDING) is None


async def list_needs(
    tx: Tx, actor: Actor, page: PageAsked, status: NeedStatus | None, building_id: UUID | None
) -> Row:
    """Needs the actor may know of; a building lead learns of active ones that they exist."""
    asks = _seen(tx, actor)
    if status is not None:
        asks = asks.where(needs.c.status == status)
    if building_id is not None:
        asks = asks.where(HOUSEHOLDS.c.building_id == building_id)
    found = await page_of(tx, asks, [needs.c.id], page, "needs", status, building_id)
    found["items"] = await _shown(tx, actor, found["items"])
    return found


async def read_need(tx: Tx, actor: Actor, need_id: UUID) -> Row:
    """One need without its content.

    Raises:
        Problem: 404 when the actor may not know that it exists.
    """
    row = await tx.row(_seen(tx, actor).where(needs.c.id == need_id))
    if row is None:
        raise not_found()
    (shown,) = await _shown(tx, actor, [row])
    return shown


def _seen(tx: Tx, actor: Actor) -> Select[Any]:
    here = and_(
        HOUSEHOLDS.c.community_id == needs.c.community_id, HOUSEHOLDS.c.id == needs.c.household_id
    )
    ended = and_(endings.c.community_id == needs.c.community_id, endings.c.need_id == needs.c.id)
    shown = [needs.c[name] for name in ("id", "household_id", "kind", "urgency", "status", "basis")]
    dates = [needs.c[name] for name in ("starts_on", "review_on", "ends_on", "weekdays", "part")]
    columns = [*shown, *dates, needs.c.version, HOUSEHOLDS.c.building_id]
    return (
        select(
            *columns,
            HOUSEHOLDS.c.code.label("household_code"),
            endings.c.reason.label("end_reason"),
        )
        .join(HOUSEHOLDS, here)
        .outerjoin(endings, ended)
        .where(needs.c.community_id == tx.community, within(actor, SEE_NEEDS))
        .where(or_(true() if keeps_register(actor) else false(), needs.c.status == "active"))
    )


async def _shown(tx: Tx, actor: Actor, rows: list[Row]) -> list[Row]:
    """Rows by what the actor's relation shows of them."""
    seen = visible(Relation(keeps_register=keeps_register(actor), leads_building=True))
    keeps = "register" in seen
    pauses = await coming_pauses(tx, [row["id"] for row in rows]) if keeps else {}
    return [_shown_row(row, pauses.get(row["id"], []), keeps=keeps) for row in rows]


def _shown_row(row: Row, pauses: list[Row], *, keeps: bool) -> Row:
    weekdays, part = row.pop("weekdays"), row.pop("part")
    row["urgent"] = row["urgency"] == "urgent"
    row["recurrence"] = weekdays and {"weekdays": weekdays, "part": part}
    row["pauses"] = pauses
    if not keeps:
        row |= dict.fromkeys(ONLY_KEEPERS)
    return row


async def read_ending(tx: Tx, need_id: UUID) -> Row | None:
    """How a need ended."""
    c = endings.c
    return await tx.row(select(endings).where(c.community_id == tx.community, c.need_id == need_id))


async def read_consent(tx: Tx, consent_id: UUID) -> Row:
    """A consent as ``ConsentOut`` shows it, with the sealed name of the guardian."""
    hidden = {"community_id", "person_id", "purpose"}
    c = consents.c
    columns = [column for column in c if column.key not in hidden]
    row = await tx.row(select(*columns).where(c.community_id == tx.community, c.id == consent_id))
    if row is None:
        raise not_found()
    return row


async def read_ended(tx: Tx, need_id: UUID) -> Row:
    """How a need ended, as ``EndedOut`` shows it.

    Raises:
        Problem: 404 when it has not.
    """
    ending = await read_ending(tx, need_id)
    if ending is None:
        raise not_found()
    return {name: ending[name] for name in ("need_id", "reason", "ended_at", "key_destroyed")}
