"""Opening the box of an election and counting it."""

import secrets
from typing import Any
from uuid import UUID

from linli.deliberation.actions.representatives.put_in_box import fill_box
from linli.deliberation.queries.representatives.candidacies import standing_in
from linli.deliberation.queries.representatives.opened_box import (
    ballots_in_box,
    homes_on_roll,
    receipt_leaves,
)
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.canonical import digest
from linli.deliberation.rules.representatives.building_decision import BUILDING_ASSEMBLY
from linli.deliberation.rules.representatives.election import Candidate, ElectionResult, elect
from linli.deliberation.rules.representatives.receipt import receipts_root
from linli.deliberation.rules.representatives.secret_ballot import (
    ENTROPY_BYTES,
    BoxedBallot,
    ClosedBox,
    RollLine,
    close_box,
    tells_choices,
)
from linli.kernel.db.transaction import Row, Tx


async def count_box(tx: Tx, election: Row) -> Row:
    """Shuffle the box for good and count it.

    Returns:
        ``outcome homes took_part valid invalid blank elected tied seats_open votes
        receipts_root box_digest``; ids of candidacies as text. ``void`` when the three lists
        differ in number; ``no_quorum`` unless more than half of the homes took part, as for every
        decision of a building.
    """
    homes = await homes_on_roll(tx, election["id"])
    empty = {"homes": election["homes"], "took_part": len(homes), **_nothing(election["seats"])}
    try:
        closed = await _closed(tx, election["id"], homes)
    except RuleBrokenError:
        return {**empty, "outcome": "void"}
    await fill_box(tx, election["id"], closed.choices)
    names = sorted(str(each) for each in await standing_in(tx, election["id"]))
    standing = [Candidate(name, consented=True) for name in names]
    result = elect(standing, closed.choices, election["seats"])
    counted = _counted(result, enough=_enough(len(homes), election["homes"]))
    return {
        **empty,
        **counted,
        "receipts_root": receipts_root(closed.receipts).hex() if closed.receipts else None,
        "box_digest": _box_digest(closed, counted["outcome"]),
    }


def _box_digest(closed: ClosedBox, outcome: str) -> str | None:
    """None of a box that stays shut: the few choices there can be would be tried in turn."""
    if not tells_choices(outcome, len(closed.choices)):
        return None
    return digest([list(choice) for choice in sorted(closed.choices)])


async def _closed(tx: Tx, election_id: UUID, homes: list[UUID]) -> ClosedBox:
    ballots = await ballots_in_box(tx, election_id)
    return close_box(
        [RollLine(str(home)) for home in homes],
        [BoxedBallot(ballot["id"].hex, tuple(ballot["choice"])) for ballot in ballots],
        await receipt_leaves(tx, election_id),
        secrets.token_bytes(ENTROPY_BYTES),
    )


def _enough(took_part: int, homes: int) -> bool:
    return all(each.met_by(took_part, homes) for each in BUILDING_ASSEMBLY.participation)


def _nothing(seats: int) -> dict[str, Any]:
    counts = dict.fromkeys(("valid", "invalid", "blank"), 0)
    return {**counts, "elected": [], "tied": [], "seats_open": seats, "votes": {}}


def _counted(result: ElectionResult, *, enough: bool) -> dict[str, Any]:
    counts = {"valid": result.valid, "invalid": result.invalid, "blank": result.blank}
    if not enough:
        return {**counts, "outcome": "no_quorum", "votes": result.votes}
    outcome = "runoff" if result.tied else "elected" if result.elected else "nobody"
    seated = {"elected": list(result.elected), "tied": list(result.tied)}
    open_seats = {"seats_open": result.seats_open, "votes": dict(result.votes)}
    return {**counts, **seated, **open_seats, "outcome": outcome}
