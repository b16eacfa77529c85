"""The document that opening freezes and whose digest is published."""

from collections.abc import Mapping
from typing import Any

from linli.deliberation.rules.ballots.decision_rule import DecisionRule, rows_of
from linli.deliberation.rules.ballots.electorate import Elector, Electorate, Parking
from linli.deliberation.rules.ballots.unit_scope import UnitScope
from linli.deliberation.rules.canonical import digest

VERSION = "1"


def frozen_form(
    electorate: Electorate,
    scope: UnitScope,
    parking: Parking,
    rules: Mapping[str, DecisionRule],
) -> dict[str, Any]:
    """Electors, weights, scope and rules as one document of strings (RFC 8785).

    It holds keys and areas, no names. Its digest tells whether any weight was edited afterwards.

    Args:
        electorate: as made at the opening.
        scope: the units the round is about.
        parking: what parking spaces weigh.
        rules: question → its decision rule.
    """
    weight = electorate.weight
    return {
        "v": VERSION,
        "scope": scope.as_document(),
        "parking": parking.value,
        "heads": str(weight.heads),
        "area_dm2": str(weight.area_dm2),
        "rules": {question: rows_of(rule) for question, rule in rules.items()},
        "electors": [_frozen(one) for one in electorate.electors],
    }


def _frozen(elector: Elector) -> dict[str, Any]:
    return {
        "elector": elector.key,
        "area_dm2": str(elector.area_dm2),
        "units": list(elector.units),
    }


def frozen_digest(document: Mapping[str, Any]) -> str:
    """SHA-256 of the frozen form, in hexadecimal; the same whatever the order of roster rows."""
    return digest(document)


def frozen_areas(document: Mapping[str, Any]) -> dict[str, int]:
    """Elector → dm², as ``count`` takes it, read back from a frozen form."""
    return {one["elector"]: int(one["area_dm2"]) for one in document["electors"]}
