"""Whose home is whose: accounts and the households they belong to."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import and_, select

from linli.community.models import Household, HouseholdMember
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx

_member = table(HouseholdMember)
_household = table(Household)


async def homes_of(tx: Tx, account_id: UUID) -> list[Row]:
    """The households an account belongs to now, ordered by code.

    Returns:
        Rows of ``household_id code building_id stairwell_id floor door relation owner_id``;
        ``owner_id`` is set only where an ownership was verified.
    """
    h = _household.c
    found = (
        select(
            _member.c.household_id,
            h.code,
            h.building_id,
            h.stairwell_id,
            h.floor,
            h.door,
            _member.c.relation,
            _member.c.owner_id,
        )
        .join_from(
            _member,
            _household,
            and_(h.community_id == _member.c.community_id, h.id == _member.c.household_id),
        )
        .where(
            _member.c.community_id == tx.community,
            _member.c.account_id == account_id,
            _member.c.ended_at.is_(None),
        )
        .order_by(h.sort_key)
    )
    return await tx.rows(found)


async def accounts_of_households(tx: Tx, household_ids: Collection[UUID]) -> list[Row]:
    """Who belongs to these households: rows of ``household_id account_id relation owner_id``."""
    found = select(
        _member.c.household_id, _member.c.account_id, _member.c.relation, _member.c.owner_id
    ).where(
        _member.c.community_id == tx.community,
        _member.c.household_id.in_(household_ids),
        _member.c.ended_at.is_(None),
    )
    return await tx.rows(found)
