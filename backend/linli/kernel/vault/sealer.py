"""Sealing and unsealing in bulk, with keys fetched once.

For work of the machine itself, such as comparing a roster with what is known: nobody reads what is
unsealed here. What a person gets to read goes through ``open_content``, which leaves a trace.
"""

import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from linli.kernel.db.transaction import Tx
from linli.kernel.vault.seal import seal, unseal
from linli.kernel.vault.vault import Place, community_key, person_key


@dataclass(frozen=True)
class Sealer:
    """The key of one person (or of one body of records), ready for many rows."""

    community_id: UUID
    person_id: UUID
    key: bytes = field(repr=False)

    def seal(self, table_name: str, row_id: UUID | str, content: bytes) -> bytes:
        """Seal bytes in their place."""
        return seal(self.key, content, self._bound(table_name, row_id))

    def unseal(self, table_name: str, row_id: UUID | str, sealed: bytes) -> bytes:
        """The bytes that were sealed there.

        Raises:
            BrokenSealError: when it is not exactly that content in exactly that place.
        """
        return unseal(self.key, sealed, self._bound(table_name, row_id))

    def _bound(self, table_name: str, row_id: UUID | str) -> str:
        row = row_id if isinstance(row_id, UUID) else UUID(row_id)
        return Place(table_name, row, self.person_id).bound(self.community_id)


async def sealer_for(tx: Tx, person_id: UUID) -> Sealer:
    """The sealer of a person, whose key is made on first use (that needs a write transaction)."""
    key = await person_key(tx, person_id, make=True)
    if key is None:
        raise RuntimeError("a key was just made and is gone")
    return Sealer(tx.community, person_id, key)


async def unsealer_for(tx: Tx, person_id: UUID) -> Sealer | None:
    """The sealer of a person who has a key; ``None`` when it was never made or is destroyed."""
    key = await person_key(tx, person_id, make=False)
    return None if key is None else Sealer(tx.community, person_id, key)


async def blind_indexer(tx: Tx) -> Callable[[str], bytes]:
    """``blind_index`` for many values, with the community's key fetched once."""
    key = await community_key(tx)
    return lambda value: hmac.digest(key, b"blind index|" + value.encode(), "sha256")
