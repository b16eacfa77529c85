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
    strikes,
    turnout,
    voting,
)

router = APIRouter(prefix="/communities/{community_id}", tags=["ballot rounds"])
PARTS = (rounds, procedures, steps, voting, turnout, ledger, papers, strikes, printed, proxies)
for part in (*PARTS, results, archive):
    router.include_router(part.router)
