"""Care tasks, as much of each as the one who looks may see."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from linli.care.permissions.register import DIRECT_CARE_TASKS
from linli.care.queries.needs import keeps_register
from linli.care.queries.task_rows import state_of
from linli.care.rules.register_view import Relation, visible
from linli.care.rules.task_current import task_is_current
from linli.community.public import time_zone_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.answers import text_of
from linli.kernel.vault.many import Disclosed, read_disclosed
from linli.kernel.vault.vault import Place

_SAME_FIELDS = (
    "id",
    "need_id",
    "kind",
    "urgency",
    "origin",
    "due_from",
    "due_until",
    "expected_by",
    "assignee_id",
    "attempts",
    "version",
)


async def shown_tasks(tx: Tx, actor: Actor, rows: Sequence[Row]) -> list[Row]:
    """Rows as ``CareTaskOut``: fields by the actor's relation, instructions as disclosed."""
    zone, now = ZoneInfo(await time_zone_of(tx, tx.community)), clock.now()
    seen = [visible(_relation(actor, row, now, zone)) for row in rows]
    told = [row for row, fields in zip(rows, seen, strict=True) if "instruction" in fields]
    instructions = await _instructions(tx, actor, told)
    return [
        _shown(actor, row, fields, instructions.get(row["id"]))
        for row, fields in zip(rows, seen, strict=True)
    ]


def _relation(actor: Actor, row: Row, now: datetime, zone: ZoneInfo) -> Relation:
    directed = actor.reach(DIRECT_CARE_TASKS, Scope.BUILDING)
    return Relation(
        keeps_register=keeps_register(actor),
        leads_building=directed is None or row["building_id"] in directed,
        has_task=row["assignee_id"] == actor.account_id,
        task_is_current=task_is_current(state_of(row), now, zone),
        offered_task=row["step"] == "offered",
    )


async def _instructions(tx: Tx, actor: Actor, rows: Sequence[Row]) -> dict[UUID, str | None]:
    wanted = {row["id"]: _sealed(row) for row in rows}
    asked = {task_id: sealed for task_id, sealed in wanted.items() if sealed is not None}
    contents = await read_disclosed(tx, actor.account_id, list(asked.values()))
    return {
        task_id: None if content is None else content["instruction"]
        for task_id, content in zip(asked, contents, strict=True)
    }


def _sealed(row: Row) -> Disclosed | None:
    purpose = f"care_task:{row['id']}"
    if row["need_sealed"] is not None:
        place = Place("assistance_need", row["need_id"], row["person_id"])
        return Disclosed(place, row["need_sealed"], purpose)
    if row["sealed"] is not None:
        return Disclosed(Place("care_task", row["id"], row["id"]), row["sealed"], purpose)
    return None


def _shown(actor: Actor, row: Row, seen: frozenset[str], instruction: str | None) -> Row:
    place = {"household_id": None, "floor": None, "door": None}
    if "place" in seen:
        place = {name: row[name] for name in place}
    return {
        **{name: row[name] for name in _SAME_FIELDS},
        **place,
        "title": row["title"] or text_of(actor.language, f"care_task.{row['kind']}", {}),
        "building_code": row["building_code"],
        "status": state_of(row).status,
        "instruction": instruction,
    }
