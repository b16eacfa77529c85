"""Receipts, proofs and signed checkpoints of a community's log."""

import base64
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field
from sqlalchemy import select

from linli.kernel.access.actor import Actor
from linli.kernel.db.database import Database
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.checkpoint import Checkpoint, latest_checkpoint, verifier_of
from linli.kernel.facts.models import Fact
from linli.kernel.facts.proof_file import ProofFile
from linli.kernel.facts.proofs import consistency_proof, inclusion_proof
from linli.kernel.http.documented import ReceiptOut, refusals
from linli.kernel.http.permitted import MemberBriefly
from linli.kernel.packing import json_response
from linli.kernel.problems import invalid, not_found

router = APIRouter(tags=["receipts"])
MAX_SIZE = 2**31 - 1
Base64 = Annotated[str, Field(description="SHA-256, base64")]


class CheckpointOut(BaseModel):
    """The log as it stands, under signature."""

    epoch: UUID
    size: int = Field(description="Number of leaves")
    root_hash: Base64
    signed_note: str = Field(description="c2sp.org/tlog-checkpoint, signed with Ed25519")
    verifier_key: str = Field(description="Key to verify the note with (c2sp.org/signed-note)")
    consistency: list[Base64] | None = Field(
        description="With `since`: RFC 6962 proof that the tree of that size is contained"
    )


class InclusionOut(BaseModel):
    """Proof that a leaf is in the tree (RFC 6962, 2.1.1)."""

    size: int
    root_hash: Base64
    path: list[Base64]


class ProvenReceiptOut(ReceiptOut):
    """A receipt with its leaf and the proof that the leaf is in the log."""

    leaf: str = Field(description="RFC 8785 canonical JSON; its hash is the leaf hash")
    inclusion: InclusionOut
    signed_note: str
    verifier_key: str
    recorded_at: datetime


@router.get(
    "/communities/{community_id}/checkpoint",
    operation_id="read_checkpoint",
    summary="The signed head of the community's log",
    responses={200: {"model": CheckpointOut}, **refusals(401, 404, 422, 503)},
)
async def read_checkpoint(
    request: Request,
    actor: Annotated[Actor, Depends(MemberBriefly())],
    since: Annotated[
        int | None, Query(ge=1, le=2**31 - 1, description="A size seen before")
    ] = None,
) -> Response:
    """Signs the head unless that was done; with ``since``, proves that nothing was undone."""
    checkpoint = await _latest(request, actor)
    size = checkpoint.head.size
    consistency = None
    if since is not None:
        if since > size:
            raise invalid("/query/since", "log_shorter", size=size)
        async with _database(request).transaction(write=False) as tx:
            await tx.enter(actor.community_id)
            consistency = [_text(each) for each in await consistency_proof(tx, since, size)]
    return json_response({**_told(request, actor, checkpoint), "consistency": consistency})


@router.get(
    "/communities/{community_id}/receipts/{item_id}",
    operation_id="read_receipt",
    summary="The receipt of something recorded, with proof",
    responses={200: {"model": ProvenReceiptOut}, **refusals(401, 404, 503)},
)
async def read_receipt(
    request: Request, actor: Annotated[Actor, Depends(MemberBriefly())], item_id: UUID
) -> Response:
    """The first fact about a thing, proven to be in the signed log."""
    fact, proof, checkpoint = await _proven(request, actor, item_id)
    told = _told(request, actor, checkpoint)
    inclusion = {key: told[key] for key in ("size", "root_hash")}
    return json_response(
        {
            "index": fact["seq"],
            "leaf_hash": _text(fact["leaf_hash"]),
            "recorded_at": fact["recorded_at"],
            "epoch": checkpoint.head.epoch,
            "leaf": fact["leaf"],
            "inclusion": {**inclusion, "path": [_text(each) for each in proof.path]},
            "signed_note": checkpoint.signed_note,
            "verifier_key": told["verifier_key"],
        }
    )


@router.get(
    "/communities/{community_id}/receipts/{item_id}/proof",
    operation_id="download_proof",
    summary="The receipt as a file that can be checked offline",
    response_class=Response,
    responses={
        200: {"content": {"text/plain": {"schema": {"type": "string"}}}},
        **refusals(401, 404, 503),
    },
)
async def download_proof(
    request: Request, actor: Annotated[Actor, Depends(MemberBriefly())], item_id: UUID
) -> Response:
    """A ``.tlog-proof`` file; ``linli verify`` and any other verifier of that format check it."""
    _, proof, _ = await _proven(request, actor, item_id)
    name = f'attachment; filename="{item_id}.tlog-proof"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return Response(str(proof), headers=headers, media_type="text/plain")


async def _proven(
    request: Request, actor: Actor, item_id: UUID
) -> tuple[Row, ProofFile, Checkpoint]:
    """The first fact about a thing, its proof, and the checkpoint the proof is of."""
    async with _database(request).transaction(write=False) as tx:
        await tx.enter(actor.community_id)
        fact = await _first_fact(tx, item_id)
    checkpoint = await _latest(request, actor)
    async with _database(request).transaction(write=False) as tx:
        await tx.enter(actor.community_id)
        path = await inclusion_proof(tx, fact["seq"], checkpoint.head.size)
    leaf = fact["leaf"].encode()
    return fact, ProofFile(leaf, fact["seq"], tuple(path), checkpoint.signed_note), checkpoint


async def _first_fact(tx: Tx, item_id: UUID) -> Row:
    c = table(Fact).c
    asks = (
        select(c.seq, c.leaf, c.leaf_hash, c.recorded_at)
        .where(c.community_id == tx.community, c.subject_id == item_id)
        .order_by(c.seq)
        .limit(1)
    )
    fact = await tx.row(asks)
    if fact is None:
        raise not_found()
    return fact


async def _latest(request: Request, actor: Actor) -> Checkpoint:
    folder = request.app.state.settings.data_folder
    return await latest_checkpoint(_database(request), folder, actor.community_id)


def _told(request: Request, actor: Actor, checkpoint: Checkpoint) -> Row:
    head = checkpoint.head
    keyring = _database(request).keyring
    return {
        "epoch": head.epoch,
        "size": head.size,
        "root_hash": _text(head.root_hash),
        "signed_note": checkpoint.signed_note,
        "verifier_key": str(verifier_of(keyring, actor.community_id, head.epoch)),
    }


def _database(request: Request) -> Database:
    found: Database = request.app.state.database
    return found


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()
