"""What is registered at the doors of a batch, and what the batch adds to it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from uuid import UUID

from linli.care.actions.need_batch import NeedBatch
from linli.care.queries.need_rows import active_needs_at, persons_at
from linli.care.schemas.need import NeedIn
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row
from linli.kernel.ids import new_id
from linli.kernel.problems import FieldError, Problem, forbidden, invalid
from linli.kernel.sync.items import SyncItem
from linli.kernel.vault.sealer import blind_indexer

PersonKey = tuple[UUID, bytes]
"""A household and the blind index of a name."""


@dataclass
class NeedBook:
    """Active needs and their persons, by whom duplicates are recognised at entry."""

    actor: Actor
    active: list[Row]
    persons: dict[PersonKey, UUID]
    index_of: Callable[[str], bytes]
    new_persons: list[Row] = field(default_factory=list)
    person_of: dict[UUID, UUID] = field(default_factory=dict)
    """The person of each need that was entered."""

    def enter(self, item: SyncItem) -> Problem | None:
        """Enter a need, or say why it cannot be."""
        need: NeedIn = item.payload
        key = (need.household_id, self.index_of(f"person|{need.household_id}|{need.person_name}"))
        problem = self._clash(need, self.persons.get(key))
        if problem is None:
            person_id = self._person(key)
            self.person_of[item.id] = person_id
            self.active = [row for row in self.active if row["id"] != need.replaces]
            self.active.append(_active_row(self.actor, item, person_id))
        return problem

    def _person(self, key: PersonKey) -> UUID:
        if key not in self.persons:
            self.persons[key] = new_id()
            row = {"id": self.persons[key], "household_id": key[0], "name_index": key[1]}
            self.new_persons.append(row)
        return self.persons[key]

    def _clash(self, need: NeedIn, person_id: UUID | None) -> Problem | None:
        """The same help for the same door is a duplicate, unless the sender has seen the other.

        For the same person it is one in any case, unless it takes over.
        """
        same = {
            row["id"]: row
            for row in self.active
            if row["household_id"] == need.household_id and row["kind"] == need.kind
        }
        for pointer, named in (("/replaces", need.replaces), ("/beside", need.beside)):
            if named is not None and named not in same:
                return invalid(pointer, "unknown_need")
        if need.replaces is not None and not self._may_replace(same.pop(need.replaces)):
            return forbidden()
        theirs = [row for row in same.values() if row["person_id"] == person_id]
        clash = theirs if need.beside is not None else list(same.values())
        return need_exists(clash[0]["id"]) if clash else None

    def _may_replace(self, row: Row) -> bool:
        return self.actor.holds("social_worker") or row["created_by"] == self.actor.account_id


def need_exists(need_id: UUID) -> Problem:
    """409: the door has this help already; the text names the need."""
    error = FieldError("/replaces", "need_exists", (("need_id", str(need_id)),))
    return Problem(409, "need_exists", errors=(error,), need_id=str(need_id))


def _active_row(actor: Actor, item: SyncItem, person_id: UUID) -> Row:
    return {
        "id": item.id,
        "household_id": item.payload.household_id,
        "kind": item.payload.kind,
        "person_id": person_id,
        "created_by": actor.account_id,
    }


async def open_book(batch: NeedBatch) -> NeedBook:
    """The book of the batch's homes, which are locked."""
    active, persons = (
        await active_needs_at(batch.tx, batch.homes),
        await persons_at(batch.tx, batch.homes),
    )
    return NeedBook(batch.actor, active, persons, await blind_indexer(batch.tx))
