"""Whose files are seen by whom: those of needs and assistance visits by the social worker alone."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import select

from linli.care.queries.known_help import visits
from linli.care.queries.need_rows import needs
from linli.care.queries.needs import keeps_register
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx


async def needs_with_files(tx: Tx, actor: Actor, need_ids: Collection[UUID]) -> list[UUID]:
    """Which of these needs' files the actor may see."""
    active = needs.c.status == "active"
    return await _seen(tx, actor, needs, needs.c.id.in_(need_ids) & active)


async def visits_with_files(tx: Tx, actor: Actor, visit_ids: Collection[UUID]) -> list[UUID]:
    """Which of these visits' files the actor may see."""
    return await _seen(tx, actor, visits, visits.c.id.in_(visit_ids))


async def _seen(tx: Tx, actor: Actor, items: Any, these: Any) -> list[UUID]:
    if not keeps_register(actor):
        return []
    asks = select(items.c.id).where(items.c.community_id == tx.community, these)
    return [row["id"] for row in await tx.rows(asks)]
