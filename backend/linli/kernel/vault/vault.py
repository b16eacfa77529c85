"""Sealing and opening what only helpers may know.

Master key → community key → person key → content. Content is bound to its place
(``community|table|row|person``), so a sealed column copied elsewhere does not open.
"""

import hmac
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import delete, insert, select

from linli.kernel import clock
from linli.kernel.access.actor import Actor, Permission
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Tx
from linli.kernel.db.upsert import insert_new
from linli.kernel.ids import new_id
from linli.kernel.keyring import new_key
from linli.kernel.packing import pack_json
from linli.kernel.problems import Problem, forbidden
from linli.kernel.vault.erased import Erased, note_erased
from linli.kernel.vault.models import VaultErasure, VaultKey, VaultOpening, VaultRoot
from linli.kernel.vault.seal import seal, unseal
from linli.kernel.vault.wrapping import unwrap, wrap


@dataclass(frozen=True)
class Place:
    """Where sealed content belongs."""

    table: str
    row_id: UUID
    person_id: UUID

    def bound(self, community_id: UUID) -> str:
        """The associated data of the seal."""
        return f"{community_id}|{self.table}|{self.row_id}|{self.person_id}"


async def seal_content(tx: Tx, place: Place, content: dict[str, Any]) -> bytes:
    """Seal a JSON document for a person, making the person's key on first use."""
    key = await person_key(tx, place.person_id, make=True)
    if key is None:
        raise RuntimeError("a key was just made and is gone")
    return seal(key, pack_json(content), place.bound(tx.community))


async def open_content(  # noqa: PLR0913 - who, by what right, why, what: each is part of the record
    tx: Tx, actor: Actor, permission: Permission, place: Place, sealed: bytes, *, purpose: str
) -> dict[str, Any]:
    """Open sealed content and record the opening. Needs a write transaction.

    The caller checks scope and consent of the record; this checks the permission and leaves the
    trace, so that no opening goes unrecorded.

    Raises:
        Problem: 403 ``forbidden`` without the permission; 410 ``erased`` when the person's key
            has been destroyed.
        BrokenSealError: when the content was tampered with.
    """
    if not actor.may(permission):
        raise forbidden()
    key = await person_key(tx, place.person_id, make=False)
    if key is None:
        raise Problem(410, "erased")
    content = orjson.loads(unseal(key, sealed, place.bound(tx.community)))
    await _note_opening(tx, actor, place, purpose)
    return content  # type: ignore[no-any-return]  # what was sealed is a document


async def _note_opening(tx: Tx, actor: Actor, place: Place, purpose: str) -> None:
    row = {
        "community_id": tx.community,
        "id": new_id(),
        "person_id": place.person_id,
        "record_table": place.table,
        "record_id": place.row_id,
        "actor_id": actor.account_id,
        "purpose": purpose,
        "opened_at": clock.now(),
    }
    await tx.execute(insert(table(VaultOpening)).values(row))


async def destroy_person_key(tx: Tx, person_id: UUID) -> bool:
    """Make everything sealed for a person unreadable for ever (PIPL, art. 47), backups included.

    Returns:
        Whether there was a key to destroy.
    """
    keys = table(VaultKey)
    mine = (keys.c.community_id == tx.community, keys.c.id == person_id)
    if (await tx.execute(delete(keys).where(*mine))).rowcount != 1:
        return False
    await keep_erased(tx, person_id)
    return True


async def keep_erased(tx: Tx, subject_id: UUID) -> None:
    """Note where no backup reaches that a person's key, or what a record said, is gone for good."""
    erased = Erased(tx.community, subject_id, clock.now())
    row = {"person_id": subject_id, "erased_at": erased.at}
    place = {"community_id": tx.community, "id": new_id()}
    await tx.execute(insert(table(VaultErasure)).values(**place, **row))
    tx.after_commit.append(partial(note_erased, tx.keyring, [erased]))


async def blind_index(tx: Tx, value: str) -> bytes:
    """A keyed digest to find equal values (phone numbers) without storing them in the clear."""
    community = await community_key(tx)
    return hmac.digest(community, b"blind index|" + value.encode(), "sha256")


async def person_key(tx: Tx, person_id: UUID, *, make: bool) -> bytes | None:
    """A person's key; ``None`` when there is none and none is to be made."""
    community = await community_key(tx)
    bound = f"{tx.community}|vault_key|{person_id}"
    keys = table(VaultKey)
    mine = (keys.c.community_id == tx.community, keys.c.id == person_id)
    wrapped = await tx.scalar(select(keys.c.wrapped).where(*mine))
    if wrapped is None and make:
        row = {"community_id": tx.community, "id": person_id, "made_at": clock.now()}
        fresh = seal(community, new_key(), bound)
        await insert_new(tx, keys, ("community_id", "id"), {**row, "wrapped": fresh})
        wrapped = await tx.scalar(select(keys.c.wrapped).where(*mine))
    return None if wrapped is None else unseal(community, wrapped, bound)


async def community_key(tx: Tx) -> bytes:
    """The community's key, made on first use."""
    bound = bound_root(tx.community)
    roots = table(VaultRoot)
    asks = select(roots.c.wrapped).where(roots.c.community_id == tx.community)
    wrapped = await tx.scalar(asks)
    if wrapped is None:
        fresh = wrap(tx.keyring, new_key(), bound)
        row = {"community_id": tx.community, "wrapped": fresh, "made_at": clock.now()}
        await insert_new(tx, roots, ("community_id",), row)
        wrapped = await tx.scalar(asks)
    return unwrap(tx.keyring, wrapped, bound)


def bound_root(community_id: UUID) -> str:
    """Where a community's wrapped key belongs."""
    return f"{community_id}|vault_root"
