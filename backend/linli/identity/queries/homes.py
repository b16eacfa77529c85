"""What identity tells the contexts above it of people who come and go. ``main`` connects it."""

from collections.abc import Collection
from typing import Protocol
from uuid import UUID

from linli.identity.schemas import InvitationIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx


class Homes(Protocol):
    """Whose home is whose."""

    async def promise(self, tx: Tx, actor: Actor, body: InvitationIn) -> None:
        """Keep the home that a new invitation names.

        Raises:
            Problem: 403, 404 or 422 when the actor may not promise it, or it is not as said.
        """
        ...

    async def promised(self, tx: Tx, invitation_ids: Collection[UUID]) -> dict[UUID, str]:
        """The codes of the homes that invitations name, by invitation."""
        ...

    async def move_in(self, tx: Tx, account_id: UUID, invitation_id: UUID) -> None:
        """Somebody has accepted an invitation; nothing happens when it names no home.

        Raises:
            Problem: 409 ``home_changed_hands`` when the owner it names owns it no more.
        """
        ...

    async def move_out(self, tx: Tx, account_id: UUID, by: UUID) -> None:
        """Somebody holds nothing here any more."""
        ...
