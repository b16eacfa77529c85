from sqlalchemy import select

from linli.community.models import RosterState
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.db.upsert import insert_for

_state = table(RosterState)


async def touch_roster(tx: Tx) -> None:
    """Count a change of the roster, so that a plan made before it is known to be stale."""
    new = insert_for(tx, _state).values(community_id=tx.community, revision=1)
    once_more = new.on_conflict_do_update(
        index_elements=["community_id"], set_={"revision": _state.c.revision + 1}
    )
    await tx.execute(once_more)


async def hold_roster(tx: Tx) -> int:
    """The roster's revision, which no one else changes until this transaction ends."""
    new = insert_for(tx, _state).values(community_id=tx.community, revision=0)
    await tx.execute(new.on_conflict_do_nothing(index_elements=["community_id"]))
    asks = select(_state.c.revision).where(_state.c.community_id == tx.community)
    return int(await tx.scalar(asks.with_for_update()))
