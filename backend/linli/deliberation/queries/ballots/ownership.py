"""What the roster knows of owners, as the rules make an electorate of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import and_, or_, select
from sqlalchemy.sql.expression import ColumnElement, true

from linli.community.public import HOUSEHOLDS, OWNERS, OWNERSHIPS
from linli.deliberation.queries.ballots.round_rows import scope_of
from linli.deliberation.queries.ballots.tables import agreements
from linli.deliberation.queries.ballots.written_documents import documents_here
from linli.deliberation.rules.ballots.ownership import OwnershipRow, UnitKind
from linli.deliberation.rules.ballots.unit_scope import UnitScope
from linli.kernel.db.transaction import Row, Tx


@dataclass(frozen=True)
class Roster:
    """The units of a round's scope and who owns them."""

    rows: list[OwnershipRow]
    units: dict[str, Row]
    """Household id → ``id code building_id area_dm2``."""

    @property
    def without_owner(self) -> list[str]:
        """Doors that nobody is known to own, in the order of doors."""
        owned = {row.unit for row in self.rows}
        return [unit["code"] for key, unit in self.units.items() if key not in owned]


async def roster_of(tx: Tx, round_: Row) -> Roster:
    """Every unit of the scope with its owners: one row for each owner of each unit.

    The roster is the community's register of owners, so each of its ownerships counts as verified.
    """
    h, o, w = HOUSEHOLDS.c, OWNERSHIPS.c, OWNERS.c
    owned = and_(o.community_id == h.community_id, o.household_id == h.id)
    owner = and_(w.community_id == o.community_id, w.id == o.owner_id)
    asks = (
        select(
            h.id,
            h.code,
            h.kind,
            h.area_dm2,
            h.building_id,
            h.stairwell_id,
            o.owner_id,
            w.kind.label("owner_kind"),
        )
        .select_from(HOUSEHOLDS.outerjoin(OWNERSHIPS, owned).outerjoin(OWNERS, owner))
        .where(h.community_id == tx.community, inside(scope_of(round_)))
        .order_by(h.sort_key)
    )
    named = await named_voters(tx, round_["id"])
    units: dict[str, Row] = {}
    rows: list[OwnershipRow] = []
    for row in await tx.rows(asks):
        units.setdefault(
            str(row["id"]), {key: row[key] for key in ("id", "code", "building_id", "area_dm2")}
        )
        if row["owner_id"] is not None:
            rows.append(_ownership(row, named))
    return Roster(rows, units)


def inside(scope: UnitScope) -> ColumnElement[bool]:
    """A household lies in a scope."""
    h = HOUSEHOLDS.c
    if scope.whole:
        return true()
    return or_(
        h.building_id.in_([UUID(key) for key in sorted(scope.buildings)]),
        h.stairwell_id.in_([UUID(key) for key in sorted(scope.stairwells)]),
    )


def _ownership(row: Row, named: dict[UUID, UUID]) -> OwnershipRow:
    owner = str(row["owner_id"])
    return OwnershipRow(
        unit=str(row["id"]),
        kind=UnitKind(row["kind"]),
        area_dm2=row["area_dm2"],
        building=str(row["building_id"]),
        stairwell=str(row["stairwell_id"]),
        owner=owner,
        named_voter=named.get(row["id"]) == row["owner_id"],
        developer=owner if row["owner_kind"] == "developer" else None,
    )


async def named_voters(
    tx: Tx, round_id: UUID, household_ids: Sequence[UUID] | None = None
) -> dict[UUID, UUID]:
    """Household → the co-owner last agreed on for a round, once the signed document is here.

    The last agreement decides, also while its document is awaited: until then nobody votes alone.
    """
    c = agreements.c
    asks = select(c.id, c.household_id, c.owner_id).where(
        c.community_id == tx.community, c.round_id == round_id
    )
    if household_ids is not None:
        asks = asks.where(c.household_id.in_(household_ids))
    rows = await tx.rows(asks.order_by(c.created_at, c.id))
    last = {row["household_id"]: row for row in rows}
    here = await documents_here(tx, [row["id"] for row in last.values()])
    return {key: row["owner_id"] for key, row in last.items() if row["id"] in here}
