"""Putting in place which of an elector's ballots counts."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy import delete

from linli.deliberation.queries.ballots.elector_ballots import ballots_of_elector
from linli.deliberation.queries.ballots.tables import counted
from linli.deliberation.rules.ballots.counted_ballot import counted_ballots
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.deliberation.rules.ballots.window import Window
from linli.kernel import clock
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import upsert


class Settled(NamedTuple):
    """What counts for an elector now, and why the others do not."""

    counted: UUID | None
    set_aside: dict[UUID, str]


async def settle_counted(tx: Tx, round_: Row, elector_id: UUID) -> Settled:
    """Choose the elector's counted ballot by the rule and move the one row that says so.

    The elector must be held: the row's key is the elector, so two can never count, and the lock
    lets the second of two phones see the ballot of the first.
    """
    profile = profile_of(round_["profile"])
    found = counted_ballots(
        await ballots_of_elector(tx, round_["id"], elector_id, profile.proxy_limit),
        Window(round_["opens_at"], round_["closes_at"]),
        RoundMode(round_["mode"]),
        phone_binds=profile.phone_binds,
    )
    chosen = found.counted.get(str(elector_id))
    if chosen is None:
        mine = (counted.c.community_id == tx.community, counted.c.id == elector_id)
        await tx.execute(delete(counted).where(*mine))
    else:
        await upsert(tx, counted, ("community_id", "id"), [_row(tx, round_, elector_id, chosen.id)])
    aside = {UUID(key): str(why) for key, why in found.set_aside.items()}
    return Settled(None if chosen is None else UUID(chosen.id), aside)


def _row(tx: Tx, round_: Row, elector_id: UUID, ballot_id: str) -> Row:
    return {
        "community_id": tx.community,
        "id": elector_id,
        "round_id": round_["id"],
        "elector_id": elector_id,
        "ballot_id": UUID(ballot_id),
        "counted_at": clock.now(),
    }
