"""Whose files there are: one entry for each kind of item that can have attachments."""

from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from uuid import UUID

from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx

Visible = Callable[[Tx, Actor, Collection[UUID]], Awaitable[Collection[UUID]]]
Opened = Callable[[Tx, Actor, UUID], Awaitable[None]]


@dataclass(frozen=True)
class AttachmentKind:
    """How files of one kind of item are seen.

    Attributes:
        name: the item kind of its slots, as given to ``declare_slots``.
        visible: which of these items the actor may see; the files go with the item.
        opened: leaves a trace of the opening, for items whose content is sealed. It runs in a
            write transaction that is committed before the first byte is sent.
        personal: whether the files tell of somebody, so that no browser may keep them.
    """

    name: str
    visible: Visible
    opened: Opened | None = None
    personal: bool = True
