"""By which procedure a round would be held here, were it noticed today."""

from linli.deliberation.queries.ballots.round_rows import place_of
from linli.deliberation.rules.ballots.notice_document import procedure_for
from linli.deliberation.rules.ballots.procedure import earliest_opening
from linli.deliberation.rules.ballots.round_mode import RoundMode
from linli.kernel import clock
from linli.kernel.db.transaction import Row, Tx


async def read_procedures(tx: Tx) -> Row:
    """For each way of holding a round: the days that the community's city asks for."""
    zone, city = await place_of(tx)
    today = clock.today(zone.key)
    found = []
    for mode in RoundMode:
        profile = procedure_for(mode, city)
        days = {
            "earliest_opening": earliest_opening(today, profile),
            "notice_days": profile.notice_days,
            "window_min_days": profile.window_min_days,
            "window_max_days": profile.window_max_days,
        }
        found.append({"mode": mode, **days})
    return {"items": found}
