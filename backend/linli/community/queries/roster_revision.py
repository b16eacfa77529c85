from sqlalchemy import bindparam, select

from linli.community.models import RosterState
from linli.kernel.db.fast import Fast
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.db.types import Uuid

_state = table(RosterState)
_REVISION = Fast(
    select(_state.c.revision).where(_state.c.community_id == bindparam("community_id", type_=Uuid))
)


async def roster_revision(tx: Tx) -> int:
    """How often the roster changed so far; equal numbers mean an equal roster."""
    return int(await tx.scalar(_REVISION, {"community_id": tx.community}) or 0)
