"""The choices of a round that its newest result leaves to a run-off."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.questions import questions_of
from linli.deliberation.queries.ballots.round_page import newest_result
from linli.deliberation.queries.ballots.tables import rounds
from linli.deliberation.rules.ballots.run_off import LeftOpen
from linli.kernel.db.transaction import Tx

STANDS = ("counted", "on_notice", "final")
"""An annulled round leaves nothing to a run-off: it is held anew."""


async def left_open(tx: Tx, round_id: UUID) -> list[LeftOpen]:
    """Empty while there is no result that stands, or where every choice has been made."""
    r = rounds.c
    asks = select(r.state).where(r.community_id == tx.community, r.id == round_id)
    found = await newest_result(tx, round_id)
    if found is None or await tx.scalar(asks) not in STANDS:
        return []
    tallies = {one["question"]: one["returned"] for one in found["document"]["questions"]}
    return [
        LeftOpen(
            titles={option.key: option.title for option in question.options},
            leading=tallies[question.id]["run_off"],
            tied=tallies[question.id]["run_off_tied"] == "true",
        )
        for question in await questions_of(tx, round_id)
        if tallies[question.id]["run_off"]
    ]
