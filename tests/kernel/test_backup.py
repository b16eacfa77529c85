"""A backup is taken while work goes on, is whole or none, and comes back as another epoch."""

import asyncio
import base64
import json
import runpy
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, text

from conftest import KEYRING, MASTER_KEY, ROOT
from fixtures.community import MOMENT, new_community
from linli.commands import verify as standalone
from linli.commands.backup import take
from linli.commands.check import examine_all
from linli.commands.restore import put
from linli.config import Settings
from linli.kernel.attachments.models import Attachment
from linli.kernel.attachments.store import Store
from linli.kernel.backup.manifest import BrokenBackupError, read_manifest
from linli.kernel.backup.postgres_copy import BoundRoleError, NotEmptyError
from linli.kernel.backup.sqlite_copy import DatabaseInUseError
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.migrate import migrate
from linli.kernel.db.rows import table
from linli.kernel.facts.checkpoint import latest_checkpoint, verifier_of
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.models import Fact, FactHead
from linli.kernel.facts.note import sign_note
from linli.kernel.facts.proof_file import ProofFile
from linli.kernel.facts.proofs import inclusion_proof
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id

Make = Callable[[], tuple[str, str]]


def config_for(addresses: tuple[str, str], folder: Path) -> Settings:
    owner, serving = addresses
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "master.key").write_text(MASTER_KEY.hex())
    return Settings(database_url=serving, migration_database_url=owner, data_folder=folder)


async def log_facts(database: Database, community_id: UUID, count: int) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        for _ in range(count):
            record(tx, FactDraft("test.thing.done", None, "thing", new_id(), MOMENT, {}, {"a": 1}))


async def keep_file(database: Database, folder: Path, community_id: UUID) -> None:
    name = "ab" * 32
    path = Store(folder / "attachments").place(community_id, name)
    path.parent.mkdir(parents=True)
    path.write_bytes(b"sealed")
    row = {
        "community_id": community_id,
        "sha256": name,
        "size": 6,
        "content_type": "image/jpeg",
        "stored_by": new_id(),
        "stored_at": MOMENT,
    }
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.execute(insert(table(Attachment)).values(row))


async def opened(config: Settings) -> Database:
    owner = open_database(config.migration_database, KEYRING)
    await migrate(owner.writer, config.migrations_folder)
    await owner.close()
    return open_database(config.database, KEYRING)


async def epoch_and_kinds(database: Database, community_id: UUID) -> tuple[UUID, list[str]]:
    heads, facts = table(FactHead).c, table(Fact).c
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        epoch = await tx.scalar(select(heads.epoch).where(heads.community_id == community_id))
        mine = select(facts.kind).where(facts.community_id == community_id).order_by(facts.seq)
        return epoch, [row["kind"] for row in await tx.rows(mine)]


async def test_a_backup_taken_under_load_comes_back_whole_under_a_new_epoch(
    empty_database: Make, tmp_path: Path
) -> None:
    config = config_for(empty_database(), tmp_path / "data")
    database = await opened(config)
    community_id = await new_community(database)
    await log_facts(database, community_id, 5)
    await keep_file(database, config.data_folder, community_id)
    await latest_checkpoint(database, config.data_folder, community_id)
    writing = asyncio.create_task(write_on(database, community_id))
    backup = await take(config, tmp_path / "backups")
    await writing
    before, kinds_before = await epoch_and_kinds(database, community_id)
    await database.close()

    target = config_for(empty_database(), tmp_path / "restored")
    report = await put(target, backup)
    assert report.whole, report
    assert [(each.files, each.faults) for each in report.communities] == [(1, ())]
    restored = open_database(target.database, KEYRING)
    after, kinds_after = await epoch_and_kinds(restored, community_id)
    assert after != before
    assert kinds_after[-1] == "kernel.server.restored"
    assert 5 <= len(kinds_after) - 1 <= len(kinds_before)
    signed = await latest_checkpoint(restored, target.data_folder, community_id)
    assert str(after) in signed.signed_note
    await restored.close()


async def write_on(database: Database, community_id: UUID) -> None:
    for _ in range(30):
        await log_facts(database, community_id, 1)
        await asyncio.sleep(0)


