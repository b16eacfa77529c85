"""A result with all that its page shows."""

from uuid import UUID

from linli.deliberation.permissions.ballots import MANAGE_ROUND
from linli.deliberation.queries.ballots.official import official_source
from linli.deliberation.queries.ballots.round_page import newest_result, read_round
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.receipts import receipts_of
from linli.kernel.problems import not_found

SEEN_BY_ALL = frozenset({"on_notice", "final", "annulled"})


async def read_result(tx: Tx, actor: Actor, round_id: UUID) -> Row:
    """The newest tally of a round.

    Raises:
        Problem: 404 while there is none, and for members until it is published.
    """
    round_ = await read_round(tx, actor, round_id)
    found = await newest_result(tx, round_id)
    shown = round_["state"] in SEEN_BY_ALL or (
        round_["state"] == "counted" and actor.may(MANAGE_ROUND)
    )
    if found is None or not shown:
        raise not_found()
    document = found["document"]
    receipt = (await receipts_of(tx, "round_result", [found["id"]]))[found["id"]]
    official = document["source"] == "official"
    return {
        "round": round_,
        "number": found["number"],
        "counted_at": found["created_at"],
        "digest": found["digest"],
        "source": document["source"],
        "official": await official_source(tx, round_id) if official else None,
        "ballots": document["ballots"],
        "late_papers": document.get("late_papers", 0),
        "questions": document["questions"],
        "receipt": receipt.as_json(),
    }
