"""Matches the owners of a roster with those already known."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from linli.community.rules.roster.owners import DEVELOPER, OwnerKind
from linli.community.rules.roster.row import RosterRow
from linli.community.rules.roster.same_owner import OwnerGroup, same_owners
from linli.community.rules.roster.snapshot import OwnerState, Snapshot


@dataclass(frozen=True, slots=True)
class OwnerChange:
    """An owner whose phone numbers the roster tells anew."""

    before: OwnerState
    after: OwnerState


@dataclass(frozen=True, slots=True)
class OwnerPlan:
    """Owners to create and change, and who owns what according to the file.

    Attributes:
        create: New owners; their keys are `new-1`, `new-2`, …
        change: Known owners with other phone numbers.
        keys_by_code: For each household the keys of its owners by their names in the file.
    """

    create: tuple[OwnerState, ...]
    change: tuple[OwnerChange, ...]
    keys_by_code: Mapping[str, Mapping[str, str]] = field(repr=False)


def plan_owners(rows: Sequence[RosterRow], snapshot: Snapshot) -> OwnerPlan:
    """Match owners: same kind and name, and a phone number or a household in common.

    A newer roster's numbers replace the old ones. A roster without a number for someone leaves
    theirs alone, and so does one that lacks some of their households: then numbers are only added.
    """
    matcher = _Matcher(snapshot)
    created: list[OwnerState] = []
    matched: defaultdict[str, list[OwnerGroup]] = defaultdict(list)
    keys: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for group in same_owners(rows):
        known = matcher.match(group)
        if known is None:
            key = f"new-{len(created) + 1}"
            created.append(OwnerState(key, group.name, group.kind, group.phones))
        else:
            key = known.key
            matched[key].append(group)
        _remember(keys, group, key)
    change = (matcher.change(key, groups, keys) for key, groups in sorted(matched.items()))
    return OwnerPlan(tuple(created), tuple(found for found in change if found), keys)


def _remember(keys: Mapping[str, dict[str, str]], group: OwnerGroup, key: str) -> None:
    for code in group.codes:
        keys[code][group.name] = key
        if group.kind is OwnerKind.DEVELOPER:
            keys[code].setdefault(DEVELOPER, key)


class _Matcher:
    """Finds known owners by name, by phone and by household."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._owners = {owner.key: owner for owner in snapshot.owners}
        self._codes: defaultdict[str, set[str]] = defaultdict(set)
        for household in snapshot.households:
            for key in household.owner_keys:
                self._codes[key].add(household.code)
        self._by_name: defaultdict[tuple[OwnerKind, str], list[OwnerState]] = defaultdict(list)
        for owner in snapshot.owners:
            self._by_name[owner.kind, owner.name].append(owner)
        self._developers = [owner for owner in snapshot.owners if owner.kind is OwnerKind.DEVELOPER]

    def match(self, group: OwnerGroup) -> OwnerState | None:
        """The known owner with most households, then numbers, in common; ties by key."""
        codes, phones = set(group.codes), set(group.phones)
        scored = [
            (-len(codes & self._codes[owner.key]), -len(phones & set(owner.phones)), owner.key)
            for owner in self._candidates(group)
        ]
        by_name = group.kind is OwnerKind.DEVELOPER
        fitting = [score for score in scored if by_name or score[0] or score[1]]
        return self._owners[min(fitting)[2]] if fitting else None

    def change(
        self, key: str, groups: Iterable[OwnerGroup], keys: Mapping[str, Mapping[str, str]]
    ) -> OwnerChange | None:
        """What the file's numbers change for a known owner."""
        before = self._owners[key]
        told = dict.fromkeys(phone for group in groups for phone in group.phones)
        if not self._codes[key] <= keys.keys():
            told = dict.fromkeys(before.phones) | told
        if not told or told.keys() == set(before.phones):
            return None
        return OwnerChange(before, replace(before, phones=tuple(told)))

    def _candidates(self, group: OwnerGroup) -> list[OwnerState]:
        same_name = self._by_name[group.kind, group.name]
        if same_name or group.kind is not OwnerKind.DEVELOPER or group.name != DEVELOPER:
            return same_name
        holding = [owner for owner in self._developers if self._codes[owner.key] & set(group.codes)]
        return holding or (self._developers if len(self._developers) == 1 else [])
