from uuid import UUID

from linli.care.actions.end_need import Ending
from linli.care.actions.end_once import end_once
from linli.care.permissions.register import WITHDRAW_NEED
from linli.care.queries.homes import homes_to_help
from linli.care.queries.need_rows import needs_by_id
from linli.care.schemas.need import WithdrawalIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.problems import not_found


async def withdraw_need(tx: Tx, actor: Actor, need_id: UUID, body: WithdrawalIn) -> bool:
    """Take a consent back: one call, by whoever may take consents at that door (PIPL 15).

    Returns:
        Whether it is new; ``False`` when this very withdrawal was made before.

    Raises:
        Problem: 404 when there is no such need at a door of the actor's; 409 ``need_over`` when it
            ended otherwise.
    """
    found = (await needs_by_id(tx, [need_id])).get(need_id)
    if found is None:
        raise not_found()
    home = found["household_id"]
    if home not in await homes_to_help(tx, actor, WITHDRAW_NEED, [home]):
        raise not_found()
    ending = Ending(body.id, "withdrawn", actor.account_id, body.given_how)
    return await end_once(tx, found, ending)
