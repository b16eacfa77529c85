"""Reads the persons of one row: owners with their numbers, residents, and whose line it is."""

from collections.abc import Iterator

from linli.community.rules.roster.columns import Field, RowCells
from linli.community.rules.roster.owners import Owner, OwnerKind, read_owners
from linli.community.rules.roster.parties import read_party
from linli.community.rules.roster.phones import read_phones
from linli.community.rules.roster.places import Problem
from linli.community.rules.roster.plain_text import compact
from linli.community.rules.roster.reasons import Reason
from linli.community.rules.roster.residents import Resident, read_residents
from linli.community.rules.roster.row import Party


def read_line_of(cells: RowCells, problems: list[Problem]) -> Party:
    """Whose line the row is; a word not known counts as an owner's and waits for a person."""
    if cells.owner_type is None:
        return Party.OWNER
    party = read_party(cells.owner_type)
    if party is None:
        problems.append((Field.OWNER_TYPE, Reason.OWNER_TYPE_UNKNOWN))
    return party or Party.OWNER


def read_persons(
    cells: RowCells, party: Party, problems: list[Problem]
) -> tuple[tuple[Owner, ...], tuple[Resident, ...]]:
    """Owners, each with all numbers of the row, and residents; doubts are added to `problems`.

    On the line of a tenant or a family member the owner column holds a resident, whose number
    is not kept.
    """
    residents = _residents(cells, Field.RESIDENT, problems)
    phones = _phones(cells, problems)
    owners: tuple[Owner, ...] = ()
    if party in {Party.TENANT, Party.FAMILY}:
        named = _residents(cells, Field.OWNER, problems)
        rents = party is Party.TENANT
        lines = tuple(Resident(person.name, rents or person.tenant) for person in named)
        residents = tuple(dict.fromkeys(lines + residents))
    else:
        owners = tuple(_owners(cells, phones, problems))
        if not owners:
            problems.append((Field.OWNER, Reason.OWNER_MISSING))
    if phones and not owners:
        problems.append((Field.PHONE, Reason.PHONE_WITHOUT_OWNER))
    return owners, residents


def _residents(cells: RowCells, column: Field, problems: list[Problem]) -> tuple[Resident, ...]:
    cell = cells.resident if column is Field.RESIDENT else cells.owner
    if cell is None:
        return ()
    residents, readable = read_residents(cell)
    if not readable:
        problems.append((column, Reason.RESIDENT_UNREADABLE))
    return residents


def _phones(cells: RowCells, problems: list[Problem]) -> tuple[str, ...]:
    phones, readable = read_phones(cells.phone)
    if not readable:
        problems.append((Field.PHONE, Reason.PHONE_UNREADABLE))
    if cells.other_phone is None:
        return phones
    others, readable = read_phones(cells.other_phone)
    if not readable:
        problems.append((Field.OTHER_PHONE, Reason.PHONE_UNREADABLE))
    return tuple(dict.fromkeys(phones + others))


def _owners(cells: RowCells, phones: tuple[str, ...], problems: list[Problem]) -> Iterator[Owner]:
    owners, doubt = read_owners(cells.owner)
    if doubt:
        problems.append((Field.OWNER, doubt))
    if cells.co_owner is not None:
        others, doubt = read_owners(cells.co_owner)
        if doubt:
            problems.append((Field.CO_OWNER, doubt))
        owners = tuple({owner.name: owner for owner in owners + others}.values())
    marked = cells.owner_type is not None and "开发商" in compact(cells.owner_type)
    for owner in owners:
        kind = OwnerKind.DEVELOPER if marked else owner.kind
        yield Owner(owner.name, kind, phones)
