from uuid import UUID

from linli.care.actions.change_grievance import change_grievance
from linli.care.permissions.canvass import ANSWER_GRIEVANCE, ASSIGN_GRIEVANCE
from linli.care.queries.grievances import read_grievance
from linli.identity.public import is_member
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import forbidden, invalid


async def assign_grievance(tx: Tx, actor: Actor, grievance_id: UUID, owner_id: UUID) -> None:
    """Give a grievance to somebody who sees to it.

    Raises:
        Problem: 404 without the grievance; 403 outside the actor's buildings; 422
            ``cannot_answer``; 409 ``grievance_closed``.
    """
    grievance = await read_grievance(tx, actor, grievance_id)
    reach = actor.reach(ASSIGN_GRIEVANCE, Scope.BUILDING)
    if reach is not None and grievance["building_id"] not in reach:
        raise forbidden()
    if not await is_member(tx, owner_id, *ANSWER_GRIEVANCE.roles):
        raise invalid("/owner_account_id", "cannot_answer")
    await change_grievance(tx, actor, "assigned", grievance_id, owner_account_id=owner_id)
