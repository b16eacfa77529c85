"""Checkpoints, proofs and receipts, verified the way an outsider would."""

import asyncio
import base64
import shutil
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import text, update

from conftest import KEYRING
from fixtures.community import MOMENT, new_community
from kernel.conftest import Member
from kernel.test_sync import item, send
from linli.kernel.db.database import Database, open_database
from linli.kernel.db.rows import table
from linli.kernel.facts.checkpoint import latest_checkpoint
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.merkle import leaf_hash, verify_consistency, verify_inclusion
from linli.kernel.facts.models import FactHead
from linli.kernel.facts.note import UnsignedNoteError, Verifier, open_note
from linli.kernel.facts.proof_file import BrokenProofError, ProofFile
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem


async def log_facts(database: Database, community_id: UUID, count: int) -> None:
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        for _ in range(count):
            record(tx, FactDraft("test.thing.done", None, "thing", new_id(), MOMENT))


def hashes(texts: list[str]) -> list[bytes]:
    return [base64.b64decode(each) for each in texts]


async def test_the_signed_note_can_be_verified_with_nothing_but_its_key(volunteer: Member) -> None:
    await send(volunteer, item(), item(), item())
    told = (await volunteer.call("GET", "/checkpoint")).json()
    body, signature_line = told["signed_note"].split("\n\n")
    dash, name, packed = signature_line.strip().split(" ")
    key_name, key_id, key = told["verifier_key"].split("+", 2)
    raw = base64.b64decode(packed)
    assert (dash, name) == ("—", key_name)
    assert raw[:4].hex() == key_id
    public = Ed25519PublicKey.from_public_bytes(base64.b64decode(key)[1:])
    public.verify(raw[4:], (body + "\n").encode())
    assert body.split("\n") == [key_name, "3", told["root_hash"]]
    with pytest.raises(InvalidSignature):
        public.verify(raw[4:], body.replace("\n3\n", "\n4\n").encode())


async def test_a_receipt_is_proven_to_be_under_the_signed_root(volunteer: Member) -> None:
    items = [item(str(n)) for n in range(7)]
    sent = await send(volunteer, *items)
    for one, result in zip(items, sent["results"], strict=True):
        told = (await volunteer.call("GET", f"/receipts/{one['id']}")).json()
        assert {name: told[name] for name in result["receipt"]} == result["receipt"]
        (hashed,) = hashes([told["leaf_hash"]])
        assert hashed == leaf_hash(told["leaf"].encode())
        inclusion = told["inclusion"]
        (root,) = hashes([inclusion["root_hash"]])
        path = hashes(inclusion["path"])
        assert verify_inclusion(hashed, told["index"], inclusion["size"], path, root)
        assert inclusion["root_hash"] in told["signed_note"]


async def test_a_later_checkpoint_proves_that_it_contains_the_earlier(volunteer: Member) -> None:
    await send(volunteer, *[item() for _ in range(5)])
    first = (await volunteer.call("GET", "/checkpoint")).json()
    await send(volunteer, *[item() for _ in range(9)])
    later = (await volunteer.call("GET", "/checkpoint", params={"since": 5})).json()
    roots = hashes([first["root_hash"], later["root_hash"]])
    assert verify_consistency(5, 14, hashes(later["consistency"]), *roots)


async def test_a_proof_file_is_checked_offline_and_any_change_is_noticed(volunteer: Member) -> None:
    one = item("one")
    await send(volunteer, item(), one, item())
    answer = await volunteer.call("GET", f"/receipts/{one['id']}/proof")
    assert answer.headers["content-disposition"].endswith('.tlog-proof"')
    checkpoint = (await volunteer.call("GET", "/checkpoint")).json()
    verifier = Verifier.parse(checkpoint["verifier_key"])
    proof = ProofFile.parse(answer.text)
    assert one["id"] in proof.verify(verifier).decode()
    other_leaf = ProofFile(proof.leaf + b" ", proof.index, proof.path, proof.signed_note)
    other_place = ProofFile(proof.leaf, proof.index + 1, proof.path, proof.signed_note)
    for broken in (other_leaf, other_place):
        with pytest.raises(BrokenProofError):
            broken.verify(verifier)
    forged = proof.signed_note.replace("\n3\n", "\n4\n")
    with pytest.raises(UnsignedNoteError):
        ProofFile(proof.leaf, proof.index, proof.path, forged).verify(verifier)