async def test_a_damaged_backup_is_refused_and_the_master_key_is_not_in_it(
    empty_database: Make, tmp_path: Path
) -> None:
    config = config_for(empty_database(), tmp_path / "data")
    database = await opened(config)
    await log_facts(database, await new_community(database), 3)
    await database.close()
    backup = await take(config, tmp_path / "backups")
    everything = [path for path in backup.rglob("*") if path.is_file()]
    assert MASTER_KEY.hex().encode() not in b"".join(path.read_bytes() for path in everything)
    content_files = [path for path in everything if path.name != "manifest.json"]
    victim = max(content_files, key=lambda path: path.stat().st_size)
    content = bytearray(victim.read_bytes())
    content[len(content) // 2] ^= 1
    victim.write_bytes(content)
    with pytest.raises(BrokenBackupError, match=victim.name):
        read_manifest(backup)
    (backup / "manifest.json").unlink()
    with pytest.raises(BrokenBackupError):
        await put(config_for(empty_database(), tmp_path / "restored"), backup)


async def test_a_backup_that_fails_leaves_nothing_that_looks_like_one(tmp_path: Path) -> None:
    broken = Settings(database_url=f"sqlite:///{tmp_path / 'none.db'}", data_folder=tmp_path)
    with pytest.raises(sqlite3.OperationalError):
        await take(broken, tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


async def test_a_database_in_use_is_not_replaced(empty_database: Make, tmp_path: Path) -> None:
    config = config_for(empty_database(), tmp_path / "data")
    database = await opened(config)
    community_id = await new_community(database)
    backup = await take(config, tmp_path / "backups")
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        await tx.scalar(text("SELECT 1"))
        with pytest.raises((DatabaseInUseError, NotEmptyError)):
            await put(config, backup)
    await database.close()


async def test_sqlite_keeps_what_a_restore_replaces(sqlite_template: Path, tmp_path: Path) -> None:
    config = config_for((f"sqlite:///{tmp_path}/linli.db",) * 2, tmp_path)
    shutil.copyfile(sqlite_template, tmp_path / "linli.db")
    backup = await take(config, tmp_path / "backups")
    database = open_database(config.database, KEYRING)
    await log_facts(database, await new_community(database), 1)
    await database.close()
    await put(config, backup)
    assert len(list(tmp_path.glob("linli.db.before-*"))) == 1


async def test_a_role_that_sees_nothing_takes_no_backup(postgres: str, tmp_path: Path) -> None:
    config = config_for((postgres, postgres), tmp_path / "data")
    with pytest.raises(BoundRoleError):
        await take(config, tmp_path / "backups")


async def test_seeded_damage_is_found(empty_database: Make, tmp_path: Path) -> None:
    config = config_for(empty_database(), tmp_path / "data")
    database = await opened(config)
    community_id = await new_community(database)
    await log_facts(database, community_id, 9)
    await keep_file(database, config.data_folder, community_id)
    assert (await examine_all(database, config.data_folder)).whole
    shutil.rmtree(config.data_folder / "attachments")
    (found,) = (await examine_all(database, config.data_folder)).communities
    assert found.faults == ("1 of 1 files are not there",)
    owner = open_database(config.migration_database, KEYRING)
    drop = "DROP TRIGGER fact_no_update"
    async with owner.transaction(write=True) as tx:
        await tx.execute(text(drop + (" ON fact" if owner.on_postgres else "")))
        await tx.execute(text("UPDATE fact SET leaf = replace(leaf, 'done', 'gone') WHERE seq = 3"))
    await owner.close()
    (found,) = (await examine_all(database, config.data_folder)).communities
    assert "the log's leaves do not make up its head" in found.faults
    await database.close()


async def proof_of_one(database: Database, folder: Path) -> tuple[ProofFile, str]:
    community_id = await new_community(database)
    await log_facts(database, community_id, 11)
    checkpoint = await latest_checkpoint(database, folder, community_id)
    async with database.transaction(write=False) as tx:
        await tx.enter(community_id)
        c = table(Fact).c
        leaf = await tx.scalar(select(c.leaf).where(c.community_id == community_id, c.seq == 6))
        path = await inclusion_proof(tx, 6, 11)
    key = verifier_of(KEYRING, community_id, checkpoint.head.epoch)
    return ProofFile(leaf.encode(), 6, tuple(path), checkpoint.signed_note), str(key)


async def test_the_verifier_checks_a_receipt_alone_with_nothing_but_python(
    database: Database, tmp_path: Path
) -> None:
    proof, key = await proof_of_one(database, tmp_path)
    file, verifier = tmp_path / "one.tlog-proof", tmp_path / "verify.py"
    file.write_text(str(proof), encoding="utf-8")
    shutil.copyfile(ROOT / "backend/linli/commands/verify.py", verifier)

    def run(path: Path, with_key: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-I", "-S", verifier, path, with_key]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    good = run(file, key)
    assert (good.returncode, "PROVEN: entry 6 of 11" in good.stdout) == (0, True)
    assert json.loads(good.stdout.split("\n", 1)[1])["kind"] == "test.thing.done"
    for old, new in (
        ("index 6", "index 5"),
        ("\n11\n", "\n12\n"),
        (base64.b64encode(proof.leaf).decode(), base64.b64encode(b"{}").decode()),
        (base64.b64encode(proof.path[0]).decode() + "\n", ""),
        ("c2sp.org/tlog-proof@v1", "something else"),
    ):
        file.write_text(str(proof).replace(old, new), encoding="utf-8")
        bad = run(file, key)
        assert (bad.returncode, bad.stdout[:10]) == (1, "NOT PROVEN")


async def test_the_verifier_believes_no_other_key(database: Database, tmp_path: Path) -> None:
    proof, key = await proof_of_one(database, tmp_path)
    name = key.split("+", maxsplit=1)[0]
    stranger = Ed25519PrivateKey.generate()
    forged = sign_note(proof.signed_note.split("\n\n")[0] + "\n", name, stranger)
    text_of_forgery = str(ProofFile(proof.leaf, proof.index, proof.path, forged))
    with pytest.raises(standalone.UnprovenError):
        standalone.check(text_of_forgery, key)


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=80), st.integers(0, 511))
def test_its_signature_check_agrees_with_a_well_kept_library(message: bytes, bit: int) -> None:
    private = Ed25519PrivateKey.generate()
    public, signature = private.public_key().public_bytes_raw(), private.sign(message)
    flipped = bytearray(signature)
    flipped[bit // 8] ^= 1 << bit % 8
    assert standalone.ed25519_verifies(public, message, signature)
    assert not standalone.ed25519_verifies(public, message, bytes(flipped))
    with pytest.raises(InvalidSignature):
        Ed25519PublicKey.from_public_bytes(public).verify(bytes(flipped), message)
    assert not standalone.ed25519_verifies(public, message + b"x", signature)


def test_the_verifier_imports_nothing_of_the_product() -> None:
    path = ROOT / "backend/linli/commands/verify.py"
    assert "import linli" not in path.read_text()
    assert "from linli" not in path.read_text()
    assert runpy.run_path(str(path))["ed25519_verifies"]
