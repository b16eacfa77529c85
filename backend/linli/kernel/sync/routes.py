"""``POST …/sync``: up to 200 items at once, answered after the commit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.attachments.declare import declare_slots, slots_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.facts.leaf import FactDraft
from linli.kernel.facts.receipts import epoch_of, receipts_of
from linli.kernel.facts.record import Receipt, append_facts, record
from linli.kernel.http.answers import language_of, note_refusal, problem_body
from linli.kernel.http.documented import ProblemOut, ReceiptOut, refusals
from linli.kernel.http.fields import Moment, ShortText
from linli.kernel.http.permitted import Member
from linli.kernel.http.transaction import TxDep
from linli.kernel.packing import json_response
from linli.kernel.problems import Problem
from linli.kernel.sync.batch import Judged, judge
from linli.kernel.sync.items import SyncItem, SyncKind, VerdictName

MAX_ITEMS = 200
TOLERATED_DRIFT = timedelta(minutes=10)
TAKEN = ("accepted", "duplicate")

router = APIRouter(tags=["sync"])

AnyItem = Annotated[
    Any,
    WithJsonSchema(
        {
            "title": "SyncItem",
            "description": "{id, kind, recorded_at, payload, attachments}. Whatever is wrong "
            "inside an item is told in its own verdict, never as a refusal of the batch.",
            "examples": [
                {
                    "id": "01993b2e-7c00-7abc-8def-0123456789ab",
                    "kind": "door_visit",
                    "recorded_at": "2026-11-01T10:00:00+08:00",
                    "payload": {"outcome": "nobody_home"},
                    "attachments": [],
                }
            ],
        }
    ),
]


class SyncIn(BaseModel):
    """What a phone has recorded, in the order of doing."""

    model_config = ConfigDict(extra="forbid")

    device_id: UUID
    app_version: ShortText
    device_time: Moment
    items: Annotated[list[AnyItem], Field(description=f"At most {MAX_ITEMS}, else 413")]


class SlotState(BaseModel):
    """Whether a declared file has arrived."""

    sha256: str
    state: Literal["missing", "stored"]


class ResultOut(BaseModel):
    """What became of one item; results stand in the order of the items."""

    id: str | None
    verdict: VerdictName
    receipt: ReceiptOut | None
    problem: ProblemOut | None
    attachments: list[SlotState]


class SyncOut(BaseModel):
    """The answer to a batch."""

    epoch: UUID
    server_time: datetime
    clock_drift_seconds: int | None = Field(
        description="How far the phone's clock is ahead; only when it is over ten minutes off"
    )
    results: list[ResultOut]


@router.post(
    "/communities/{community_id}/sync",
    operation_id="sync",
    summary="Send what was recorded, also long ago and without a network",
    responses={200: {"model": SyncOut}, **refusals(401, 404, 413, 422, 503)},
)
async def sync(
    request: Request, body: SyncIn, tx: TxDep, actor: Annotated[Actor, Depends(Member())]
) -> Response:
    """Take each item for itself; the answer is sent after all that was accepted is durable."""
    if len(body.items) > MAX_ITEMS:
        raise Problem(413, "too_many_items", limit=MAX_ITEMS)
    kinds: Mapping[str, SyncKind] = request.app.state.sync_kinds
    judged = await judge(tx, actor, kinds, body.items, body.device_time)
    _note_refused(request, judged)
    taken = [each.item for each in judged if each.item and each.verdict.name in TAKEN]
    await _declare(tx, actor, taken)
    drift = _note_drift(tx, actor, body, any_taken=bool(taken))
    await append_facts(tx)
    telling = await _gather(tx, request, judged)
    answer = {
        "epoch": await epoch_of(tx),
        "server_time": clock.now(),
        "clock_drift_seconds": drift,
        "results": [
            telling.result(sent, each) for sent, each in zip(body.items, judged, strict=True)
        ],
    }
    return json_response(answer)


def _note_refused(request: Request, judged: Sequence[Judged]) -> None:
    """Log what the caller may not do; once a batch and reason, however many items ask for it."""
    problems = [each.verdict.problem for each in judged if each.verdict.problem]
    for problem in {(each.status, each.code): each for each in problems}.values():
        note_refusal(request, problem)


async def _declare(tx: Tx, actor: Actor, taken: Sequence[SyncItem]) -> None:
    """Declare slots also for duplicates: a second post may bring more photos."""
    for kind in {item.kind for item in taken}:
        slots = {
            item.id: item.attachments for item in taken if item.kind == kind and item.attachments
        }
        await declare_slots(tx, actor, kind, slots)


def _note_drift(tx: Tx, actor: Actor, body: SyncIn, *, any_taken: bool) -> int | None:
    now = clock.now()
    drift = body.device_time - now
    if abs(drift) <= TOLERATED_DRIFT:
        return None
    seconds = round(drift.total_seconds())
    if any_taken:
        public = {"ahead_seconds": seconds, "app_version": body.app_version}
        kind = "kernel.device_clock.drifted"
        record(tx, FactDraft(kind, actor.account_id, "device", body.device_id, now, public))
    return seconds


@dataclass(frozen=True)
class _Telling:
    """All that is needed to tell the results, gathered in few statements."""

    language: str
    request_id: str | None
    receipts: dict[UUID, Receipt]
    slots: dict[UUID, list[Row]]

    def result(self, sent: Any, judged: Judged) -> Row:
        verdict, item = judged.verdict, judged.item
        taken = item is not None and verdict.name in TAKEN
        return {
            "id": _id_of(sent, item),
            "verdict": verdict.name,
            "receipt": self._receipt(judged),
            "problem": verdict.problem
            and problem_body(self.language, verdict.problem, self.request_id),
            "attachments": self._attachments(item) if item and taken else [],
        }

    def _receipt(self, judged: Judged) -> Row | None:
        if judged.verdict.recorded is not None:
            return judged.verdict.recorded.receipt.as_json()
        if judged.verdict.name != "duplicate" or judged.item is None:
            return None
        found = self.receipts.get(judged.item.id)
        return None if found is None else found.as_json()

    def _attachments(self, item: SyncItem) -> list[Row]:
        return [
            {"sha256": slot["sha256"], "state": slot["state"]}
            for slot in self.slots.get(item.id, [])
        ]


async def _gather(tx: Tx, request: Request, judged: Sequence[Judged]) -> _Telling:
    receipts: dict[UUID, Receipt] = {}
    repeated = [each.item for each in judged if each.item and each.verdict.name == "duplicate"]
    for kind in {item.kind for item in repeated}:
        ids = {item.id for item in repeated if item.kind == kind}
        receipts |= await receipts_of(tx, kind, ids)
    with_files = {each.item.id for each in judged if each.item and each.item.attachments}
    with_files |= {item.id for item in repeated}
    slots = await slots_of(tx, with_files) if with_files else {}
    request_id = getattr(request.state, "request_id", None)
    return _Telling(language_of(request), request_id, receipts, slots)


def _id_of(sent: Any, item: SyncItem | None) -> str | None:
    """The id an item was sent under, so that the phone finds its own again."""
    if item is not None:
        return str(item.id)
    given = sent.get("id") if isinstance(sent, dict) else None
    return given[:100] if isinstance(given, str) else None
