"""The ledger: electors, deliveries, agreements of co-owners."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Response

from linli.deliberation.actions.ballots.agree_on_voter import agree_on_voter
from linli.deliberation.actions.ballots.record_deliveries import record_deliveries
from linli.deliberation.permissions.ballots import (
    AGREE_ON_VOTER,
    DELIVER_BALLOT,
    SEE_ELECTORS,
)
from linli.deliberation.queries.ballots.electors import list_electors
from linli.deliberation.queries.ballots.ledger import list_deliveries, read_agreement
from linli.deliberation.routes.ballots.answers import CREATES, LISTS, note_repeat
from linli.deliberation.schemas.ballots.ledger import (
    DeliveryIn,
    DeliveryPage,
    DeliveryRecord,
    DeliveryRecorded,
    ElectorPage,
    VoterAgreementIn,
    VoterAgreementOut,
)
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots
from linli.kernel.db.transaction import Row
from linli.kernel.facts.receipts import receipts_of
from linli.kernel.facts.record import append_facts
from linli.kernel.http.pages import Page
from linli.kernel.http.permitted import Permitted
from linli.kernel.http.transaction import TxDep
from linli.kernel.sync.items import SyncItem

router = APIRouter(prefix="/ballot-rounds/{round_id}")
Seer = Annotated[Actor, Depends(Permitted(SEE_ELECTORS))]
DELIVERY = "ballot_delivery"


@router.get(
    "/electors",
    operation_id="list_electors",
    summary="Electors and how far their ballots have come",
    response_model=ElectorPage,
    responses=LISTS,
)
async def get_electors(  # noqa: PLR0913, PLR0917 - three ways to narrow the list
    round_id: UUID,
    tx: TxDep,
    actor: Seer,
    page: Page,
    building_id: UUID | None = None,
    code: Annotated[str | None, Query(max_length=60)] = None,
    missing: Annotated[bool, Query(description="Only ballots still missing")] = False,  # noqa: FBT002 - a query parameter
) -> Row:
    """For delivering, printing and finding a scanned code; within one's buildings."""
    return await list_electors(tx, actor, round_id, page, building_id, code, missing)


@router.post(
    "/deliveries",
    operation_id="record_ballot_delivery",
    summary="Record that a ballot was brought to a door",
    status_code=201,
    response_model=DeliveryRecorded,
    responses=CREATES,
)
async def post_delivery(
    round_id: UUID,
    body: DeliveryIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(DELIVER_BALLOT))],
    response: Response,
) -> Row:
    """A batch of one; phones that were offline send many by ``sync`` (``ballot_delivery``)."""
    payload = DeliveryRecord(round_id=round_id, **body.model_dump(exclude={"id", "attachments"}))
    files = tuple(body.attachments)
    item = SyncItem(body.id, DELIVERY, body.delivered_at, payload, files)
    (verdict,) = await record_deliveries(tx, actor, [item])
    if verdict.problem is not None:
        raise verdict.problem
    await declare_slots(tx, actor, DELIVERY, {body.id: files})
    note_repeat(response, is_new=verdict.recorded is not None)
    await append_facts(tx)
    receipt = (await receipts_of(tx, DELIVERY, [body.id]))[body.id]
    return {"id": body.id, "receipt": receipt.as_json()}


@router.get(
    "/deliveries",
    operation_id="list_ballot_deliveries",
    summary="Who brought which ballot, when and how",
    response_model=DeliveryPage,
    responses=LISTS,
)
async def get_deliveries(
    round_id: UUID, tx: TxDep, actor: Seer, page: Page, household_id: UUID | None = None
) -> Row:
    """Within one's buildings, in the order of recording."""
    return await list_deliveries(tx, actor, round_id, page, household_id)


@router.post(
    "/voter-agreements",
    operation_id="record_voter_agreement",
    summary="Record which of a unit's co-owners votes",
    status_code=201,
    response_model=VoterAgreementOut,
    responses=CREATES,
)
async def post_agreement(
    round_id: UUID,
    body: VoterAgreementIn,
    tx: TxDep,
    actor: Annotated[Actor, Depends(Permitted(AGREE_ON_VOTER))],
    response: Response,
) -> Row:
    """Without one, no co-owner votes alone, even where only one of them has an account."""
    note_repeat(response, is_new=await agree_on_voter(tx, actor, round_id, body))
    return await read_agreement(tx, body.id)
