from uuid import UUID

from sqlalchemy import select

from linli.community.public import HOUSEHOLDS, roster_revision
from linli.deliberation.actions.cost_plans.work_out import WorkedOut
from linli.deliberation.facts.cost_plans import scheme_saved
from linli.deliberation.queries.cost_plans.tables import pages, reductions, versions
from linli.deliberation.schemas.cost_plans.scheme import ReductionIn, RulesIn
from linli.kernel import clock
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.db.upsert import insert_rows
from linli.kernel.facts.record import record
from linli.kernel.ids import new_id


async def write_version(  # noqa: PLR0913, PLR0917 - a version is all of this
    tx: Tx, actor: Actor, scheme_id: UUID, number: int, body: RulesIn, found: WorkedOut
) -> None:
    """Keep a worked-out scheme as a version: its rules, its homes and its digest, never changed."""
    version_id, now = new_id(), clock.now()
    digest = found.shares_digest
    row = {
        "community_id": tx.community,
        "id": version_id,
        "scheme_id": scheme_id,
        "number": number,
        "title": body.title,
        "method": body.method.value,
        "rules": found.rules,
        "scopes": found.scopes,
        "summary": found.summary,
        "net_fen": found.net_fen,
        "roster_revision": await roster_revision(tx),
        "roster_digest": found.roster_digest,
        "shares_digest": digest,
        "created_by": actor.account_id,
        "created_at": now,
    }
    await insert_rows(tx, versions, [row])
    await insert_rows(tx, pages, _page_rows(tx, version_id, found))
    await insert_rows(tx, reductions, await _reduction_rows(tx, version_id, body.reductions))
    public = {
        "version": number,
        "method": body.method.value,
        "net_fen": found.net_fen,
        "shares_sha256": digest,
        "roster_sha256": found.roster_digest,
    }
    kept = [one.model_dump() for one in body.reductions]
    record(tx, scheme_saved(actor, scheme_id, now, public, kept))


def _page_rows(tx: Tx, version_id: UUID, found: WorkedOut) -> list[Row]:
    return [
        {
            "community_id": tx.community,
            "version_id": version_id,
            "number": place.number,
            "scope_number": place.scope_number,
            "building_id": place.building_id,
            "building_code": place.building_code,
            "homes": text,
        }
        for place, text in zip(found.places, found.texts, strict=True)
    ]


async def _reduction_rows(tx: Tx, version_id: UUID, asked: list[ReductionIn]) -> list[Row]:
    if not asked:
        return []
    c = HOUSEHOLDS.c
    codes = {one.code for one in asked}
    asks = select(c.code, c.id).where(c.community_id == tx.community, c.code.in_(codes))
    ids = {row["code"]: row["id"] for row in await tx.rows(asks)}
    return [
        {
            "community_id": tx.community,
            "id": new_id(),
            "version_id": version_id,
            "household_id": ids[one.code],
            "household_code": one.code,
            "amount_fen": one.amount_fen,
            "payer": one.payer,
        }
        for one in asked
    ]
