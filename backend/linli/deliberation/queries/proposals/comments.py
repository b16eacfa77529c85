"""Comments on a proposal as an actor reads them."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from linli.deliberation.permissions.proposals import MODERATE
from linli.deliberation.queries.proposals.claims import claims_of_comments
from linli.deliberation.queries.proposals.positions import current_positions
from linli.deliberation.queries.proposals.require import require_proposal
from linli.deliberation.queries.proposals.tables import comments, votes
from linli.deliberation.rules.proposals.spoken_for import standing_of
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

_c = comments.c
VOTES = ("agree", "disagree", "pass")
_FILE = ("sha256", "content_type", "state")


async def page_comments(tx: Tx, actor: Actor, proposal_id: UUID, page: PageAsked) -> Row:
    """A page of comments and replies in the order of arrival.

    Raises:
        Problem: 404 where the actor does not see the proposal.
    """
    await require_proposal(tx, actor, proposal_id)
    asks = _all(tx).where(_c.proposal_id == proposal_id)
    keys = [_c.created_at, _c.id]
    found = await page_of(tx, asks, keys, page, "proposal_comments", proposal_id)
    return {**found, "items": await _told(tx, actor, found["items"])}


async def read_comment(tx: Tx, actor: Actor, comment_id: UUID) -> Row:
    """One comment.

    Raises:
        Problem: 404 ``not_found``.
    """
    row = await tx.row(_all(tx).where(_c.id == comment_id))
    if row is None:
        raise not_found()
    await require_proposal(tx, actor, row["proposal_id"])
    return (await _told(tx, actor, [row]))[0]


def _all(tx: Tx) -> Select[Any]:
    shown = ("id", "proposal_id", "version_number", "reply_to", "position", "words", "said_at")
    columns = [_c[name] for name in (*shown, "hidden_because", "hidden_at", "created_at")]
    return select(*columns, _c.created_by.label("author_id")).where(_c.community_id == tx.community)


async def _told(tx: Tx, actor: Actor, rows: list[Row]) -> list[Row]:
    if not rows:
        return []
    ids = [row["id"] for row in rows]
    names = await names_of(tx, {row["author_id"] for row in rows})
    current = await _current(tx, {row["proposal_id"] for row in rows})
    spoken = await claims_of_comments(tx, ids)
    counted, mine = await _votes(tx, ids), await _own_votes(tx, actor, ids)
    files = await slots_of(tx, ids)
    return [
        {
            **row,
            "words": _words(actor, row),
            "author_name": names.get(row["author_id"], ""),
            "is_mine": row["author_id"] == actor.account_id,
            "is_current": row["id"] in current,
            **_homes(row, spoken),
            "votes": counted[row["id"]],
            "my_vote": mine.get(row["id"]),
            "files": _files(actor, row, files.get(row["id"], [])),
        }
        for row in rows
    ]


def _words(actor: Actor, row: Row) -> str | None:
    """Hidden words stay readable to who wrote them and to who hid them."""
    return row["words"] if _sees_words(actor, row) else None


def _sees_words(actor: Actor, row: Row) -> bool:
    is_mine: bool = row["author_id"] == actor.account_id
    return row["hidden_at"] is None or is_mine or actor.may(MODERATE)


def _files(actor: Actor, row: Row, slots: list[Row]) -> list[Row]:
    seen = slots if _sees_words(actor, row) else []
    return [{name: slot[name] for name in _FILE} for slot in seen]


def _homes(row: Row, spoken: list[Row]) -> Row:
    mine = [each for each in spoken if each["comment_id"] == row["id"]]
    standing = standing_of([each["claim"] for each in mine], str(row["id"]))
    return {
        "building_codes": list(dict.fromkeys(each["building_code"] for each in mine)),
        "homes": {
            "claimed": standing.claimed,
            "confirmed": standing.confirmed,
            "contradicted": standing.contradicted,
            "speaks_for": standing.speaks_for,
        },
    }


async def _current(tx: Tx, proposal_ids: Collection[UUID]) -> set[UUID]:
    stands = current_positions(tx, proposal_ids).c
    return {row["comment_id"] for row in await tx.rows(select(stands.comment_id))}


async def _votes(tx: Tx, ids: Collection[UUID]) -> dict[UUID, dict[str, int]]:
    v = votes.c
    asks = select(v.comment_id, v.vote, func.count().label("people")).where(
        v.community_id == tx.community, v.comment_id.in_(ids)
    )
    counted = {comment_id: dict.fromkeys(VOTES, 0) for comment_id in ids}
    for row in await tx.rows(asks.group_by(v.comment_id, v.vote)):
        counted[row["comment_id"]][row["vote"]] = row["people"]
    return counted


async def _own_votes(tx: Tx, actor: Actor, ids: Collection[UUID]) -> dict[UUID, str]:
    v = votes.c
    asks = select(v.comment_id, v.vote).where(
        v.community_id == tx.community,
        v.comment_id.in_(ids),
        v.account_id == actor.account_id,
    )
    return {row["comment_id"]: row["vote"] for row in await tx.rows(asks)}


async def comments_with_files(tx: Tx, actor: Actor, ids: Collection[UUID]) -> set[UUID]:
    """Whose files the actor sees: those of comments that are not hidden from them."""
    rows = await tx.rows(_all(tx).where(_c.id.in_(ids)))
    return {row["id"] for row in rows if _sees_words(actor, row)}
