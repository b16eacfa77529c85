"""Server, verifier and phone choose the same ballots, each by its own program."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from deliberation.test_on_the_phone import FRONTEND, on_the_phone
from linli.commands.verify_archive.ballots import Ballot, counted_ballots
from linli.commands.verify_archive.frozen import Frozen
from linli.commands.verify_archive.log import Fact, Log
from linli.commands.verify_archive.tree import Tree
from linli.deliberation.rules.ballots import counted_ballot as rule
from linli.deliberation.rules.ballots.round_mode import RoundMode, Way
from linli.deliberation.rules.ballots.window import Window

OPENS = datetime(2026, 3, 16, tzinfo=UTC)
WINDOW = Window(OPENS, OPENS + timedelta(days=10))
PILES = 400


def pile(chance: Random) -> list[rule.CastBallot]:
    """Few electors, much paper, and corrections of corrections; some wait, some were struck out."""
    made: list[rule.CastBallot] = []
    for n in range(chance.randrange(12)):
        way = chance.choice([Way.PAPER, Way.PAPER, Way.PHONE])
        elector = chance.choice(["e1", "e2"])
        earlier = [one.id for one in made if one.elector == elector and one.way is Way.PAPER]
        corrects = chance.choice([None, *earlier]) if way is Way.PAPER else None
        moment = OPENS + timedelta(hours=chance.randrange(-5, 245))
        confirmed = way is Way.PHONE or chance.randrange(2) == 0
        ballot = rule.CastBallot(f"b{n:02}", elector, way, n, moment, confirmed)
        struck = way is Way.PAPER and chance.randrange(5) == 0
        ballot = replace(ballot, struck=struck, corrects=corrects)
        made.append(ballot)
    return made


def entries(ballots: list[rule.CastBallot]) -> list[dict[str, Any]]:
    """What the log says of them, as both recounts read it."""
    cast = [
        {
            "seq": one.sequence,
            "kind": "ballot.recorded" if one.way is Way.PAPER else "ballot.cast",
            "subject": one.id,
            "public": {},
            "private": _said(one),
        }
        for one in ballots
    ]
    confirmed = [
        {"seq": 100, "kind": "ballot.confirmed", "subject": "", "public": {"ballot": one.id}}
        for one in ballots
        if one.confirmed and one.way is Way.PAPER
    ]
    struck = [
        {
            "seq": 101,
            "kind": f"{kind}.made",
            "subject": "",
            "actor": actor,
            "public": {"ballot": one.id},
        }
        for one in ballots
        if one.struck
        for kind, actor in (("ballot_strike", "first"), ("ballot_strike_agreement", "second"))
    ]
    return [*cast, *confirmed, *struck]


def _said(one: rule.CastBallot) -> dict[str, str]:
    said = {
        "elector": one.elector,
        "way": str(one.way),
        "sequence": str(one.sequence),
        "cast_at": one.cast_at.isoformat(),
    }
    return said if one.corrects is None else {**said, "corrects": one.corrects}


def notice(mode: RoundMode) -> dict[str, Any]:
    return {
        "mode": str(mode),
        "opens_at": WINDOW.opens_at.isoformat(),
        "closes_at": WINDOW.closes_at.isoformat(),
        "profile": {"proxy_limit": "3", "phone_binds": "true"},
    }


def by_the_verifier(ballots: list[rule.CastBallot], mode: RoundMode) -> dict[str, str]:
    facts = [Fact(one["seq"], _leaf(one), one.get("private")) for one in entries(ballots)]
    every = [Ballot(one.id, one.sequence, _said(one)) for one in ballots]
    found = counted_ballots(every, Log(Tree(b""), facts), Frozen(notice(mode), {}, ""))
    return {elector: ballot.id for elector, ballot in found.items()}


def _leaf(one: dict[str, Any]) -> dict[str, Any]:
    about = {"kind": f"deliberation.{one['kind']}", "subject": f"x:{one['subject']}"}
    return {**about, "actor": one.get("actor"), "public": one["public"]}


PROGRAM = f"""
const {{ countedBallots }} = await import('{FRONTEND}/lib/recount/counted.js');
const found = given.map(([entries, notice]) => [...countedBallots(entries, notice)]);
const told = found.map((pairs) => Object.fromEntries(pairs.map(([e, b]) => [e, b.id])));
console.log(JSON.stringify(told));
"""


def test_which_ballots_count_is_the_same_in_all_three() -> None:
    chance = Random(1278)  # noqa: S311 - the same cases every time
    modes = [RoundMode.PAPER_LEDGER, RoundMode.SURVEY]
    cases = [(pile(chance), chance.choice(modes)) for _ in range(PILES)]
    expected = [
        {
            elector: one.id
            for elector, one in rule.counted_ballots(ballots, WINDOW, mode).counted.items()
        }
        for ballots, mode in cases
    ]
    assert [by_the_verifier(ballots, mode) for ballots, mode in cases] == expected
    given = [[entries(ballots), notice(mode)] for ballots, mode in cases]
    assert on_the_phone(PROGRAM, given) == expected
