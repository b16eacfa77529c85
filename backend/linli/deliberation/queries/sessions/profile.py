from sqlalchemy import select

from linli.community.public import COMMUNITIES
from linli.deliberation.rules.sessions.session_profile import SessionProfile, session_profile
from linli.kernel.db.transaction import Tx


async def profile_and_zone(tx: Tx) -> tuple[SessionProfile, str]:
    """How sessions are held here, and the community's time zone."""
    c = COMMUNITIES.c
    row = await tx.row(select(c.city_profile, c.time_zone).where(c.id == tx.community))
    if row is None:
        raise RuntimeError("a transaction's community exists")
    return session_profile(row["city_profile"]), row["time_zone"]
