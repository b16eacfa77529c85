"""Owners of a plan. Names in the clear, numbers sealed, the first one findable by blind index."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import bindparam, insert, update

from linli.community.actions.roster.writing.rows import write_rows
from linli.community.models import Owner
from linli.community.rules.roster import ImportPlan, OwnerState
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.ids import new_id
from linli.kernel.vault.sealer import Sealer, blind_indexer, sealer_for

_owner = table(Owner)


@dataclass(frozen=True)
class _Phones:
    """How numbers are kept. All owners share one key: a roster is replaced as a whole."""

    sealer: Sealer
    index: Callable[[str], bytes]

    def columns(self, owner_id: UUID, phones: tuple[str, ...]) -> Row:
        if not phones:
            return {"phones": None, "phone_index": None}
        sealed = self.sealer.seal("owner", owner_id, orjson.dumps(phones))
        return {"phones": sealed, "phone_index": self.index(phones[0])}


async def write_owners(tx: Tx, plan: ImportPlan) -> dict[str, UUID]:
    """Create and change owners.

    Returns:
        The ids of the new ones by their keys in the plan.
    """
    if not plan.new_owners and not plan.changed_owners:
        return {}
    kept = _Phones(await sealer_for(tx, tx.community), await blind_indexer(tx))
    ids = {state.key: new_id() for state in plan.new_owners}
    rows = [_new_owner(tx, ids[state.key], state, kept) for state in plan.new_owners]
    await write_rows(tx, insert(_owner), rows)
    changed = [_other_phones(change.after, kept) for change in plan.changed_owners]
    mine = (_owner.c.community_id == tx.community, _owner.c.id == bindparam("this"))
    columns: dict[str, Any] = {name: bindparam(name) for name in ("phones", "phone_index")}
    await write_rows(tx, update(_owner).where(*mine).values(columns), changed)
    return ids


def _new_owner(tx: Tx, owner_id: UUID, state: OwnerState, kept: _Phones) -> Row:
    return {
        "community_id": tx.community,
        "id": owner_id,
        "kind": state.kind.value,
        "name": state.name,
        **kept.columns(owner_id, state.phones),
    }


def _other_phones(state: OwnerState, kept: _Phones) -> Row:
    owner_id = UUID(state.key)
    return {"this": owner_id, **kept.columns(owner_id, state.phones)}
