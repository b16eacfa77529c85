from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.sessions.present import mandates_of, who_is_here
from linli.deliberation.queries.sessions.tables import hands
from linli.deliberation.rules.sessions.show_of_hands import Hands
from linli.kernel.db.transaction import Tx


async def hands_up(tx: Tx, motion_id: UUID) -> dict[UUID, str]:
    """The choice of each representative whose hand is up, and who is one still."""
    h = hands.c
    asks = select(h.account_id, h.choice).where(
        h.community_id == tx.community, h.motion_id == motion_id
    )
    mandates = await mandates_of(tx)
    return {
        row["account_id"]: row["choice"]
        for row in await tx.rows(asks)
        if row["account_id"] in mandates
    }


async def tapped_hands(
    tx: Tx, session_id: UUID, motion_id: UUID, mandates: set[UUID]
) -> tuple[Hands, int]:
    """Hands tapped, with who is present by the roll or raised one; and how many abstained."""
    choices = await hands_up(tx, motion_id)
    here = {row["account_id"] for row in await who_is_here(tx, session_id) if row["here"]}
    said = list(choices.values())
    present = len((here & mandates) | set(choices))
    return Hands(said.count("agree"), said.count("oppose"), present), said.count("abstain")
