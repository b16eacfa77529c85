"""Working a scheme out from the roster as it is: the homes, their shares, what it comes to."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from linli.deliberation.actions.refused import rules_refuse
from linli.deliberation.queries.cost_plans.homes import homes_now
from linli.deliberation.queries.cost_plans.reckoning import (
    Place,
    Tables,
    costs_of,
    mark_exempt,
    roster_digest,
    scheme_of,
    shares_digest,
    write_shares,
)
from linli.deliberation.queries.cost_plans.scopes import scopes_of
from linli.deliberation.rules.broken import RuleBrokenError
from linli.deliberation.rules.cost_sharing.comparison import floor_rows, spread
from linli.deliberation.rules.cost_sharing.cost import Method
from linli.deliberation.rules.cost_sharing.scheme import Computed, compute
from linli.deliberation.rules.small_groups import suppress
from linli.deliberation.schemas.cost_plans.scheme import RulesIn
from linli.kernel.db.transaction import Row, Tx

_POINTERS = {
    "coefficient": "/tiers",
    "tier": "/tiers",
    "table": "/table",
    "reduction": "/reductions",
    "payer": "/payers",
    "exempt": "/exemptions",
    "nobody": "/method",
    "home": "/scopes",
}
"""Where a rule's refusal points, by the first word of its code."""


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """A scheme with all its homes.

    Attributes:
        rules: as a version keeps them.
        scopes: as a version keeps them.
        places: the homes with their shares.
        texts: ``places`` as they are stored, in their order.
        computed: what the rules say.
        summary: spread, storeys and payers.
    """

    rules: Row
    scopes: list[Row]
    places: list[Place]
    texts: list[str]
    computed: Computed
    summary: dict[str, Any]
    roster_digest: str

    @property
    def net_fen(self) -> int:
        """What all homes share together."""
        return sum(one.net.net_fen for one in self.computed.shares)

    @property
    def shares_digest(self) -> str:
        """SHA-256 of the pages."""
        return shares_digest(self.texts)


async def work_out(tx: Tx, plan_id: UUID, body: RulesIn) -> WorkedOut:
    """Work out what each home pays; nothing is stored.

    Raises:
        Problem: 422 with the rule's code, pointing at the part of the body to put right.
    """
    scopes, places = await scopes_of(tx, plan_id), await homes_now(tx, plan_id)
    rules = kept_rules(body)
    digest = roster_digest(places)
    with rules_refuse(_POINTERS):
        _check_homes(body, places)
        mark_exempt(places, rules)
        costs = costs_of(scopes, places, rules, _tables(body, places))
        reductions = [one.model_dump() for one in body.reductions]
        computed = compute(scheme_of(costs, rules, reductions))
    write_shares(places, computed)
    texts = [place.text() for place in places]
    summary = _summary(body, computed)
    return WorkedOut(rules, scopes, places, texts, computed, summary, digest)


def kept_rules(body: RulesIn) -> Row:
    """What a version keeps of how it shares; tables and reductions are kept with the homes."""
    kept = body.model_dump(mode="json", include={"method", "ground_floor", "exemptions", "payers"})
    tiers = sorted(body.tiers, key=lambda tier: tier.from_floor)
    return {**kept, "tiers": [tier.model_dump() for tier in tiers]}


def _check_homes(body: RulesIn, places: list[Place]) -> None:
    if not places:
        raise RuleBrokenError("home_missing")
    named = {one.code for one in body.exemptions} | {row.code for row in body.table}
    places_to_search = places if named else []
    known = {h["code"] for place in places_to_search for h in place.homes if h["code"] in named}
    if strangers := {one.code for one in body.exemptions} - known:
        raise RuleBrokenError("exempt_stranger", homes=sorted(strangers))
    if body.method is Method.MANUAL and (strangers := {row.code for row in body.table} - known):
        raise RuleBrokenError("table_names_strangers", homes=sorted(strangers))
    names = Counter(one.name for one in body.payers)
    if same := sorted(name for name, n in names.items() if n > 1):
        raise RuleBrokenError("payer_twice", keys=same)
    twice = [code for code, n in Counter(row.code for row in body.table).items() if n > 1]
    if twice and all(row.scope is None for row in body.table):
        raise RuleBrokenError("table_names_twice", homes=sorted(twice))


def _tables(body: RulesIn, places: list[Place]) -> Tables:
    """The table of each scope; a row without a scope goes to the scope its home stands in."""
    if body.method is not Method.MANUAL:
        return {}
    homes: dict[int, set[str]] = {}
    for place in places:
        homes.setdefault(place.scope_number, set()).update(h["code"] for h in place.homes)
    return {
        number: {
            row.code: row.fen
            for row in body.table
            if row.scope == number or (row.scope is None and row.code in codes)
        }
        for number, codes in homes.items()
    }


def _summary(body: RulesIn, computed: Computed) -> dict[str, Any]:
    homes = {home.code: home for one in computed.shares for home in one.cost.homes}
    measured = spread(computed.shares_fen)
    rows = floor_rows(homes.values(), computed.shares_fen)
    fields = ("homes", "paying", "least", "middle", "most", "total")
    return {
        "spread": {name: getattr(measured, name) for name in fields},
        "floors": [
            {name: getattr(row, name) for name in ("floor", "homes", "least", "most")}
            for row in rows
        ],
        "payers": _payers(body, computed),
    }


def _payers(body: RulesIn, computed: Computed) -> list[dict[str, Any]]:
    """Payers with what they take over; how many homes only where they are not few."""
    homes = {
        one.name: {r.code for r in body.reductions if r.payer == one.name} for one in body.payers
    }
    shown = suppress({name: len(codes) for name, codes in homes.items()})
    return [
        {
            "name": one.name,
            "limit_fen": one.limit_fen,
            "taken_fen": computed.payments.payers_fen[one.name],
            "homes": shown[one.name],
        }
        for one in body.payers
    ]
