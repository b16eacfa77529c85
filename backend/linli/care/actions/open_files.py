"""Leaving a trace when a file of a sealed record is looked at."""

from uuid import UUID

from linli.care.queries.known_help import known_help
from linli.care.queries.need_rows import needs_by_id
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Tx
from linli.kernel.vault.many import disclose
from linli.kernel.vault.vault import Place

PURPOSE = "attachment"


async def open_need_file(tx: Tx, actor: Actor, need_id: UUID) -> None:
    """Record that somebody looked at the evidence of a consent."""
    need = (await needs_by_id(tx, [need_id]))[need_id]
    place = Place("assistance_need", need_id, need["person_id"])
    await disclose(tx, [(place, actor.account_id, PURPOSE)])


async def open_visit_file(tx: Tx, actor: Actor, visit_id: UUID) -> None:
    """Record that somebody looked at a photo or listened to a voice note of a visit."""
    visit = (await known_help(tx, [visit_id]))[visit_id]
    place = Place("assistance_visit", visit_id, visit["person_id"] or visit_id)
    await disclose(tx, [(place, actor.account_id, PURPOSE)])
