"""What the counted ballots answer, with the salts that open their commitments."""

from uuid import UUID

from sqlalchemy import select

from linli.deliberation.queries.ballots.tables import answers, ballots, beside, counted
from linli.kernel.db.transaction import Row, Tx

_a, _b, _c = answers.c, ballots.c, counted.c


async def counted_answers(tx: Tx, round_id: UUID) -> list[Row]:
    """One line for each counted ballot, sorted by its id: ``ballot answers salt``."""
    asks = (
        select(_c.ballot_id, _b.answer_salt, _a.question_id, _a.answer)
        .join_from(counted, ballots, beside(ballots, counted, _b.id == _c.ballot_id))
        .join(answers, beside(answers, counted, _a.ballot_id == _c.ballot_id))
        .where(_c.community_id == tx.community, _c.round_id == round_id)
    )
    found: dict[str, Row] = {}
    for row in await tx.rows(asks):
        key = str(row["ballot_id"])
        line = found.setdefault(
            key, {"ballot": key, "salt": row["answer_salt"].hex(), "answers": {}}
        )
        line["answers"][str(row["question_id"])] = row["answer"]
    return [found[key] for key in sorted(found)]
