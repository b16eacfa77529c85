"""Entering the minutes of a building's assembly, which decides by one voice a home."""

from typing import Any
from uuid import UUID

from linli.community.public import time_zone_of
from linli.deliberation.facts.representatives import assembly_minuted
from linli.deliberation.models.representatives.mandate import BuildingAssembly
from linli.deliberation.queries.representatives.homes import homes_with_a_voice
from linli.deliberation.rules.representatives.building_decision import BUILDING_ASSEMBLY
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_once
from linli.kernel.problems import invalid

KIND = "building_assembly"


async def minute_assembly(tx: Tx, actor: Actor, building_id: UUID, purpose: str, body: Any) -> bool:
    """Enter minutes, if what they say is a decision at all; whether they are new.

    Args:
        tx: the open transaction.
        actor: who enters them.
        building_id: whose assembly it was.
        purpose: ``appointment`` or ``recall``.
        body: ``AppointmentIn`` or ``RecallIn``.

    Raises:
        Problem: 422 ``day_in_future``, ``more_than_homes``, ``half_must_take_part``,
            ``half_must_agree``; 409 as ``create_once``.
    """
    if body.held_on > clock.today(await time_zone_of(tx, tx.community)):
        raise invalid("/held_on", "day_in_future")
    homes = await homes_with_a_voice(tx, building_id)
    _require_decision(body.took_part, body.agreed, homes)
    told = ("held_on", "took_part", "agreed", "minutes")
    values = {name: getattr(body, name) for name in told}
    place = {"building_id": building_id, "purpose": purpose, "homes": homes}
    is_new = await create_once(tx, actor, BuildingAssembly, body, **place, **values)
    await declare_slots(tx, actor, KIND, {body.id: body.attachments})
    if is_new:
        record(tx, assembly_minuted(actor, body.id, clock.now(), **place, **values))
    return is_new


def _require_decision(took_part: int, agreed: int, homes: int) -> None:
    if took_part > homes:
        raise invalid("/took_part", "more_than_homes", homes=homes)
    if not all(each.met_by(took_part, homes) for each in BUILDING_ASSEMBLY.participation):
        raise invalid("/took_part", "half_must_take_part", homes=homes)
    if not all(each.met_by(agreed, took_part) for each in BUILDING_ASSEMBLY.approval):
        raise invalid("/agreed", "half_must_agree", took_part=took_part)
