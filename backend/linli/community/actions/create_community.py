"""Opening a community. The operator of the server does it, by command."""

from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from linli.community.models import Community
from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.record import open_log, record
from linli.kernel.ids import new_id


async def create_community(tx: Tx, name: str, time_zone: str = "Asia/Shanghai") -> UUID:
    """Open a community with an empty log and enter it; its id.

    Args:
        tx: a write transaction that has entered no community.
        name: 1 to 100 characters.
        time_zone: a name of the IANA database.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: when there is no such time zone.
    """
    ZoneInfo(time_zone)
    community_id, now = new_id(), clock.now()
    row = {
        "id": community_id,
        "name": name,
        "time_zone": time_zone,
        "city_profile": "default",
        "created_at": now,
    }
    await tx.execute(insert(table(Community)).values(row))
    await tx.enter(community_id)
    await open_log(tx)
    public = {"name": name, "time_zone": time_zone}
    kind = "community.community.created"
    record(tx, FactDraft(kind, None, "community", community_id, now, public))
    return community_id
