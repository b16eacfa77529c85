"""Sealing for many people at once, and reading what was disclosed to a helper.

A helper's phone reads the day's instructions over and over by GET. The opening is the moment at
which the content was given into the helper's hands (``disclose``), recorded as every opening is;
``read_disclosed`` gives nothing to whom nothing was disclosed.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import insert, select

from linli.kernel import clock
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_for
from linli.kernel.ids import new_id
from linli.kernel.keyring import new_key
from linli.kernel.packing import pack_json
from linli.kernel.vault.models import VaultKey, VaultOpening
from linli.kernel.vault.seal import seal, unseal
from linli.kernel.vault.vault import Place, community_key


@dataclass(frozen=True)
class Disclosed:
    """Sealed content, and the purpose for which it was given to somebody."""

    place: Place
    sealed: bytes
    purpose: str


async def seal_many(tx: Tx, contents: Sequence[tuple[Place, dict[str, Any]]]) -> list[bytes]:
    """Seal documents, each in its place, making keys where people have none yet.

    Two transactions that make keys for the same people wait for each other in one order.
    """
    if not contents:
        return []
    keys = await _keys(tx, {place.person_id for place, _ in contents}, make=True)
    return [
        seal(keys[place.person_id], pack_json(content), place.bound(tx.community))
        for place, content in contents
    ]


async def disclose(tx: Tx, given: Sequence[tuple[Place, UUID, str]]) -> None:
    """Record that content is now in an account's hands: ``(place, account, purpose)`` each.

    The caller has checked that the account may have it.
    """
    rows: list[Row] = [
        {
            "community_id": tx.community,
            "id": new_id(),
            "person_id": place.person_id,
            "record_table": place.table,
            "record_id": place.row_id,
            "actor_id": account_id,
            "purpose": purpose,
            "opened_at": clock.now(),
        }
        for place, account_id, purpose in given
    ]
    if rows:
        await tx.execute(insert(table(VaultOpening)), rows)


async def read_disclosed(
    tx: Tx, account_id: UUID, wanted: Sequence[Disclosed]
) -> list[dict[str, Any] | None]:
    """The contents; ``None`` where it was not disclosed for that purpose, or has been erased."""
    if not wanted:
        return []
    given = await _given(tx, account_id, wanted)
    keys = await _keys(tx, {each.place.person_id for each in wanted}, make=False)
    return [
        orjson.loads(
            unseal(keys[each.place.person_id], each.sealed, each.place.bound(tx.community))
        )
        if (each.place.row_id, each.purpose) in given and each.place.person_id in keys
        else None
        for each in wanted
    ]


async def _given(tx: Tx, account_id: UUID, wanted: Sequence[Disclosed]) -> set[tuple[UUID, str]]:
    c = table(VaultOpening).c
    pairs = {(each.place.row_id, each.purpose) for each in wanted}
    asks = select(c.record_id, c.purpose).where(
        c.community_id == tx.community,
        c.actor_id == account_id,
        c.record_id.in_({record_id for record_id, _ in pairs}),
    )
    return {(row["record_id"], row["purpose"]) for row in await tx.rows(asks)}


async def _keys(tx: Tx, person_ids: Collection[UUID], *, make: bool) -> dict[UUID, bytes]:
    community = await community_key(tx)
    wrapped = await _wrapped(tx, person_ids)
    missing = sorted(set(person_ids) - wrapped.keys())
    if make and missing:
        await _make(tx, community, missing)
        wrapped |= await _wrapped(tx, missing)
    return {person: unseal(community, key, _bound(tx, person)) for person, key in wrapped.items()}


async def _wrapped(tx: Tx, person_ids: Collection[UUID]) -> dict[UUID, bytes]:
    c = table(VaultKey).c
    asks = select(c.id, c.wrapped).where(c.community_id == tx.community, c.id.in_(person_ids))
    return {row["id"]: row["wrapped"] for row in await tx.rows(asks)}


async def _make(tx: Tx, community: bytes, person_ids: Sequence[UUID]) -> None:
    rows: list[Row] = [
        {
            "community_id": tx.community,
            "id": person_id,
            "wrapped": seal(community, new_key(), _bound(tx, person_id)),
            "made_at": clock.now(),
        }
        for person_id in person_ids
    ]
    new = insert_for(tx, table(VaultKey))
    await tx.execute(new.on_conflict_do_nothing(index_elements=("community_id", "id")), rows)


def _bound(tx: Tx, person_id: UUID) -> str:
    return f"{tx.community}|vault_key|{person_id}"
