"""What identity asks of the contexts above it: names of places. ``main`` connects the answer."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from linli.kernel.access.actor import Scope
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import invalid


@dataclass(frozen=True)
class CommunityCard:
    """How a community introduces itself."""

    name: str
    time_zone: str


class Directory(Protocol):
    """Names of communities, buildings and groups."""

    async def communities(self, tx: Tx, ids: Collection[UUID]) -> dict[UUID, CommunityCard]:
        """The communities with these ids."""
        ...

    async def places(self, tx: Tx, scope: Scope, ids: Collection[UUID]) -> dict[UUID, str]:
        """The names of buildings or groups of the community that was entered, ended ones too."""
        ...

    async def hold_place(self, tx: Tx, scope: Scope, place_id: UUID) -> bool:
        """Whether a role can be held there, and will be until this transaction ends."""
        ...


async def refuse_unknown_place(
    tx: Tx, directory: Directory, scope: Scope, scope_id: UUID | None
) -> UUID:
    """The id that a scope is stored under: the community's own for the whole of it.

    Raises:
        Problem: 422 ``unknown_place`` at ``/scope_id``.
    """
    if scope is Scope.COMMUNITY:
        if scope_id not in {None, tx.community}:
            raise invalid("/scope_id", "unknown_place")
        return tx.community
    if scope_id is None or not await directory.hold_place(tx, scope, scope_id):
        raise invalid("/scope_id", "unknown_place")
    return scope_id


async def with_scope_names(tx: Tx, directory: Directory, rows: list[Row]) -> list[Row]:
    """Rows that have ``scope_kind`` and ``scope_id``, with the ``scope_name`` added."""
    names: dict[UUID, str] = {}
    for scope in Scope:
        ids = {row["scope_id"] for row in rows if row["scope_kind"] == scope}
        if not ids:
            continue
        if scope is Scope.COMMUNITY:
            names |= {
                key: card.name for key, card in (await directory.communities(tx, ids)).items()
            }
        else:
            names |= await directory.places(tx, scope, ids)
    return [{**row, "scope_name": names.get(row["scope_id"], "")} for row in rows]
