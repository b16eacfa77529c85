"""Messages to representatives, for the two between whom they are and nobody else."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, func, select

from linli.community.public import BUILDINGS, HOUSEHOLDS
from linli.deliberation.permissions.representatives import ANSWER_MESSAGE
from linli.deliberation.queries.representatives.mandates import acting_for
from linli.deliberation.queries.representatives.tables import mandates, messages, of_building
from linli.identity.public import names_of
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of_newest
from linli.kernel.vault.many import Disclosed, read_disclosed
from linli.kernel.vault.vault import Place

FRESH = timedelta(days=3)
"""So long an answer is pointed out to who asked."""
_c = messages.c
_PURPOSE = "message to a representative"
_OWN = ("id", "mandate_id", "words", "answer", "answered_by", "answered_at", "created_by")


def sealed_place(message_id: UUID, written_by: UUID) -> Place:
    """Where the words of a message are sealed, with their writer's key."""
    return Place("representative_message", message_id, written_by)


def sealed_answer(message_id: UUID, written_by: UUID) -> Place:
    """Where its answer is sealed, with the same key."""
    return Place("representative_message.answer", message_id, written_by)


def hands_of(place: Place, *account_ids: UUID) -> list[tuple[Place, UUID, str]]:
    """That accounts have a message in their hands, as ``disclose`` records it."""
    return [(place, account_id, _PURPOSE) for account_id in account_ids]


async def page_own_messages(tx: Tx, actor: Actor, page: PageAsked) -> Row:
    """A page of what the actor wrote."""
    asks = _all(tx).where(_c.created_by == actor.account_id)
    return await _page(tx, actor, asks, page, "own messages")


async def page_received_messages(tx: Tx, actor: Actor, page: PageAsked) -> Row:
    """A page of what was written to the actor, while a mandate of theirs is in force."""
    asks = _all(tx).where(_to(await own_mandates_in_force(tx, actor)))
    return await _page(tx, actor, asks, page, "received messages")


async def messages_to_answer(tx: Tx, actor: Actor) -> int:
    """How many messages wait for the actor's answer; none for who represents nobody."""
    if not actor.may(ANSWER_MESSAGE):
        return 0
    mine = await own_mandates_in_force(tx, actor)
    asks = select(func.count()).where(
        _c.community_id == tx.community, _to(mine), _c.answered_at.is_(None), _c.words.is_not(None)
    )
    return int(await tx.scalar(asks))


async def fresh_answers(tx: Tx, actor: Actor) -> int:
    """How many answers the actor got in the last days."""
    asks = select(func.count()).where(
        _c.community_id == tx.community,
        _c.created_by == actor.account_id,
        _c.answered_at > clock.now() - FRESH,
        _c.answer.is_not(None),
    )
    return int(await tx.scalar(asks))


async def own_mandates_in_force(tx: Tx, actor: Actor) -> set[UUID]:
    """The mandates by which the actor speaks today, with the actor's earlier ones beside them.

    Whoever was given another term still has what was answered in the one before.
    """
    m = mandates.c
    asks = select(m.id, m.building_id).where(
        m.community_id == tx.community, m.account_id == actor.account_id
    )
    own = await tx.rows(asks)
    acting = await acting_for(tx, {row["building_id"] for row in own})
    still = {row["building_id"] for row in own if row["id"] in acting}
    return {row["id"] for row in own if row["building_id"] in still}


def _to(mandate_ids: set[UUID]) -> Any:
    return _c.mandate_id.in_(mandate_ids)


def _all(tx: Tx) -> Select[Any]:
    theirs = and_(mandates.c.community_id == _c.community_id, mandates.c.id == _c.mandate_id)
    home = and_(HOUSEHOLDS.c.community_id == _c.community_id, HOUSEHOLDS.c.id == _c.household_id)
    return (
        select(
            *(_c[name] for name in _OWN),
            _c.created_at,
            mandates.c.account_id,
            HOUSEHOLDS.c.code.label("household_code"),
            BUILDINGS.c.name.label("building_name"),
        )
        .join_from(messages, mandates, theirs)
        .join(BUILDINGS, of_building(mandates))
        .join(HOUSEHOLDS, home)
        .where(_c.community_id == tx.community)
    )


async def _page(tx: Tx, actor: Actor, asks: Select[Any], page: PageAsked, name: str) -> Row:
    found = await page_of_newest(tx, asks, [_c.created_at, _c.id], page, name, actor.account_id)
    return {**found, "items": await _told(tx, actor, found["items"])}


async def _told(tx: Tx, actor: Actor, rows: Sequence[Row]) -> list[Row]:
    people = ("account_id", "created_by", "answered_by")
    names = await names_of(tx, {row[who] for row in rows for who in people if row[who]})
    words = await _opened(tx, actor, rows, "words", sealed_place)
    answers = await _opened(tx, actor, rows, "answer", sealed_answer)
    return [
        {
            **row,
            "to_name": names.get(row["account_id"], ""),
            "from_name": names.get(row["created_by"], ""),
            "answered_name": names.get(row["answered_by"]) if row["answered_by"] else None,
            "sent_at": row["created_at"],
            "words": words.get(row["id"]),
            "answer": answers.get(row["id"]),
        }
        for row in rows
    ]


async def _opened(
    tx: Tx, actor: Actor, rows: Sequence[Row], column: str, place: Any
) -> dict[UUID, str]:
    sealed = [row for row in rows if row[column] is not None]
    wanted = [
        Disclosed(place(row["id"], row["created_by"]), row[column], _PURPOSE) for row in sealed
    ]
    opened = await read_disclosed(tx, actor.account_id, wanted)
    return {
        row["id"]: content["words"] for row, content in zip(sealed, opened, strict=True) if content
    }
