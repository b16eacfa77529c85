from sqlalchemy import select

from linli.community.public import BUILDINGS
from linli.deliberation.actions.representatives.give_mandates import insert_mandate, mandate_row
from linli.deliberation.actions.representatives.keep_mandates import keep_mandates
from linli.deliberation.actions.representatives.minute_assembly import minute_assembly
from linli.deliberation.queries.representatives.homes import lives_in
from linli.deliberation.queries.representatives.tables import mandates
from linli.deliberation.schemas.representatives.mandate import AppointmentIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import invalid


async def appoint(tx: Tx, actor: Actor, body: AppointmentIn) -> bool:
    """Enter that a building's assembly appointed its representative; whether it is new.

    The mandate has the id of the minutes.

    Raises:
        Problem: 422 ``unknown_building``, ``not_of_this_building``, ``unknown_mandate``,
            ``one_cannot_stand_in``; and as ``minute_assembly``.
    """
    await _check(tx, body)
    if not await minute_assembly(tx, actor, body.building_id, "appointment", body):
        return False
    term = (body.term_from, body.term_until)
    basis = {"id": body.id, "assembly_id": body.id, "stands_in_for": body.stands_in_for}
    row = mandate_row(tx, body.building_id, body.account_id, term, **basis)
    await insert_mandate(tx, row, actor.account_id)
    await keep_mandates(tx, body.building_id)
    return True


async def _check(tx: Tx, body: AppointmentIn) -> None:
    b = BUILDINGS.c
    known = select(b.id).where(b.community_id == tx.community, b.id == body.building_id)
    if await tx.scalar(known) is None:
        raise invalid("/building_id", "unknown_building")
    if not await lives_in(tx, body.account_id, body.building_id):
        raise invalid("/account_id", "not_of_this_building")
    if body.stands_in_for is not None:
        await _check_first(tx, body)


async def _check_first(tx: Tx, body: AppointmentIn) -> None:
    m = mandates.c
    first = await tx.row(
        select(m.account_id).where(
            m.community_id == tx.community,
            m.id == body.stands_in_for,
            m.building_id == body.building_id,
        )
    )
    if first is None:
        raise invalid("/stands_in_for", "unknown_mandate")
    if first["account_id"] == body.account_id:
        raise invalid("/account_id", "one_cannot_stand_in")
