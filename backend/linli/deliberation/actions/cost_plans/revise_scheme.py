from uuid import UUID

from sqlalchemy import update

from linli.deliberation.actions.cost_plans.hold_plan import (
    hold_plan,
    plan_of_scheme,
    refuse_frozen,
    refuse_held,
)
from linli.deliberation.actions.cost_plans.work_out import work_out
from linli.deliberation.actions.cost_plans.write_version import write_version
from linli.deliberation.queries.cost_plans.tables import schemes
from linli.deliberation.schemas.cost_plans.scheme import RulesIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.http.etags import changed_meanwhile


async def revise_scheme(
    tx: Tx, actor: Actor, scheme_id: UUID, body: RulesIn, expected: int
) -> None:
    """Share otherwise: a new version beside the old ones.

    Raises:
        Problem: 404; 409 ``scheme_frozen`` or ``scheme_in_ballot``; 412 when somebody else was
            faster; 422 as ``work_out``.
    """
    plan_id = await plan_of_scheme(tx, scheme_id)
    await hold_plan(tx, plan_id)
    await refuse_frozen(tx, plan_id)
    await refuse_held(tx, scheme_id)
    this = (schemes.c.community_id == tx.community, schemes.c.id == scheme_id)
    edit = (
        update(schemes)
        .where(*this, schemes.c.version == expected)
        .values(title=body.title, version=expected + 1)
    )
    if (await tx.execute(edit)).rowcount != 1:
        raise changed_meanwhile()
    found = await work_out(tx, plan_id, body)
    await write_version(tx, actor, scheme_id, expected + 1, body, found)
