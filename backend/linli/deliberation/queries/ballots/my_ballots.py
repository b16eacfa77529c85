"""Voting on the phone, and one's own line afterwards: all in one answer."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, select

from linli.deliberation.queries.ballots.my_papers import papers_for
from linli.deliberation.queries.ballots.round_page import read_round
from linli.deliberation.queries.ballots.round_rows import place_of, profile_in, round_row
from linli.deliberation.queries.ballots.standing import (
    Standing,
    doors_of_electors,
    standings_of,
)
from linli.deliberation.queries.ballots.tables import answers, ballots, beside, counted
from linli.deliberation.rules.ballots.counted_ballot import why_it_would_not_count
from linli.deliberation.rules.ballots.round_mode import RoundMode, Way
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.receipts import receipts_of

_b, _c, _a = ballots.c, counted.c, answers.c


async def read_my_ballots(tx: Tx, actor: Actor, round_id: UUID) -> Row:
    """The electors the actor stands for, each with the ballot that counts and its answers.

    What a ballot answers is told to the account that cast it, and to the voter for whom a proxy or
    two readers of a paper recorded it: to nobody else, who may stand for the elector since. Nor is
    anybody else told its id and receipt, by which the archive shows what it answers.

    Raises:
        Problem: 404 ``not_found``.
    """
    round_ = await round_row(tx, round_id)
    _, city = await place_of(tx)
    limit = profile_in(round_, city).proxy_limit
    standings = await standings_of(tx, actor, round_, limit)
    standing = {one.elector["id"]: one.kind for one in standings if one.why_not is None}
    mine = await _counted(tx, actor, standing)
    number = await _numbers(tx, {one.elector["id"] for one in standings})
    closed = why_closed(round_, phone_binds=profile_in(round_, city).phone_binds)
    doors = await doors_of_electors(tx, {one.elector["id"] for one in standings})
    papers = await papers_for(tx, actor, standings)
    return {
        "round": await read_round(tx, actor, round_id),
        "electors": [
            {
                **_shown(one, mine, number, closed),
                "would_not_count": _beside(one, mine, RoundMode(round_["mode"])),
                "doors": doors.get(one.elector["id"], []),
                "papers": papers[one.elector["id"]],
            }
            for one in standings
        ],
    }


def why_closed(round_: Row, *, phone_binds: bool) -> str | None:
    """Why nobody votes on the phone now; ``None`` when one can."""
    mode = RoundMode(round_["mode"])
    if mode is RoundMode.OFFICIAL_IMPORT or (mode is RoundMode.PAPER_LEDGER and not phone_binds):
        return "other_way_decides"
    if round_["state"] in {"draft", "noticed"}:
        return "not_open"
    if round_["state"] != "open" or clock.now() >= round_["closes_at"]:
        return "closed"
    return None


def _shown(
    one: Standing, mine: dict[UUID, Row], number: dict[UUID, int], closed: str | None
) -> Row:
    elector, why = one.elector, one.why_not or closed
    return {
        "elector_id": elector["id"],
        "code": elector["code"] if one.told_line else None,
        "area_dm2": elector["area_dm2"],
        "standing": one.kind,
        "may_vote": why is None,
        "why_not": why,
        "counted": mine.get(elector["id"]),
        "ballots": number.get(elector["id"], 0),
    }


def _beside(one: Standing, mine: dict[UUID, Row], mode: RoundMode) -> str | None:
    counts = mine.get(one.elector["id"])
    if counts is None:
        return None
    own, counted_own = one.kind != "proxy", not counts["by_proxy"]
    way = Way(counts["way"])
    return why_it_would_not_count(Way.PHONE, way, mode, own=own, counted_own=counted_own)


async def _counted(tx: Tx, actor: Actor, standing: dict[UUID, str]) -> dict[UUID, Row]:
    if not standing:
        return {}
    asks = (
        select(_b.id, _b.elector_id, _b.way, _b.cast_at, _b.proxy_id, _b.created_by)
        .join_from(counted, ballots, beside(ballots, counted, _b.id == _c.ballot_id))
        .where(_c.community_id == tx.community, _c.elector_id.in_(standing))
    )
    rows = await tx.rows(asks)
    told = [row["id"] for row in rows if _is_told(row, actor, standing[row["elector_id"]])]
    given = await answers_of(tx, told)
    receipts = await receipts_of(tx, "ballot", told)
    return {
        row["elector_id"]: {
            "id": row["id"] if row["id"] in given else None,
            "way": row["way"],
            "cast_at": row["cast_at"],
            "by_proxy": row["proxy_id"] is not None,
            "answers": given.get(row["id"]),
            "receipt": receipts[row["id"]].as_json() if row["id"] in given else None,
        }
        for row in rows
    }


def _is_told(ballot: Row, actor: Actor, kind: str) -> bool:
    recorded_for_the_voter = ballot["way"] != Way.PHONE or ballot["proxy_id"] is not None
    own = ballot["created_by"] == actor.account_id and ballot["way"] == Way.PHONE
    return own or (kind == "voter" and recorded_for_the_voter)


async def answers_of(tx: Tx, ballot_ids: Collection[UUID]) -> dict[UUID, list[Row]]:
    """What ballots answer. For a caller who has made sure that the asker may know."""
    if not ballot_ids:
        return {}
    asks = select(_a.ballot_id, _a.question_id, _a.answer).where(
        _a.community_id == tx.community, _a.ballot_id.in_(ballot_ids)
    )
    found: dict[UUID, list[Row]] = {}
    for row in await tx.rows(asks):
        found.setdefault(row.pop("ballot_id"), []).append(row)
    return found


async def _numbers(tx: Tx, elector_ids: Collection[UUID]) -> dict[UUID, int]:
    if not elector_ids:
        return {}
    asks = (
        select(_b.elector_id, func.count().label("number"))
        .where(_b.community_id == tx.community, _b.elector_id.in_(elector_ids))
        .group_by(_b.elector_id)
    )
    return {row["elector_id"]: int(row["number"]) for row in await tx.rows(asks)}
