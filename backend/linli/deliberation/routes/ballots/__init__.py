"""Ballot rounds: opening, casting, counting, publishing."""

from fastapi import APIRouter

from linli.deliberation.routes.ballots import (
    archive,
    ledger,
    papers,
    printed,
    proxies,
    results,
    rounds,
    steps,
    turnout,
    voting,
)

router = APIRouter(prefix="/communities/{community_id}", tags=["ballot rounds"])
for part in (rounds, steps, voting, turnout, ledger, papers, printed, proxies, results, archive):
    router.include_router(part.router)
