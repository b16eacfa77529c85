"""The tables of ballot rounds to write statements on."""

from typing import Any

from sqlalchemy import ColumnElement, and_

from linli.deliberation.models.ballots.ballot import (
    Ballot,
    BallotAnswer,
    BallotConfirmation,
    CountedBallot,
)
from linli.deliberation.models.ballots.ballot_round import (
    BallotOption,
    BallotQuestion,
    BallotRound,
    BallotRoundChange,
)
from linli.deliberation.models.ballots.delivery import BallotDelivery
from linli.deliberation.models.ballots.electorate import (
    Elector,
    ElectorOwner,
    ElectorUnit,
    VoterAgreement,
)
from linli.deliberation.models.ballots.outcome import (
    Objection,
    ObjectionAnswer,
    OfficialResult,
    RoundResult,
)
from linli.deliberation.models.ballots.proxy import ProxyAuthorization, ProxyRevocation
from linli.deliberation.models.ballots.reading import BallotReading
from linli.deliberation.models.ballots.strike import BallotStrike, BallotStrikeAgreement
from linli.kernel.db.rows import table

rounds = table(BallotRound)
questions = table(BallotQuestion)
options = table(BallotOption)
changes = table(BallotRoundChange)
electors = table(Elector)
elector_owners = table(ElectorOwner)
elector_units = table(ElectorUnit)
agreements = table(VoterAgreement)
ballots = table(Ballot)
answers = table(BallotAnswer)
confirmations = table(BallotConfirmation)
readings = table(BallotReading)
strikes = table(BallotStrike)
strike_agreements = table(BallotStrikeAgreement)
counted = table(CountedBallot)
authorizations = table(ProxyAuthorization)
revocations = table(ProxyRevocation)
deliveries = table(BallotDelivery)
official_results = table(OfficialResult)
results = table(RoundResult)
objections = table(Objection)
objection_answers = table(ObjectionAnswer)


def beside(first: Any, second: Any, on: ColumnElement[bool]) -> ColumnElement[bool]:
    """A join inside one community."""
    return and_(first.c.community_id == second.c.community_id, on)
