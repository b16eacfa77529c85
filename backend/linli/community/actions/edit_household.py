from uuid import UUID

from sqlalchemy import update

from linli.community.actions.touch_roster import touch_roster
from linli.community.facts import household_edited
from linli.community.models import Household
from linli.community.permissions import EDIT_HOUSEHOLD
from linli.community.queries.household import read_household
from linli.community.queries.scope import buildings_in_reach
from linli.community.schemas.places import HouseholdIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import forbidden

_household = table(Household)


async def edit_household(
    tx: Tx, actor: Actor, household_id: UUID, body: HouseholdIn, expected: int
) -> Row:
    """Correct a household by hand.

    Args:
        tx: the open transaction.
        actor: who corrects.
        household_id: what is corrected.
        body: the new values.
        expected: the version last seen.

    Raises:
        Problem: 404 out of reach; 403 beyond the actor's own buildings; 412 when somebody else
            was faster.
    """
    household = await read_household(tx, actor, household_id)
    reach = buildings_in_reach(actor, EDIT_HOUSEHOLD)
    if reach is not None and household["building_id"] not in reach:
        raise forbidden()
    changes = body.model_dump(exclude_none=True)
    this = (_household.c.community_id == tx.community, _household.c.id == household_id)
    edit = (
        update(_household)
        .where(*this, _household.c.version == expected)
        .values(**changes, version=_household.c.version + 1)
    )
    if (await tx.execute(edit)).rowcount != 1:
        raise changed_meanwhile()
    await touch_roster(tx)
    record(tx, household_edited(actor, household_id, clock.now(), changes))
    return await read_household(tx, actor, household_id)
