"""Deliveries and proxies of a round in lists."""

from uuid import UUID

from sqlalchemy import ColumnElement, exists, select, true

from linli.deliberation.permissions.ballots import RECORD_PROXY, SEE_ELECTORS
from linli.deliberation.queries.ballots.printed_code import PRINTED_CODE
from linli.deliberation.queries.ballots.proof import PROVEN
from linli.deliberation.queries.ballots.proxies import every_proxy, states_of
from linli.deliberation.queries.ballots.proxy_documents import all_here
from linli.deliberation.queries.ballots.round_rows import place_of, profile_in, round_row
from linli.deliberation.queries.ballots.standing import doors_of_electors
from linli.deliberation.queries.ballots.tables import (
    agreements,
    authorizations,
    beside,
    deliveries,
    elector_units,
    electors,
)
from linli.identity.public import names_of
from linli.kernel.access.actor import Actor, Permission, Scope
from linli.kernel.attachments.declare import slots_of
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.http.pages import PageAsked, page_of

_d, _u, _e, _a = deliveries.c, elector_units.c, electors.c, authorizations.c


def _unit_in_reach(
    actor: Actor, permission: Permission, elector_id: ColumnElement[UUID]
) -> ColumnElement[bool]:
    reach = actor.reach(permission, Scope.BUILDING)
    if reach is None:
        return true()
    unit = elector_units.alias("unit_in_reach").c
    return exists().where(
        unit.community_id == actor.community_id,
        unit.elector_id == elector_id,
        unit.building_id.in_(reach),
    )


async def list_deliveries(
    tx: Tx, actor: Actor, round_id: UUID, page: PageAsked, household_id: UUID | None
) -> Row:
    """Deliveries within reach, in the order of recording.

    Raises:
        Problem: 404; 422 ``bad_cursor``.
    """
    await round_row(tx, round_id)
    unit = beside(elector_units, deliveries, _u.household_id == _d.household_id)
    asks = (
        select(
            _d.id,
            _d.household_id,
            _u.door,
            _d.how,
            _d.delivered_at,
            PROVEN.label("proven"),
            _d.note,
            _d.created_by,
            _d.created_at,
        )
        .join_from(deliveries, elector_units, unit & (_u.round_id == _d.round_id))
        .join(electors, beside(electors, deliveries, _e.id == _d.elector_id))
        .where(_d.community_id == tx.community, _d.round_id == round_id)
        .where(_unit_in_reach(actor, SEE_ELECTORS, _d.elector_id))
    )
    if household_id is not None:
        asks = asks.where(_d.household_id == household_id)
    keys = [_d.created_at, _d.id]
    about = ("deliveries", round_id, household_id, actor.account_id)
    found = await page_of(tx, asks, keys, page, *about)
    names = await names_of(tx, {row["created_by"] for row in found["items"]})
    ids = [row["id"] for row in found["items"]]
    files = await slots_of(tx, ids) if ids else {}
    items = [
        {**row, "by": names.get(row["created_by"]), "attachments": files.get(row["id"], [])}
        for row in found["items"]
    ]
    return {**found, "items": items}


async def list_proxies(tx: Tx, actor: Actor, round_id: UUID, page: PageAsked) -> Row:
    """Written proxies within reach, in the order of recording, each with its state.

    Raises:
        Problem: 404; 422 ``bad_cursor``.
    """
    round_ = await round_row(tx, round_id)
    asks = select(
        _a.id,
        _a.elector_id,
        _a.sequence,
        _a.holder_account_id,
        _a.holder_name,
        _a.created_at,
        _a.created_by,
    ).where(
        _a.community_id == tx.community,
        _a.round_id == round_id,
        _unit_in_reach(actor, RECORD_PROXY, _a.elector_id),
    )
    about = ("proxies", round_id, actor.account_id)
    found = await page_of(tx, asks, [_a.sequence], page, *about)
    return {**found, "items": await _shown(tx, round_, found["items"])}


async def _shown(tx: Tx, round_: Row, rows: list[Row]) -> list[Row]:
    _, city = await place_of(tx)
    limit = profile_in(round_, city).proxy_limit
    states = states_of(await every_proxy(tx, round_["id"]), limit)
    ids = {row["elector_id"] for row in rows}
    doors, codes = await doors_of_electors(tx, ids), await _codes(tx, ids)
    people = {row[who] for row in rows for who in ("holder_account_id", "created_by")}
    names = await names_of(tx, people - {None})
    files = await slots_of(tx, [row["id"] for row in rows]) if rows else {}
    return [
        {
            "id": row["id"],
            "elector_id": row["elector_id"],
            "code": codes[row["elector_id"]],
            "doors": doors.get(row["elector_id"], []),
            "holder": row["holder_name"] or names.get(row["holder_account_id"]),
            "state": str(states[row["id"]]),
            "document_here": all_here(files.get(row["id"], [])),
            "recorded_at": row["created_at"],
            "recorded_by": names.get(row["created_by"]),
            "attachments": files.get(row["id"], []),
        }
        for row in rows
    ]


async def _codes(tx: Tx, elector_ids: set[UUID]) -> dict[UUID, str]:
    mine = (_e.community_id == tx.community, _e.id.in_(elector_ids))
    rows = await tx.rows(select(_e.id, PRINTED_CODE).where(*mine))
    return {row["id"]: row["code"] for row in rows}


async def read_proxy(tx: Tx, round_id: UUID, proxy_id: UUID) -> Row:
    """One written proxy."""
    round_ = await round_row(tx, round_id)
    asks = select(authorizations).where(_a.community_id == tx.community, _a.id == proxy_id)
    (shown,) = await _shown(tx, round_, await tx.rows(asks))
    return shown


async def read_agreement(tx: Tx, agreement_id: UUID) -> Row:
    """One agreement of co-owners."""
    c = agreements.c
    asks = select(
        c.id, c.household_id, c.owner_id, c.agreed_how, c.created_at.label("recorded_at")
    ).where(c.community_id == tx.community, c.id == agreement_id)
    (row,) = await tx.rows(asks)
    return row
