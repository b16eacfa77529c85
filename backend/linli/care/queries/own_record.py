"""What an account may see of the register because it is about its owner."""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, select

from linli.care.models.person_account import PersonAccount
from linli.care.queries.need_rows import consents, needs
from linli.care.queries.needs import endings
from linli.community.public import HOUSEHOLD_MEMBERS, HOUSEHOLDS
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor
from linli.kernel.db.rows import table
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.problems import not_found

links = table(PersonAccount)
_l, _n, _c, _e, _m = links.c, needs.c, consents.c, endings.c, HOUSEHOLD_MEMBERS.c
_CONSENT = ("given_how", "given_by", "given_at", "wording_version", "taken_by")


def at_home() -> ColumnElement[bool]:
    """That a linked account is at home behind the person's door now."""
    return exists().where(
        _m.community_id == _l.community_id,
        _m.household_id == _l.household_id,
        _m.account_id == _l.account_id,
        _m.ended_at.is_(None),
    )


async def own_record(tx: Tx, actor: Actor) -> list[Row]:
    """All needs about the actor, or about whom the actor is guardian of; the newest first."""
    rows = await tx.rows(_own(tx, actor).order_by(_n.created_at.desc(), _n.id))
    names = await names_of(tx, {row["taken_by"] for row in rows if row["taken_by"]})
    return [_shown(row, names) for row in rows]


async def own_need(tx: Tx, actor: Actor, need_id: UUID) -> Row:
    """One need of the actor's own, as its row stands.

    Raises:
        Problem: 404 when it is somebody else's, or there is none.
    """
    if await tx.row(_own(tx, actor).where(_n.id == need_id)) is None:
        raise not_found()
    row = await tx.row(select(needs).where(_n.community_id == tx.community, _n.id == need_id))
    assert row is not None  # noqa: S101 - it was just found
    return row


def _own(tx: Tx, actor: Actor) -> Select[Any]:
    names = ("kind", "urgency", "status", "basis", "starts_on", "review_on", "ends_on")
    mine = and_(_l.community_id == _n.community_id, _l.person_id == _n.person_id)
    given = and_(_c.community_id == _n.community_id, _c.id == _n.consent_id)
    ended = and_(_e.community_id == _n.community_id, _e.need_id == _n.id)
    home = and_(HOUSEHOLDS.c.community_id == _n.community_id, HOUSEHOLDS.c.id == _n.household_id)
    return (
        select(
            _n.id,
            HOUSEHOLDS.c.code.label("household_code"),
            _l.relation,
            *(_n[name] for name in names),
            *(_c[name] for name in _CONSENT),
            _e.reason.label("end_reason"),
            _e.ended_at,
        )
        .join_from(links, needs, mine)
        .join(HOUSEHOLDS, home)
        .outerjoin(consents, given)
        .outerjoin(endings, ended)
        .where(
            _l.community_id == tx.community,
            _l.account_id == actor.account_id,
            _l.ended_at.is_(None),
            at_home(),
        )
    )


def _shown(row: Row, names: dict[UUID, str]) -> Row:
    given = {name: row.pop(name) for name in _CONSENT}
    taken_by = names.get(given.pop("taken_by") or UUID(int=0), "")
    consent = {**given, "taken_by_name": taken_by} if given["given_at"] else None
    return {**row, "consent": consent}


async def accounts_of_person(tx: Tx, person_id: UUID) -> list[Row]:
    """Who sees the record of a person now, as ``PersonAccountOut`` shows it."""
    asks = select(_l.id, _l.account_id, _l.relation, _l.created_at).where(
        _l.community_id == tx.community,
        _l.person_id == person_id,
        _l.ended_at.is_(None),
        at_home(),
    )
    rows = await tx.rows(asks.order_by(_l.created_at, _l.id))
    names = await names_of(tx, {row["account_id"] for row in rows})
    return [{**row, "account_name": names.get(row["account_id"], "")} for row in rows]
