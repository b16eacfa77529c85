"""Working through a batch: every item gets its own verdict, whatever becomes of the others."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Annotated, Any
from uuid import UUID

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from linli.kernel.access.actor import Actor
from linli.kernel.attachments.slots import Slots
from linli.kernel.db.taken import id_is_taken
from linli.kernel.db.transaction import Tx
from linli.kernel.db.transient import is_transient
from linli.kernel.http.fields import ClientId, Moment, ShortText
from linli.kernel.problems import Problem, conflict, field_errors, forbidden, invalid
from linli.kernel.sync.items import SyncItem, SyncKind, Verdict

log = structlog.get_logger("linli.sync")


class ItemIn(BaseModel):
    """One item as it is sent; its payload is what the kind says."""

    model_config = ConfigDict(extra="forbid")

    id: ClientId
    kind: ShortText
    recorded_at: Moment
    payload: Annotated[dict[str, Any], Field(description="As in the operation that creates one")]
    attachments: Slots = Field(default_factory=list)


@dataclass(frozen=True)
class Judged:
    """An item and its verdict; ``item`` is missing where nothing readable was sent."""

    verdict: Verdict
    item: SyncItem | None = None


async def judge(
    tx: Tx, actor: Actor, kinds: Mapping[str, SyncKind], raw: list[Any], sent_at: datetime
) -> list[Judged]:
    """A verdict for each raw item, in its place; sent at a moment by the phone's clock."""
    judged: list[Judged | None] = []
    readable: list[tuple[int, SyncItem]] = []
    for place, sent in enumerate(raw):
        read = read_item(actor, kinds, sent)
        judged.append(read if isinstance(read, Judged) else None)
        if isinstance(read, SyncItem):
            readable.append((place, replace(read, sent_at=sent_at)))
    for run in runs(readable):
        items = [item for _, item in run]
        verdicts = await _receive(tx, actor, kinds[items[0].kind], items)
        for (place, item), verdict in zip(run, verdicts, strict=True):
            judged[place] = Judged(verdict, item)
    return [each for each in judged if each is not None]


def read_item(actor: Actor, kinds: Mapping[str, SyncKind], sent: Any) -> SyncItem | Judged:
    """The item that was sent, or why it cannot be taken."""
    try:
        item = ItemIn.model_validate(sent)
    except ValidationError as error:
        return _rejected(Problem(422, "invalid", errors=field_errors(error.errors())))
    kind = kinds.get(item.kind)
    if kind is None:
        return _rejected(invalid("/kind", "unknown_kind"))
    if not actor.may(kind.permission):
        return _rejected(forbidden())
    try:
        payload = kind.payload.model_validate(item.payload)
    except ValidationError as error:
        errors = field_errors(error.errors(), "/payload")
        return _rejected(Problem(422, "invalid", errors=errors))
    return SyncItem(item.id, item.kind, item.recorded_at, payload, tuple(item.attachments))


def _rejected(problem: Problem) -> Judged:
    return Judged(Verdict.rejected(problem))


def runs(items: list[tuple[int, SyncItem]]) -> Iterator[list[tuple[int, SyncItem]]]:
    """Consecutive items of one kind; the same id twice never stands in one run."""
    for _, group in groupby(items, key=lambda placed: placed[1].kind):
        run: list[tuple[int, SyncItem]] = []
        ids: set[UUID] = set()
        for placed in group:
            if placed[1].id in ids:
                yield run
                run, ids = [], set()
            run.append(placed)
            ids.add(placed[1].id)
        yield run


async def _receive(tx: Tx, actor: Actor, kind: SyncKind, items: list[SyncItem]) -> list[Verdict]:
    """Have a run received; when that fails, each item alone.

    Raises:
        Exception: what a retry of the whole batch may cure, such as a lost connection.
    """
    try:
        async with tx.savepoint():
            verdicts = await kind.receive(tx, actor, items)
    except Exception as error:
        if is_transient(error):
            raise
        if len(items) == 1:
            return [_verdict_on(error, kind)]
    else:
        return [_rooted(verdict) for _, verdict in zip(items, verdicts, strict=True)]
    return [verdict for item in items for verdict in await _receive(tx, actor, kind, [item])]


def _verdict_on(error: Exception, kind: SyncKind) -> Verdict:
    if id_is_taken(error):
        error = conflict("id")
    if not isinstance(error, Problem):
        log.error("sync.item_failed", kind=kind.name, error=type(error).__name__, exc_info=error)
        error = Problem(500, "internal")
    return _rooted(Verdict("conflict" if error.code == "conflict" else "rejected", problem=error))


def _rooted(verdict: Verdict) -> Verdict:
    """Pointers of a context are into the payload; in the answer they are into the item."""
    problem = verdict.problem
    if problem is None:
        return verdict
    errors = tuple(replace(error, pointer=f"/payload{error.pointer}") for error in problem.errors)
    rooted = Problem(
        problem.status, problem.code, errors=errors, headers=problem.headers, **problem.values
    )
    rooted.__cause__ = problem.__cause__
    return replace(verdict, problem=rooted)
