"""Letting a person see their own record on their own phone."""

from uuid import UUID

from sqlalchemy import select, update

from linli.care.facts.register import need_fact
from linli.care.models.person_account import PersonAccount
from linli.care.queries.need_rows import needs_by_id
from linli.care.queries.own_record import links
from linli.care.schemas.own_record import PersonAccountIn
from linli.community.public import accounts_of_households
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.record import record
from linli.kernel.http.creation import create_unless_taken
from linli.kernel.problems import invalid, not_found


async def link_person(tx: Tx, actor: Actor, need_id: UUID, body: PersonAccountIn) -> bool:
    """Have an account see the record of a need's person, as the social worker has checked it.

    Returns:
        Whether it is new.

    Raises:
        Problem: 404 without such a need; 422 ``not_at_home``; 409 ``already_linked``.
    """
    need = await require_need(tx, need_id)
    at_home = await accounts_of_households(tx, [need["household_id"]])
    if body.account_id not in {row["account_id"] for row in at_home}:
        raise invalid("/account_id", "not_at_home")
    values = {
        **body.model_dump(exclude={"id"}),
        "person_id": need["person_id"],
        "household_id": need["household_id"],
    }
    is_new = await create_unless_taken(tx, actor, PersonAccount, body, "already_linked", **values)
    if is_new:
        private = {"account_id": body.account_id, "relation": body.relation}
        record(tx, need_fact("shared", need_id, actor.account_id, clock.now(), private))
    return is_new


async def unlink_person(tx: Tx, actor: Actor, need_id: UUID, link_id: UUID) -> None:
    """Have an account see the record no more; doing so again changes nothing.

    Raises:
        Problem: 404 without such a need or link.
    """
    need = await require_need(tx, need_id)
    c = links.c
    this = (c.community_id == tx.community, c.id == link_id, c.person_id == need["person_id"])
    if await tx.scalar(select(c.id).where(*this)) is None:
        raise not_found()
    now = clock.now()
    end = update(links).where(*this, c.ended_at.is_(None))
    if (await tx.execute(end.values(ended_at=now, ended_by=actor.account_id))).rowcount:
        record(tx, need_fact("unshared", need_id, actor.account_id, now))


async def require_need(tx: Tx, need_id: UUID) -> Row:
    """The row of a need.

    Raises:
        Problem: 404 when there is none.
    """
    need = (await needs_by_id(tx, [need_id])).get(need_id)
    if need is None:
        raise not_found()
    return need
