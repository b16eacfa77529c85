"""From stored documents to the rules of cost sharing and back; no database in here."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson

from linli.deliberation.rules.cost_sharing.coefficients import Tier
from linli.deliberation.rules.cost_sharing.cost import Cost, Method
from linli.deliberation.rules.cost_sharing.home import Home
from linli.deliberation.rules.cost_sharing.reductions import Reduction
from linli.deliberation.rules.cost_sharing.scheme import Computed, Scheme
from linli.deliberation.rules.cost_sharing.sources import Net, Source, SourceKind, net_of
from linli.kernel.db.transaction import Row

Tables = Mapping[int, Mapping[str, int]]
"""Manual tables: scope number → household code → fen."""


@dataclass(frozen=True, slots=True)
class Place:
    """The homes of one place of a scope.

    Attributes:
        number: its place in the plan, from 1.
        scope_number: the scope it belongs to.
        building_id: its building.
        building_code: the building's code.
        homes: ``code stairwell floor door area_dm2 exempt``, and ``fen`` once worked out.
    """

    number: int
    scope_number: int
    building_id: UUID
    building_code: str
    homes: list[dict[str, Any]]

    def text(self) -> str:
        """The homes as they are stored and sent."""
        return orjson.dumps(self.homes).decode()


def net_of_scope(scope: Row) -> Net:
    """A scope's total less its sources.

    Raises:
        RuleBrokenError: as ``net_of``.
    """
    taken = [Source(SourceKind(one["kind"]), one["amount_fen"]) for one in scope["sources"]]
    return net_of(scope["total_fen"], taken)


def costs_of(
    scopes: Iterable[Row], places: Iterable[Place], rules: Row, tables: Tables
) -> tuple[Cost, ...]:
    """The costs of a plan, each with its own homes; ``exempt`` is already on each home."""
    homes: dict[int, list[Home]] = {}
    for place in places:
        homes.setdefault(place.scope_number, []).extend(
            Home(home["code"], home["floor"], home["area_dm2"], home["exempt"])
            for home in place.homes
        )
    tiers = tuple(Tier(t["from_floor"], t["to_floor"], t["thousandths"]) for t in rules["tiers"])
    return tuple(
        Cost(
            str(scope["number"]),
            scope["total_fen"],
            tuple(Source(SourceKind(s["kind"]), s["amount_fen"]) for s in scope["sources"]),
            Method(rules["method"]),
            tuple(homes.get(scope["number"], ())),
            tiers,
            tables.get(scope["number"], {}),
            rules["ground_floor"],
        )
        for scope in scopes
    )


def scheme_of(costs: tuple[Cost, ...], rules: Row, reductions: Iterable[Row]) -> Scheme:
    """A whole scheme, with the reductions given."""
    taken = tuple(Reduction(r["code"], r["amount_fen"], r["payer"]) for r in reductions)
    return Scheme(costs, taken, {one["name"]: one["limit_fen"] for one in rules["payers"]})


def mark_exempt(places: Iterable[Place], rules: Row) -> None:
    """Say on each home whether it is exempt."""
    exempt = {one["code"] for one in rules["exemptions"]}
    for place in places if exempt else ():
        for home in place.homes:
            home["exempt"] = home["code"] in exempt


def write_shares(places: Iterable[Place], computed: Computed) -> None:
    """Say on each home what its share is."""
    by_scope = {int(one.cost.scope): one.fen for one in computed.shares}
    for place in places:
        fen = by_scope[place.scope_number]
        for home in place.homes:
            home["fen"] = fen[home["code"]]


def stored_tables(places: Iterable[Place]) -> dict[int, dict[str, int]]:
    """The shares that stand on the homes, as tables."""
    tables: dict[int, dict[str, int]] = {}
    for place in places:
        rows = tables.setdefault(place.scope_number, {})
        rows.update((home["code"], home["fen"]) for home in place.homes)
    return tables


def shares_digest(texts: Iterable[str]) -> str:
    """SHA-256 of the pages in their order, a line each, in hexadecimal."""
    found = hashlib.sha256()
    for text in texts:
        found.update(text.encode())
        found.update(b"\n")
    return found.hexdigest()


def roster_digest(places: Sequence[Place]) -> str:
    """SHA-256 of the homes as the roster has them, before any share is written on them."""
    return shares_digest(place.text() for place in places)
