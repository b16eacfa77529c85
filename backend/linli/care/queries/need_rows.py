"""Rows of the register, for the actions that change it."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from linli.care.models.register import AssistanceNeed, AssistedPerson, SeparateConsent
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

needs = table(AssistanceNeed)
persons = table(AssistedPerson)
consents = table(SeparateConsent)


async def needs_by_id(tx: Tx, need_ids: Collection[UUID]) -> dict[UUID, Row]:
    """Those of these needs that are stored, whatever became of them."""
    c = needs.c
    asks = select(needs).where(c.community_id == tx.community, c.id.in_(need_ids))
    return {row["id"]: row for row in await tx.rows(asks)}


async def active_needs_at(tx: Tx, household_ids: Collection[UUID]) -> list[Row]:
    """``id``, ``household_id``, ``kind``, ``person_id`` and ``created_by`` of what is active."""
    c = needs.c
    asks = select(c.id, c.household_id, c.kind, c.person_id, c.created_by).where(
        c.community_id == tx.community, c.household_id.in_(household_ids), c.status == "active"
    )
    return await tx.rows(asks)


async def persons_at(tx: Tx, household_ids: Collection[UUID]) -> dict[tuple[UUID, bytes], UUID]:
    """Persons with an active need by household and blind index of the name."""
    c = persons.c
    asks = select(c.id, c.household_id, c.name_index).where(
        c.community_id == tx.community, c.household_id.in_(household_ids)
    )
    return {(row["household_id"], row["name_index"]): row["id"] for row in await tx.rows(asks)}


async def known_consents(tx: Tx, consent_ids: Collection[UUID]) -> set[UUID]:
    """Those of these ids that are taken."""
    c = consents.c
    asks = select(c.id).where(c.community_id == tx.community, c.id.in_(consent_ids))
    return {row["id"] for row in await tx.rows(asks)}


async def locked_need(tx: Tx, need_id: UUID) -> Row | None:
    """One need, held until the transaction ends."""
    c = needs.c
    asks = select(needs).where(c.community_id == tx.community, c.id == need_id)
    return await tx.row(asks.with_for_update(key_share=True))
