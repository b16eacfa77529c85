"""Papers that were recorded after a result was out, and count."""

from uuid import UUID

from sqlalchemy import and_, func, select

from linli.deliberation.queries.ballots.tables import counted
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.models import Fact

_f, _c = table(Fact).c, counted.c


async def late_papers(tx: Tx, round_id: UUID) -> int:
    """How many counted papers stand in the log after the round's first published result.

    The order of the log decides, as it does for whoever recounts; after that only paper comes in.
    """
    first = select(func.min(_f.seq)).where(
        _f.community_id == tx.community,
        _f.subject_id == round_id,
        _f.kind == "deliberation.ballot_round.published",
    )
    published = await tx.scalar(first)
    if published is None:
        return 0
    theirs = and_(_f.community_id == _c.community_id, _f.subject_id == _c.ballot_id)
    asks = (
        select(func.count())
        .select_from(counted.join(table(Fact), theirs))
        .where(_c.community_id == tx.community, _c.round_id == round_id)
        .where(_f.kind == "deliberation.ballot.recorded", _f.seq > published)
    )
    return int(await tx.scalar(asks) or 0)
