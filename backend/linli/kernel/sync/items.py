"""Batch sync, as a context sees it: items come in, verdicts go out.

A context offers one ``SyncKind`` for each kind of item that phones send. Its ``receive`` gets the
items of a run in the order of doing and answers one verdict for each, in that order; it works on
the whole run at once and never commits. When it raises, the run is undone and tried item by item,
so one bad item never takes another with it.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal
from uuid import UUID

from pydantic import BaseModel

from linli.kernel.access.actor import Actor, Permission
from linli.kernel.attachments.slots import Slot
from linli.kernel.db.transaction import Tx
from linli.kernel.facts.record import Recorded
from linli.kernel.problems import Problem, conflict

VerdictName = Literal["accepted", "duplicate", "conflict", "rejected"]


@dataclass(frozen=True)
class SyncItem:
    """One thing a person recorded on a phone.

    Attributes:
        id: of the thing itself (UUIDv7), made on the phone; the payload has no id of its own.
        kind: which ``SyncKind`` it is.
        recorded_at: when, by the phone's clock, in UTC.
        payload: an instance of the kind's payload model.
        attachments: files that will follow; their slots are declared by the sync itself.
        sent_at: when its batch was sent, by the same clock; empty for what is sent alone.
    """

    id: UUID
    kind: str
    recorded_at: datetime
    payload: Any
    attachments: tuple[Slot, ...] = ()
    sent_at: datetime | None = None

    def happened(self, told: datetime, now: datetime) -> datetime:
        """When something was that the phone told of: so long ago as it says by its own clock.

        What a phone tells is kept as it is; this is for putting what came from several phones in
        order, one of which may be slow.
        """
        ago = (self.sent_at or now) - told
        return now - max(ago, timedelta())


@dataclass(frozen=True)
class Verdict:
    """What became of one item."""

    name: VerdictName
    recorded: Recorded | None = None
    problem: Problem | None = None

    @classmethod
    def accepted(cls, recorded: Recorded) -> "Verdict":
        """Stored now; ``recorded`` is the fact whose receipt the phone gets."""
        return cls("accepted", recorded)

    @classmethod
    def duplicate(cls) -> "Verdict":
        """Stored before with this very content; the phone gets the first fact's receipt."""
        return cls("duplicate")

    @classmethod
    def conflict(cls, *fields: str) -> "Verdict":
        """The id is taken by other content, which differs in these fields of the payload."""
        return cls("conflict", problem=conflict(*fields))

    @classmethod
    def rejected(cls, problem: Problem) -> "Verdict":
        """Not stored; the problem says why. Pointers are those of the payload."""
        return cls("rejected", problem=problem)


Receive = Callable[[Tx, Actor, list[SyncItem]], Awaitable[list[Verdict]]]


@dataclass(frozen=True)
class SyncKind:
    """A kind of item that phones send.

    Attributes:
        name: as in the item's ``kind``, for example ``door_visit``; also the table of the thing,
            by which its facts and attachments name it.
        payload: what the item's payload is validated against.
        permission: without it each item is rejected; scope is for ``receive`` to check.
        receive: takes a run of items of this kind, every id once.
    """

    name: str
    payload: type[BaseModel]
    permission: Permission
    receive: Receive
