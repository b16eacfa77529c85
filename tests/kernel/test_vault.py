"""Sealed content opens in its place, for its reason, as long as its person's key is there."""

from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from fixtures.community import new_community
from fixtures.notes import Json
from linli.kernel.access.actor import Actor, Grant, Permission, Scope
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.ids import new_id
from linli.kernel.keyring import Keyring, load_keyring, new_key
from linli.kernel.problems import Problem
from linli.kernel.vault.models import VaultKey, VaultOpening, VaultRoot
from linli.kernel.vault.seal import BrokenSealError, seal, unseal
from linli.kernel.vault.vault import (
    Place,
    blind_index,
    destroy_person_key,
    open_content,
    seal_content,
)

OPEN = Permission.of("test:record:open", "social_worker")
CONTENT = {"instruction": "bring medicine to the third floor", "phone": "13800000000"}


def social_worker(community_id: UUID, role: str = "social_worker") -> Actor:
    return Actor(new_id(), community_id, (Grant(role, Scope.COMMUNITY),))


def place() -> Place:
    return Place("need", new_id(), new_id())


async def sealed_in(database: Database, where: Place, community_id: UUID) -> bytes:
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        return await seal_content(tx, where, CONTENT)


async def opened_by(database: Database, actor: Actor, where: Place, sealed: bytes) -> Json:
    async with database.transaction(write=True) as tx:
        await tx.enter(actor.community_id)
        return await open_content(tx, actor, OPEN, where, sealed, purpose="visit")


async def test_what_was_sealed_opens_and_the_opening_is_recorded(database: Database) -> None:
    community_id, where = await new_community(database), place()
    actor = social_worker(community_id)
    sealed = await sealed_in(database, where, community_id)
    assert b"medicine" not in sealed
    assert await opened_by(database, actor, where, sealed) == CONTENT
    c = table(VaultOpening).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        (noted,) = await tx.rows(select(table(VaultOpening)).where(c.record_id == where.row_id))
    assert (noted["actor_id"], noted["purpose"]) == (actor.account_id, "visit")
    assert noted["person_id"] == where.person_id


async def test_without_the_permission_nothing_opens(database: Database) -> None:
    community_id, where = await new_community(database), place()
    sealed = await sealed_in(database, where, community_id)
    with pytest.raises(Problem, match="forbidden"):
        await opened_by(database, social_worker(community_id, "volunteer"), where, sealed)


async def test_sealed_content_opens_nowhere_else(database: Database) -> None:
    community_id, where = await new_community(database), place()
    actor = social_worker(community_id)
    sealed = await sealed_in(database, where, community_id)
    other_row = Place(where.table, new_id(), where.person_id)
    other_table = Place("visit", where.row_id, where.person_id)
    for moved in (other_row, other_table):
        with pytest.raises(BrokenSealError):
            await opened_by(database, actor, moved, sealed)
    tampered = sealed[:-1] + bytes([sealed[-1] ^ 1])
    with pytest.raises(BrokenSealError):
        await opened_by(database, actor, where, tampered)


async def test_content_of_one_community_opens_in_no_other(database: Database) -> None:
    where = place()
    first, second = await new_community(database), await new_community(database)
    sealed = await sealed_in(database, where, first)
    await sealed_in(database, where, second)
    with pytest.raises(BrokenSealError):
        await opened_by(database, social_worker(second), where, sealed)


async def test_destroying_a_persons_key_erases_only_that_person(database: Database) -> None:
    community_id, gone, kept = await new_community(database), place(), place()
    actor = social_worker(community_id)
    sealed_gone = await sealed_in(database, gone, community_id)
    sealed_kept = await sealed_in(database, kept, community_id)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        assert await destroy_person_key(tx, gone.person_id)
        assert not await destroy_person_key(tx, gone.person_id)
    with pytest.raises(Problem, match="erased"):
        await opened_by(database, actor, gone, sealed_gone)
    assert await opened_by(database, actor, kept, sealed_kept) == CONTENT


async def test_a_new_key_does_not_open_what_the_destroyed_one_sealed(database: Database) -> None:
    community_id, where = await new_community(database), place()
    sealed = await sealed_in(database, where, community_id)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await destroy_person_key(tx, where.person_id)
    await sealed_in(database, where, community_id)
    with pytest.raises(BrokenSealError):
        await opened_by(database, social_worker(community_id), where, sealed)


async def test_no_key_is_stored_in_the_clear(database: Database) -> None:
    community_id, where = await new_community(database), place()
    sealed = await sealed_in(database, where, community_id)
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        roots = select(table(VaultRoot).c.wrapped).where(
            table(VaultRoot).c.community_id == community_id
        )
        root = await tx.scalar(roots)
        person = await tx.scalar(
            select(table(VaultKey).c.wrapped).where(table(VaultKey).c.id == where.person_id)
        )
    for stored in (root[-32:], person[-32:], root[12:44], person[12:44]):
        with pytest.raises(BrokenSealError):
            unseal(stored, sealed, where.bound(community_id))


async def test_equal_phone_numbers_are_found_within_a_community_only(database: Database) -> None:
    async def index(community_id: UUID, phone: str) -> bytes:
        async with database.transaction(write=True) as tx:
            await tx.enter(community_id)
            return await blind_index(tx, phone)

    first, second = await new_community(database), await new_community(database)
    here = await index(first, "13800000000")
    assert here == await index(first, "13800000000")
    assert here != await index(first, "13800000001")
    assert here != await index(second, "13800000000")


@given(st.binary(max_size=200), st.integers(min_value=0), st.integers(1, 255))
def test_a_seal_breaks_at_the_change_of_any_byte(
    content: bytes, position: int, change: int
) -> None:
    key = new_key()
    sealed = seal(key, content, "here")
    assert unseal(key, sealed, "here") == content
    altered = bytearray(sealed)
    altered[position % len(sealed)] ^= change
    with pytest.raises(BrokenSealError):
        unseal(key, bytes(altered), "here")
    with pytest.raises(BrokenSealError):
        unseal(new_key(), sealed, "here")


def test_the_master_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "new" / "master.key"
    first = load_keyring(path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert load_keyring(path).derive("vault") == first.derive("vault")
    assert first.derive("vault") != first.derive("session")
    with pytest.raises(ValueError, match="32 bytes"):
        Keyring(b"short")


def test_a_keeper_of_secrets_may_give_the_master_key_to_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINLI_MASTER_KEY", "ab" * 32)
    path = tmp_path / "master.key"
    assert load_keyring(path).derive("vault") == Keyring(b"\xab" * 32).derive("vault")
    assert not path.exists()
