"""Tables of ballot rounds."""

from linli.deliberation.models.ballots import (
    ballot,
    ballot_round,
    delivery,
    electorate,
    outcome,
    proxy,
    strike,
)

PARTS = (ballot, ballot_round, delivery, electorate, outcome, proxy, strike)
