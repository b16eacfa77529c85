"""Making a group of volunteers."""

from linli.community.facts import group_made
from linli.community.models import VolunteerGroup
from linli.community.queries.volunteer_groups import read_group
from linli.community.schemas.volunteer_groups import VolunteerGroupIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken


async def make_group(tx: Tx, actor: Actor, body: VolunteerGroupIn) -> tuple[Row, bool]:
    """Make a group, to which volunteers can then be invited.

    Returns:
        The group, and whether it is new.

    Raises:
        Problem: 409 ``group_name_taken`` or ``conflict``.
    """
    values = body.model_dump(exclude={"id"})
    is_new = await create_unless_taken(
        tx, actor, VolunteerGroup, body, "group_name_taken", **values, version=1
    )
    row = await read_group(tx, body.id)
    if is_new:
        record(tx, group_made(actor, body.id, row["created_at"], body.kind))
    return row, is_new