async def test_unknown_things_have_no_receipt(volunteer: Member) -> None:
    assert (await volunteer.call("GET", f"/receipts/{new_id()}")).status_code == 404
    assert (await volunteer.call("GET", "/receipts/nonsense")).status_code == 404


async def test_asking_twice_signs_once(database: Database, tmp_path: Path) -> None:
    community_id = await new_community(database)
    await log_facts(database, community_id, 3)
    asked = [latest_checkpoint(database, tmp_path, community_id) for _ in range(8)]
    notes = {each.signed_note for each in await asyncio.gather(*asked)}
    assert len(notes) == 1


async def test_an_empty_log_has_a_checkpoint(database: Database, tmp_path: Path) -> None:
    community_id = await new_community(database)
    signed = await latest_checkpoint(database, tmp_path, community_id)
    assert signed.head.size == 0


async def test_a_restored_database_signs_no_second_history(
    sqlite_template: Path, tmp_path: Path
) -> None:
    path, backup = tmp_path / "linli.db", tmp_path / "backup.db"
    shutil.copyfile(sqlite_template, path)
    database = open_database(f"sqlite:///{path}", KEYRING)
    community_id = await new_community(database)
    await log_facts(database, community_id, 2)
    await database.close()
    shutil.copyfile(path, backup)
    database = open_database(f"sqlite:///{path}", KEYRING)
    await log_facts(database, community_id, 3)
    await latest_checkpoint(database, tmp_path, community_id)
    await database.close()
    for left_over in tmp_path.glob("linli.db-*"):
        left_over.unlink()
    shutil.copyfile(backup, path)
    database = open_database(f"sqlite:///{path}", KEYRING)
    await log_facts(database, community_id, 4)
    with pytest.raises(Problem, match="log_inconsistent"):
        await latest_checkpoint(database, tmp_path, community_id)
    await database.close()


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE fact SET leaf = replace(leaf, 'test', 'fake') WHERE seq = 6",
        "UPDATE fact SET leaf_hash = zeroblob(32) WHERE seq = 4",
        "UPDATE fact_node SET hash = zeroblob(32) WHERE level = 2 AND position = 0",
        "DELETE FROM fact WHERE seq = 6",
    ],
)
async def test_an_altered_log_is_not_signed(
    sqlite_template: Path, tmp_path: Path, forgery: str
) -> None:
    path = tmp_path / "linli.db"
    shutil.copyfile(sqlite_template, path)
    database = open_database(f"sqlite:///{path}", KEYRING)
    community_id = await new_community(database)
    await log_facts(database, community_id, 5)
    await latest_checkpoint(database, tmp_path, community_id)
    await log_facts(database, community_id, 4)
    async with database.transaction(write=True) as tx:
        for name in ("fact_no_update", "fact_no_delete", "fact_node_no_update"):
            await tx.execute(text(f"DROP TRIGGER {name}"))
        await tx.execute(text(forgery))
    with pytest.raises(Problem, match="log_inconsistent"):
        await latest_checkpoint(database, tmp_path, community_id)
    await database.close()


async def test_a_new_epoch_starts_a_log_of_another_name(database: Database, tmp_path: Path) -> None:
    community_id = await new_community(database)
    await log_facts(database, community_id, 2)
    old = await latest_checkpoint(database, tmp_path, community_id)
    heads = table(FactHead)
    async with database.transaction(write=True) as tx:
        await tx.enter(community_id)
        mine = heads.c.community_id == community_id
        await tx.execute(update(heads).where(mine).values(epoch=new_id()))
    new = await latest_checkpoint(database, tmp_path, community_id)
    assert new.head.root_hash == old.head.root_hash
    assert new.signed_note.split("\n")[0] != old.signed_note.split("\n")[0]


def test_a_note_without_our_signature_is_refused() -> None:
    ours = KEYRING.signing_key("a")
    verifier = Verifier("log", ours.public_key().public_bytes_raw())
    with pytest.raises(UnsignedNoteError):
        open_note("log\n1\nroot\n", verifier)
    with pytest.raises(UnsignedNoteError):
        open_note("log\n1\nroot\n\n— log AAAA\n", verifier)
