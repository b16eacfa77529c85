"""Tells which owners of different rows are one: same name and a number in common.

One owner of several units is one head, and so is the developer with all units it still holds
(Supreme People's Court, interpretation on 建筑物区分所有权, article 9).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from linli.community.rules.roster.owners import DEVELOPER, Owner, OwnerKind
from linli.community.rules.roster.row import RosterRow


@dataclass(frozen=True, slots=True)
class OwnerGroup:
    """One owner with all households a roster gives them; `codes` are in byte order."""

    name: str = field(repr=False)
    kind: OwnerKind
    phones: tuple[str, ...] = field(repr=False)
    codes: tuple[str, ...]


def same_owners(rows: Sequence[RosterRow]) -> tuple[OwnerGroup, ...]:
    """The owners of all rows, each once, in the order of their first household's code.

    Persons and companies are one when they share name, kind and a phone number; without a number
    they are never joined. The developer's units belong to one owner for each developer's name;
    a bare `开发商` is the only developer named, where there is only one.

    Args:
        rows: Households with distinct codes.
    """
    mentions = [
        (row.code or "", owner)
        for row in sorted(rows, key=lambda row: row.code or "")
        for owner in row.owners
    ]
    groups: defaultdict[int, list[tuple[str, Owner]]] = defaultdict(list)
    for root, mention in zip(_roots(mentions), mentions, strict=True):
        groups[root].append(mention)
    return tuple(_group(same) for same in groups.values())


def _roots(mentions: Sequence[tuple[str, Owner]]) -> Iterator[int]:
    """For each mention the number of the first mention of the same owner (union-find)."""
    parents = list(range(len(mentions)))
    first_with: dict[tuple[str, ...], int] = {}
    only_developer = _only_developer(mentions)

    def root(at: int) -> int:
        while parents[at] != at:
            parents[at] = parents[parents[at]]
            at = parents[at]
        return at

    for at, (_, owner) in enumerate(mentions):
        for sign in _signs(owner, only_developer):
            one, other = root(first_with.setdefault(sign, at)), root(at)
            parents[max(one, other)] = min(one, other)
    return (root(at) for at in range(len(mentions)))


def _only_developer(mentions: Sequence[tuple[str, Owner]]) -> str:
    named = {owner.name for _, owner in mentions if owner.kind is OwnerKind.DEVELOPER}
    named.discard(DEVELOPER)
    return named.pop() if len(named) == 1 else DEVELOPER


def _signs(owner: Owner, only_developer: str) -> Iterator[tuple[str, ...]]:
    """What two mentions must have in common to be one owner."""
    if owner.kind is OwnerKind.DEVELOPER:
        yield owner.kind, only_developer if owner.name == DEVELOPER else owner.name
        return
    for phone in owner.phones:
        yield owner.kind, owner.name, phone


def _group(same: list[tuple[str, Owner]]) -> OwnerGroup:
    owners = [owner for _, owner in same]
    named = [owner.name for owner in owners if owner.name != DEVELOPER]
    return OwnerGroup(
        name=(named or [DEVELOPER])[0],
        kind=owners[0].kind,
        phones=tuple(dict.fromkeys(phone for owner in owners for phone in owner.phones)),
        codes=tuple(dict.fromkeys(code for code, _ in same)),
    )
