"""What the community already has, as far as a roster can touch it."""

from dataclasses import dataclass, field

from linli.community.rules.roster.household_kinds import Kind
from linli.community.rules.roster.occupancy import Occupancy
from linli.community.rules.roster.owners import OwnerKind
from linli.community.rules.roster.remarks import HelpKind
from linli.community.rules.roster.residents import Resident


@dataclass(frozen=True, slots=True)
class BuildingState:
    """A building by its canonical name."""

    name: str
    storeys: int | None = None
    lift: bool | None = None


@dataclass(frozen=True, slots=True)
class OwnerState:
    """An owner; `key` is the caller's own id, or `new-1` … for those a plan creates."""

    key: str
    name: str = field(repr=False)
    kind: OwnerKind = OwnerKind.PERSON
    phones: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class HouseholdState:
    """A household with all that a roster tells of it.

    Attributes:
        owner_keys: Keys of its owners.
        remark: What was kept of the remark.
        help_kinds: Help that rosters have suggested so far, also where the social worker has long
            dealt with it, so that the same roster does not suggest it again.
    """

    code: str
    kind: Kind
    building: str | None
    stairwell: str | None
    floor: int | None
    door: str | None
    area_dm2: int
    occupancy: Occupancy | None = None
    owner_keys: tuple[str, ...] = ()
    residents: tuple[Resident, ...] = field(default=(), repr=False)
    people: int | None = None
    remark: str = field(default="", repr=False)
    help_kinds: tuple[HelpKind, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The community before an import.

    Attributes:
        stairwells: (building, stairwell).
        spoken_for: (code, owner key) once for each account that may vote for that owner.
    """

    buildings: tuple[BuildingState, ...] = ()
    stairwells: tuple[tuple[str, str], ...] = ()
    households: tuple[HouseholdState, ...] = ()
    owners: tuple[OwnerState, ...] = ()
    spoken_for: tuple[tuple[str, str], ...] = ()
