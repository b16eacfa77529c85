"""Inputs and result of a round as one file."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from linli.deliberation.permissions.ballots import SEE_ROUND
from linli.deliberation.queries.ballots.archive.build import (
    SignedLog,
    build_archive,
    require_archive,
)
from linli.kernel.access.actor import Actor
from linli.kernel.db.database import Database
from linli.kernel.facts.checkpoint import latest_checkpoint, verifier_of
from linli.kernel.http.documented import refusals
from linli.kernel.http.permitted import PermittedBriefly

router = APIRouter(prefix="/ballot-rounds/{round_id}")


@router.get(
    "/archive",
    operation_id="download_ballot_archive",
    summary="Inputs and result as one archive that anyone recomputes offline",
    response_class=Response,
    responses={
        200: {"content": {"application/zip": {"schema": {"type": "string", "format": "binary"}}}},
        **refusals(401, 403, 404, 503),
    },
)
async def get_archive(
    round_id: UUID,
    request: Request,
    actor: Annotated[Actor, Depends(PermittedBriefly(SEE_ROUND))],
) -> Response:
    """Electorate, weights, ballots, log and tally, by codes; ``linli verify`` recomputes it."""
    database: Database = request.app.state.database
    async with database.transaction(write=False) as tx:
        await tx.enter(actor.community_id)
        await require_archive(tx, actor, round_id)
    folder = request.app.state.settings.data_folder
    signed = await latest_checkpoint(database, folder, actor.community_id)
    key = verifier_of(database.keyring, actor.community_id, signed.head.epoch)
    log = SignedLog(signed.head.size, signed.signed_note, str(key))
    content = await build_archive(database, actor, round_id, log)
    name = f'attachment; filename="ballot-round-{round_id}.zip"'
    headers = {"Content-Disposition": name, "Cache-Control": "no-store"}
    return Response(content, headers=headers, media_type="application/zip")
