"""Ballot rounds: opening, casting, counting, publishing."""

from fastapi import APIRouter

from linli.deliberation.routes.ballots import (
    archive,
    ledger,
    papers,
    printed,
    procedures,
    proxies,
    results,
    rounds,
    steps,
    turnout,
    voting,
)

router = APIRouter(prefix="/communities/{community_id}", tags=["ballot rounds"])
PARTS = (rounds, procedures, steps, voting, turnout, ledger, papers, printed, proxies, results)
for part in (*PARTS, archive):
    router.include_router(part.router)
