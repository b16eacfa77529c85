from sqlalchemy import and_, select

from linli.community.public import BUILDINGS, STAIRWELLS, homes_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx

NOWHERE = ("building_id", "building_code", "stairwell_id", "stairwell_code", "floor")


async def home_place(tx: Tx, actor: Actor) -> Row:
    """Where the actor lives, to begin a report with; ``None`` throughout without a known home."""
    homes = await homes_of(tx, actor.account_id)
    if not homes:
        return dict.fromkeys(NOWHERE)
    home = homes[0]
    b, s = BUILDINGS.c, STAIRWELLS.c
    well = and_(s.community_id == b.community_id, s.id == home["stairwell_id"])
    asks = select(
        b.id.label("building_id"),
        b.code.label("building_code"),
        s.id.label("stairwell_id"),
        s.code.label("stairwell_code"),
    ).select_from(BUILDINGS.outerjoin(STAIRWELLS, well))
    row = await tx.row(asks.where(b.community_id == tx.community, b.id == home["building_id"]))
    return {**(row or dict.fromkeys(NOWHERE)), "floor": home["floor"]}
