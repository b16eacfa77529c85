"""What phones record in the room arrives by ``sync``: one by one, each for itself."""

from collections.abc import Awaitable, Callable, Sequence

from sqlalchemy import Table, select

from linli.deliberation.actions.sessions.room import hold_sessions
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.receipts import receipts_of
from linli.kernel.facts.record import Recorded
from linli.kernel.http.creation import body_digest
from linli.kernel.problems import Problem
from linli.kernel.sync.items import SyncItem, Verdict

Take = Callable[[Tx, Actor, SyncItem], Awaitable[Recorded]]


async def receive_each(
    tx: Tx, actor: Actor, items: Sequence[SyncItem], stored_in: Table, take: Take
) -> list[Verdict]:
    """Take each item unless its fact is in the log already.

    ``take`` refuses before it writes anything. A phone's people are few and a room's records come
    one at a time; they are not gathered. The sessions are held before anything is recognised: a
    repeat that comes while the first is being taken waits for it.
    """
    await hold_sessions(tx, {item.payload.session_id for item in items})
    known = await receipts_of(tx, stored_in.name, [item.id for item in items])
    verdicts = []
    for item in items:
        if item.id in known:
            verdicts.append(await _recognised(tx, item, stored_in))
            continue
        try:
            verdicts.append(Verdict.accepted(await take(tx, actor, item)))
        except Problem as problem:
            verdicts.append(Verdict.rejected(problem))
    return verdicts


async def _recognised(tx: Tx, item: SyncItem, stored_in: Table) -> Verdict:
    c = stored_in.c
    asks = select(c.body_digest).where(c.community_id == tx.community, c.id == item.id)
    digest = await tx.scalar(asks)
    if digest is None or digest == body_digest(tx, item.payload):
        return Verdict.duplicate()
    return Verdict.conflict("id")


def created(tx: Tx, actor: Actor, item: SyncItem, **values: object) -> Row:
    """The row of an item, as every table of the room has it."""
    return {
        "community_id": tx.community,
        "id": item.id,
        "body_digest": body_digest(tx, item.payload),
        "created_by": actor.account_id,
        "created_at": clock.now(),
        **values,
    }
