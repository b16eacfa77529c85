from uuid import UUID

from linli.deliberation.queries.sessions.present import mandates_of
from linli.deliberation.queries.sessions.tables import session_mandates
from linli.kernel.db.transaction import Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.ids import new_id


async def freeze_mandates(tx: Tx, session_id: UUID) -> set[UUID]:
    """Keep who is a representative at the end of a locked session; the accounts."""
    mandates = await mandates_of(tx)
    of_session = {"community_id": tx.community, "session_id": session_id}
    rows = [{**of_session, "id": new_id(), "account_id": each} for each in sorted(mandates)]
    await insert_rows(tx, session_mandates, rows)
    return mandates
