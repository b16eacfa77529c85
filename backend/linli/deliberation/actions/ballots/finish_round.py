"""A result becomes final."""

from datetime import datetime, time
from uuid import UUID

from linli.deliberation.actions.ballots.due import FINISH
from linli.deliberation.actions.ballots.hold import hold_round
from linli.deliberation.actions.ballots.hold_subjects import release_subjects
from linli.deliberation.actions.ballots.move_round import move_by_clock
from linli.deliberation.actions.ballots.settle_subjects import settle_subjects
from linli.deliberation.facts.ballots import round_fact
from linli.deliberation.queries.ballots.objections import open_objections
from linli.deliberation.queries.ballots.round_rows import place_of
from linli.deliberation.rules.ballots.notice_document import profile_of
from linli.deliberation.rules.ballots.procedure import check_final, final_from
from linli.deliberation.rules.broken import RuleBrokenError
from linli.kernel import clock
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import record
from linli.kernel.work.schedule import schedule


async def finish_when_due(tx: Tx, round_id: UUID) -> None:
    """Make a result final once its notice is over and every objection is answered (due work)."""
    round_ = await hold_round(tx, round_id)
    if round_["state"] != "on_notice":
        return
    zone, _ = await place_of(tx)
    profile = profile_of(round_["profile"])
    today, waiting = clock.today(zone.key), await open_objections(tx, round_id)
    try:
        check_final(round_["result_on"], today, waiting, profile)
    except RuleBrokenError as broken:
        if broken.code == "result_notice_running":
            first = final_from(round_["result_on"], profile)
            await schedule(tx, FINISH, round_id, datetime.combine(first, time(tzinfo=zone)))
        return  # the answer to the last objection makes it due again
    await move_by_clock(tx, round_, "final")
    record(tx, round_fact("final", None, round_id, clock.now()))
    await settle_subjects(tx, round_)
    await release_subjects(tx, round_id)
