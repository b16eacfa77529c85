"""Every home's share: read as it was written, told in words, and worked out anew."""

from collections.abc import Collection
from uuid import UUID

import orjson

from linli.community.public import homes_of
from linli.deliberation.permissions.cost_plans import SEE_REDUCTIONS
from linli.deliberation.queries.cost_plans.homes import homes_then, share_pages
from linli.deliberation.queries.cost_plans.reckoning import (
    Place,
    costs_of,
    scheme_of,
    shares_digest,
    stored_tables,
    write_shares,
)
from linli.deliberation.queries.cost_plans.schemes import (
    find_binding_version,
    find_number,
    find_version,
    reductions_of,
)
from linli.deliberation.rules.cost_sharing.explanation import explain
from linli.deliberation.rules.cost_sharing.scheme import compute
from linli.deliberation.rules.cost_sharing.step import StepKind
from linli.kernel.access.actor import Actor
from linli.kernel.db.transaction import Row, Tx
from linli.kernel.packing import pack_json
from linli.kernel.problems import not_found

_OWN = ("owner", "family")
"""Whose home it is in this sense: a tenant does not learn of a reduction."""


async def read_shares(
    tx: Tx, actor: Actor, scheme_id: UUID, number: int | None, building_id: UUID | None
) -> bytes:
    """All shares of a version, or those of a building, as JSON.

    Raises:
        Problem: 404 ``not_found``.
    """
    version = await find_number(tx, actor, scheme_id, number)
    stored = await share_pages(tx, version["version_id"], building_id)
    return pack_json({"version": version["number"], "pages": [_page(page) for page in stored]})


def _page(page: Row) -> Row:
    """The homes pass through as they were written."""
    return {
        "scope": page["scope_number"],
        "building_id": page["building_id"],
        "building_code": page["building_code"],
        "homes": orjson.Fragment(page["homes"]),
    }


async def read_my_homes(tx: Tx, actor: Actor, scheme_id: UUID) -> Row:
    """The actor's own homes, each with its reckoning, in the adopted version or else the newest.

    Raises:
        Problem: 404 ``not_found``.
    """
    version = await find_binding_version(tx, actor, scheme_id)
    mine = {home["code"]: home["relation"] in _OWN for home in await homes_of(tx, actor.account_id)}
    private = {code for code, own in mine.items() if own}
    told = await _reckoned(tx, version, sorted(mine), private)
    return {"version": version["number"], "homes": told}


async def read_home(tx: Tx, actor: Actor, scheme_id: UUID, code: str) -> Row:
    """Any home's reckoning in the same version; with its reductions for the office only.

    Raises:
        Problem: 404 ``not_found``, also where the home shares nothing of this cost.
    """
    version = await find_binding_version(tx, actor, scheme_id)
    private = {code} if actor.may(SEE_REDUCTIONS) else set()
    told = await _reckoned(tx, version, [code], private)
    if not told:
        raise not_found()
    return told[0]


async def _reckoned(tx: Tx, version: Row, codes: Collection[str], private: set[str]) -> list[Row]:
    every = await homes_then(tx, version["version_id"])
    found = {place.scope_number for place in every for home in place.homes if home["code"] in codes}
    here = [place for place in every if place.scope_number in found]
    scopes = [scope for scope in version["scopes"] if scope["number"] in found]
    known = {home["code"] for place in here for home in place.homes}
    taken = await reductions_of(tx, version["version_id"], sorted(private)) if private else []
    costs = costs_of(scopes, here, version["rules"], stored_tables(here))
    scheme = scheme_of(costs, version["rules"], taken)
    computed = compute(scheme)
    return [
        {
            "code": code,
            "share_fen": computed.shares_fen[code],
            "pays_fen": computed.payments.homes_fen[code] if code in private else None,
            "steps": [
                {"kind": step.kind.value, "values": dict(step.values)}
                for step in explain(scheme, computed, code)
                if code in private or step.kind is not StepKind.PAYS
            ],
        }
        for code in codes
        if code in known
    ]


async def check_version(tx: Tx, actor: Actor, scheme_id: UUID, number: int | None) -> Row:
    """Work a version out anew from its own homes and rules, and hold it against its digest.

    Raises:
        Problem: 404 ``not_found``.
    """
    version = await find_version(tx, actor, scheme_id, number)
    places = await homes_then(tx, version["version_id"])
    again = _worked_out(version, places)
    return {
        "shares_digest": version["shares_digest"],
        "recomputed_digest": again,
        "agrees": again == version["shares_digest"],
        "homes": sum(len(place.homes) for place in places),
    }


def _worked_out(version: Row, places: list[Place]) -> str:
    tables = stored_tables(places)
    costs = costs_of(version["scopes"], places, version["rules"], tables)
    write_shares(places, compute(scheme_of(costs, version["rules"], ())))
    return shares_digest(place.text() for place in places)
