"""Giving a group of volunteers another name."""

from uuid import UUID

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from linli.community.facts import group_renamed
from linli.community.models import VolunteerGroup
from linli.community.queries.volunteer_groups import read_group
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.etags import changed_meanwhile
from linli.kernel.problems import Problem

_group = table(VolunteerGroup)


async def rename_group(tx: Tx, actor: Actor, group_id: UUID, name: str, expected: int) -> Row:
    """Rename a group; who is in it stays in it.

    Args:
        tx: the open transaction.
        actor: who renames.
        group_id: what is renamed.
        name: the new name.
        expected: the version last seen.

    Raises:
        Problem: 404; 409 ``group_ended`` or ``group_name_taken``; 412 when somebody else was
            faster.
    """
    group = await read_group(tx, group_id, lock=True)
    if group["ended_at"]:
        raise Problem(409, "group_ended")
    if group["version"] != expected:
        raise changed_meanwhile()
    if group["name"] == name:
        return group
    c = _group.c
    this = update(_group).where(c.community_id == tx.community, c.id == group_id)
    try:
        async with tx.savepoint():
            await tx.execute(this.values(name=name, version=expected + 1))
    except IntegrityError as error:
        raise Problem(409, "group_name_taken") from error
    record(tx, group_renamed(actor, group_id, clock.now(), name))
    return await read_group(tx, group_id)
