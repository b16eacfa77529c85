"""Comparison lists as an actor sees them."""

from itertools import pairwise
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, select

from linli.deliberation.models.comparison_lists import ComparisonList, ComparisonListVersion
from linli.deliberation.permissions.comparison_lists import REPORT_SITE_VISIT
from linli.deliberation.queries.comparison_lists.scoring import best_by_criterion, scores_of
from linli.deliberation.rules.comparison_lists.changes import changes
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of
from linli.kernel.problems import not_found

lists = table(ComparisonList)
list_versions = table(ComparisonListVersion)
_CARD = ("id", "project_id", "title", "version", "published_at")


def seen_lists(actor: Actor) -> Select[Any]:
    """Published lists, and drafts for those who write lists or reports."""
    asks = select(*(lists.c[name] for name in _CARD)).where(
        lists.c.community_id == actor.community_id
    )
    return asks if actor.may(REPORT_SITE_VISIT) else asks.where(lists.c.published_at.is_not(None))


async def page_lists(tx: Tx, actor: Actor, page: PageAsked) -> Row:
    """One page of lists, the oldest first."""
    drafts = actor.may(REPORT_SITE_VISIT)
    return await page_of(tx, seen_lists(actor), [lists.c.id], page, "comparison-lists", drafts)


async def find_list(tx: Tx, actor: Actor, list_id: UUID) -> Row:
    """A list's own row.

    Raises:
        Problem: 404 ``not_found``.
    """
    found = await tx.row(seen_lists(actor).where(lists.c.id == list_id))
    if found is None:
        raise not_found()
    return found


async def newest_published(tx: Tx, list_id: UUID) -> Row | None:
    """What the newest version of a published list holds; ``None`` while there is none."""
    v, c = list_versions.c, lists.c
    asks = select(v.content).join(
        lists, and_(c.community_id == v.community_id, c.id == v.list_id, c.version == v.number)
    )
    found = await tx.row(
        asks.where(c.community_id == tx.community, c.id == list_id, c.published_at.is_not(None))
    )
    return found and found["content"]


def _versions(tx: Tx, list_id: UUID) -> Select[Any]:
    v = list_versions.c
    asks = select(v.number, v.content, v.reason, v.digest, v.created_at.label("changed_at"))
    return asks.where(and_(v.community_id == tx.community, v.list_id == list_id))


async def read_list(tx: Tx, actor: Actor, list_id: UUID, number: int | None = None) -> Row:
    """A version of a list with scores and their working; the newest unless one is named.

    Raises:
        Problem: 404 ``not_found``.
    """
    card = await find_list(tx, actor, list_id)
    wanted = card["version"] if number is None else number
    found = await tx.row(_versions(tx, list_id).where(list_versions.c.number == wanted))
    if found is None:
        raise not_found()
    content = found.pop("content")
    best = best_by_criterion(content)
    criteria = [{**one, "best": best[one["key"]]} for one in content["criteria"]]
    return {**card, **content, **found, "criteria": criteria, "scores": scores_of(content)}


async def newest_content(tx: Tx, list_id: UUID) -> Row:
    """The newest content of a list that is there."""
    asks = _versions(tx, list_id).order_by(list_versions.c.number.desc()).limit(1)
    found = await tx.row(asks)
    if found is None:
        raise not_found()
    content: Row = found["content"]
    return content


async def read_versions(tx: Tx, actor: Actor, list_id: UUID) -> list[Row]:
    """All versions, the newest first, each with what changed since the one before.

    Raises:
        Problem: 404 ``not_found``.
    """
    await find_list(tx, actor, list_id)
    rows = await tx.rows(_versions(tx, list_id).order_by(list_versions.c.number))
    told = [{**rows[0], "changes": []}] if rows else []
    told += [{**now, "changes": _told(was, now)} for was, now in pairwise(rows)]
    return [{name: row[name] for name in row if name != "content"} for row in reversed(told)]


def _told(was: Row, now: Row) -> list[Row]:
    found = changes(was["content"], now["content"])
    return [
        {name: getattr(one, name) for name in ("what", "option", "criterion", "before", "after")}
        for one in found
    ]
