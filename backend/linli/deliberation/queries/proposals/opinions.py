"""Positions by building and the map of opinions, so that nobody can be guessed."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import and_, func, select

from linli.community.public import BUILDINGS, HOUSEHOLDS
from linli.deliberation.permissions.proposals import SEE_EVERY_POSITION
from linli.deliberation.queries.proposals.claims import claims_of_proposal
from linli.deliberation.queries.proposals.positions import current_positions
from linli.deliberation.queries.proposals.require import require_proposal
from linli.deliberation.queries.proposals.tables import comments, votes
from linli.deliberation.rules.proposals.opinion_groups import Vote
from linli.deliberation.rules.proposals.opinion_map import MIN_PEOPLE, OpinionMap, opinion_map
from linli.deliberation.rules.proposals.spoken_for import (
    Position,
    confirmed_by_building,
    positions_by_building,
    public_confirmed,
    public_positions,
)
from linli.kernel.access.actor import Actor, Scope
from linli.kernel.db.transaction import Row, Tx

WHOLE = "proposal"
"""The statement that the proposal itself is; all others are comments, by id."""
_OF_POSITION = {
    Position.FOR.value: Vote.AGREE,
    Position.AGAINST.value: Vote.DISAGREE,
    Position.NEUTRAL.value: Vote.PASS,
}
_OF_VOTE = {"agree": Vote.AGREE, "disagree": Vote.DISAGREE, "pass": Vote.PASS}


async def read_opinions(tx: Tx, actor: Actor, proposal_id: UUID) -> Row:
    """Where people stand on a proposal.

    The office sees each building exactly and a representative their own; all others see no
    building in which so few spoke that one could be guessed.

    Raises:
        Problem: 404 where the actor does not see the proposal.
    """
    await require_proposal(tx, actor, proposal_id)
    people, words = await _answers(tx, proposal_id)
    drawn = opinion_map(people)
    return {
        "people": len(people),
        "people_needed": MIN_PEOPLE,
        "by_building": await _by_building(tx, actor, proposal_id),
        "opinion_map": drawn and _told(drawn, words),
    }


async def _by_building(tx: Tx, actor: Actor, proposal_id: UUID) -> list[Row]:
    claims = await claims_of_proposal(tx, proposal_id)
    exact, confirmed = positions_by_building(claims), confirmed_by_building(claims)
    public = public_positions(exact)
    reach = actor.reach(SEE_EVERY_POSITION, Scope.BUILDING)
    b, h = BUILDINGS.c, HOUSEHOLDS.c
    home = and_(h.community_id == b.community_id, h.building_id == b.id, h.kind == "home")
    asks = (
        select(
            b.id.label("building_id"),
            b.code.label("building_code"),
            b.name.label("building_name"),
            func.count(h.id).label("homes"),
        )
        .outerjoin_from(BUILDINGS, HOUSEHOLDS, home)
        .where(b.community_id == tx.community)
        .group_by(b.id, b.code, b.name, b.sort_key)
        .order_by(b.sort_key)
    )
    rows = await tx.rows(asks)
    for row in rows:
        key, sees_all = str(row["building_id"]), reach is None or row["building_id"] in reach
        row["positions"] = (exact if sees_all else public).get(key)
        row["confirmed"] = _confirmed(confirmed.get(key, 0), row["positions"], sees_all=sees_all)
    return rows


def _confirmed(
    confirmed: int, positions: Mapping[str, int] | None, *, sees_all: bool
) -> int | None:
    if positions is None or sees_all:
        return None if positions is None else confirmed
    return public_confirmed(confirmed, sum(positions.values()))


async def _answers(
    tx: Tx, proposal_id: UUID
) -> tuple[dict[str, dict[str, Vote]], Mapping[str, str]]:
    """Person → statement → vote, and the words of the statements.

    A comment is a statement; its author agrees with it. Where somebody stands on the proposal is
    the answer to one more statement, the proposal itself.
    """
    people: dict[str, dict[str, Vote]] = {}
    stands = current_positions(tx, [proposal_id]).c
    for row in await tx.rows(select(stands.account_id, stands.position)):
        people[str(row["account_id"])] = {WHOLE: _OF_POSITION[row["position"]]}
    c, v = comments.c, votes.c
    shown = (
        c.community_id == tx.community,
        c.proposal_id == proposal_id,
        c.position.is_not(None),
        c.hidden_at.is_(None),
    )
    said = await tx.rows(select(c.id, c.created_by, c.words).where(*shown).order_by(c.created_at))
    for row in said:
        people.setdefault(str(row["created_by"]), {})[str(row["id"])] = Vote.AGREE
    voted = select(v.account_id, v.comment_id, v.vote).join_from(
        votes, comments, and_(c.community_id == v.community_id, c.id == v.comment_id)
    )
    for row in await tx.rows(voted.where(*shown)):
        people.setdefault(str(row["account_id"]), {})[str(row["comment_id"])] = _OF_VOTE[
            row["vote"]
        ]
    return people, {str(row["id"]): row["words"] for row in said}


def _told(drawn: OpinionMap, words: Mapping[str, str]) -> Row:
    whole = drawn.seed == WHOLE
    return {
        "people": drawn.people,
        "seed": None if whole or drawn.seed is None else UUID(drawn.seed),
        "seed_is_proposal": whole,
        "sizes": list(drawn.sizes),
        "statements": [
            {
                "comment_id": None if view.statement == WHOLE else UUID(view.statement),
                "words": words.get(view.statement),
                "verdict": view.verdict.value,
                "groups": [dict(cell) for cell in view.groups],
            }
            for view in drawn.statements
            if view.verdict.value != "too_few" or view.statement == WHOLE
        ],
    }
