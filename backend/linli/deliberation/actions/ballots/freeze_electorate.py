"""Freezing who may vote, what they weigh, and by which rule it is decided."""

from dataclasses import replace
from uuid import UUID

from linli.deliberation.actions.ballots.by_rule import by_rule
from linli.deliberation.queries.ballots.frozen import published_form
from linli.deliberation.queries.ballots.ownership import Roster, roster_of
from linli.deliberation.queries.ballots.round_rows import scope_of
from linli.deliberation.queries.ballots.tables import elector_owners, elector_units, electors
from linli.deliberation.rules.ballots.electorate import Elector, Electorate, electorate_of_rows
from linli.deliberation.rules.ballots.frozen_electorate import frozen_digest
from linli.deliberation.rules.ballots.line_code import line_code
from linli.deliberation.rules.ballots.question import Question
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.ids import new_id
from linli.kernel.problems import Problem


async def freeze_electorate(tx: Tx, round_: Row, questions: list[Question]) -> Row:
    """Store the electorate as the roster says now; the columns of the round that tell of it.

    Electors and units get codes, so that what is published names neither a person nor a door.

    Raises:
        Problem: 409 ``no_electors``; what the rule on electors refuses.
    """
    roster = await roster_of(tx, round_)
    with by_rule():
        electorate = electorate_of_rows(roster.rows, scope_of(round_))
    if not electorate.electors:
        raise Problem(409, "no_electors")
    codes = Codes(tx, round_["id"])
    coded = {one.key: codes.elector(one) for one in electorate.electors}
    await _store(tx, round_["id"], electorate, coded, roster)
    published = Electorate(tuple(sorted(coded.values(), key=lambda one: one.key)), ())
    return {
        "electorate_digest": frozen_digest(published_form(published, round_, questions)),
        "heads": electorate.weight.heads,
        "area_dm2": electorate.weight.area_dm2,
    }


class Codes:
    """The codes of one round; those of two rounds cannot be joined."""

    def __init__(self, tx: Tx, round_id: UUID) -> None:
        """Derive the round's secret."""
        self._key = tx.keyring.derive(f"ballot round {round_id}")

    def of(self, kind: str, name: str) -> str:
        """The code of a thing by its key."""
        return line_code(self._key, kind, name)

    def elector(self, elector: Elector) -> Elector:
        """An elector with codes in place of keys, and without owners."""
        units = tuple(sorted(self.of("unit", unit) for unit in elector.units))
        return replace(
            elector, key=self.of("elector", elector.key), voter=None, owners=(), units=units
        )


async def _store(
    tx: Tx, round_id: UUID, electorate: Electorate, coded: dict[str, Elector], roster: Roster
) -> None:
    place = {"community_id": tx.community, "round_id": round_id}
    codes = Codes(tx, round_id)
    heads: list[Row] = []
    owners: list[Row] = []
    units: list[Row] = []
    for one in electorate.electors:
        elector_id = new_id()
        heads.append(
            {
                **place,
                "id": elector_id,
                "code": coded[one.key].key,
                "paper_code": codes.of("paper", one.key),
                "owner_keys": one.key,
                "voter_owner_id": one.voter and UUID(one.voter),
                "area_dm2": one.area_dm2,
            }
        )
        named = {**place, "elector_id": elector_id}
        owners += [{**named, "id": new_id(), "owner_id": UUID(key)} for key in one.owners]
        units += [
            {**named, "id": new_id(), "code": codes.of("unit", key), **_unit(roster.units[key])}
            for key in one.units
        ]
    await insert_rows(tx, electors, heads)
    await insert_rows(tx, elector_owners, owners)
    await insert_rows(tx, elector_units, units)


def _unit(unit: Row) -> Row:
    return {
        "household_id": unit["id"],
        "building_id": unit["building_id"],
        "door": unit["code"],
        "area_dm2": unit["area_dm2"],
    }
