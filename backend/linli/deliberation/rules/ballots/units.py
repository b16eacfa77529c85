"""From ownership rows to units with their verified owners."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from linli.deliberation.rules.ballots.ownership import OwnershipRow, UnitKind
from linli.deliberation.rules.broken import RuleBrokenError


@dataclass(frozen=True, slots=True)
class OwnedUnit:
    """One unit and those who own it.

    Attributes:
        unit: key.
        kind: home, shop or parking.
        area_dm2: counted once, however many co-owners.
        owners: sorted keys; the developer alone while the unit is unsold or undelivered.
        voter: the sole owner, or the co-owner they agreed on; ``None`` while they have not.
    """

    unit: str
    kind: UnitKind
    area_dm2: int
    owners: tuple[str, ...]
    voter: str | None


def owned_units(rows: Iterable[OwnershipRow]) -> list[OwnedUnit]:
    """Gather rows by unit, in the order of unit keys; rows not verified are left out.

    Raises:
        RuleBrokenError: ``unit_differs`` when two rows of a unit tell of different areas or kinds;
            ``area_not_positive``.
    """
    verified = sorted((row for row in rows if row.verified), key=lambda row: row.unit)
    return [_unit(list(group)) for _, group in groupby(verified, key=lambda row: row.unit)]


def _unit(rows: list[OwnershipRow]) -> OwnedUnit:
    first = rows[0]
    if any((row.area_dm2, row.kind) != (first.area_dm2, first.kind) for row in rows):
        raise RuleBrokenError("unit_differs", unit=first.unit)
    if first.area_dm2 <= 0:
        raise RuleBrokenError("area_not_positive", unit=first.unit)
    developers = {row.developer for row in rows if row.developer}
    owners = developers or {row.owner for row in rows}
    named = {row.owner for row in rows if row.named_voter} & owners
    voters = owners if len(owners) == 1 else named
    voter = min(voters) if len(voters) == 1 else None
    return OwnedUnit(first.unit, first.kind, first.area_dm2, tuple(sorted(owners)), voter)
