"""Who the electors of a round are, and what each of them weighs."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from linli.deliberation.rules.ballots.ownership import OwnershipRow, UnitKind
from linli.deliberation.rules.ballots.unit_scope import UnitScope
from linli.deliberation.rules.ballots.units import OwnedUnit, owned_units
from linli.deliberation.rules.ballots.weight import Weight

WHOLE_COMMUNITY = UnitScope()


class Parking(StrEnum):
    """What a parking space weighs, as the assembly's rules say (建房〔2009〕274号, art. 25)."""

    NOTHING = "nothing"
    AREA_ONLY = "area_only"  # adds to the area of those who are electors by a home or shop
    HEAD_AND_AREA = "head_and_area"


@dataclass(frozen=True, slots=True)
class Elector:
    """One head, however many homes.

    Attributes:
        key: the voter's key, or the co-owners' keys joined by ``+`` while they have no voter.
        voter: who may vote; ``None`` while co-owners have not agreed: they weigh in the base.
        owners: sorted keys of all owners whose units stand here.
        units: sorted keys of the units.
        area_dm2: sum of the units' areas.
    """

    key: str
    voter: str | None
    owners: tuple[str, ...]
    units: tuple[str, ...]
    area_dm2: int


@dataclass(frozen=True, slots=True)
class Electorate:
    """All electors of a round, sorted by key, and the units left out for want of proof."""

    electors: tuple[Elector, ...]
    unverified_units: tuple[str, ...]

    @property
    def weight(self) -> Weight:
        """The base of participation."""
        return Weight(len(self.electors), sum(one.area_dm2 for one in self.electors))


def electorate_of_rows(
    rows: Iterable[OwnershipRow],
    scope: UnitScope = WHOLE_COMMUNITY,
    parking: Parking = Parking.NOTHING,
) -> Electorate:
    """Make heads and areas from ownership rows, whatever their order.

    One unit is one head; one owner of several units is one head; all unsold or undelivered units
    of a developer are one head; co-owners are one head (Civil Code, art. 278; SPC Interpretation
    法释〔2020〕17号, arts 8 and 9; 建房〔2009〕274号, arts 24 and 25).

    Raises:
        RuleBrokenError: as ``owned_units``.
    """
    inside = [row for row in rows if scope.covers(row) and _weighs(row.kind, parking)]
    units = owned_units(inside)
    heads = _one_head_per_voter(_one_head_per_owners(units))
    electors = (_elector(key, owned, parking) for key, owned in heads.items())
    counted = sorted((one for one in electors if one is not None), key=lambda one: one.key)
    proven = {unit.unit for unit in units}
    return Electorate(tuple(counted), tuple(sorted({row.unit for row in inside} - proven)))


def _weighs(kind: UnitKind, parking: Parking) -> bool:
    return kind is not UnitKind.PARKING or parking is not Parking.NOTHING


def _one_head_per_owners(units: list[OwnedUnit]) -> list[list[OwnedUnit]]:
    """Units of exactly the same owners belong to one head (art. 9: the same buyer)."""
    by_owners: dict[tuple[str, ...], list[OwnedUnit]] = {}
    for unit in units:
        by_owners.setdefault(unit.owners, []).append(unit)
    return list(by_owners.values())


def _one_head_per_voter(groups: list[list[OwnedUnit]]) -> dict[str, list[OwnedUnit]]:
    """Whoever votes for several groups is one head still."""
    heads: dict[str, list[OwnedUnit]] = {}
    for units in groups:
        heads.setdefault(_voter(units) or "+".join(units[0].owners), []).extend(units)
    return heads


def _voter(units: list[OwnedUnit]) -> str | None:
    """The one voter that co-owners named; naming two for two units is not yet an agreement."""
    voters = {unit.voter for unit in units if unit.voter}
    return min(voters) if len(voters) == 1 else None


def _elector(key: str, units: list[OwnedUnit], parking: Parking) -> Elector | None:
    only_parking = all(unit.kind is UnitKind.PARKING for unit in units)
    if only_parking and parking is not Parking.HEAD_AND_AREA:
        return None
    owners = sorted({owner for unit in units for owner in unit.owners})
    voter = key if key in owners else None
    area_dm2 = sum(unit.area_dm2 for unit in units)
    return Elector(key, voter, tuple(owners), tuple(sorted(u.unit for u in units)), area_dm2)
