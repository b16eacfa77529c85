"""What a person decides about a row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from linli.community.rules.roster.columns import Field
from linli.community.rules.roster.reasons import Reason


@dataclass(frozen=True, slots=True)
class Skip:
    """Leave the row out, whatever it says."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Read the row with some cells corrected, and some doubts overruled.

    Attributes:
        fields: Corrected cells, written as they might stand in the sheet; an empty text clears.
        accepting: Doubts the person has looked at; only `reasons.ACCEPTABLE` ones have effect.
            Accepting that the same room has another owner or other details joins the rows.
    """

    fields: Mapping[Field, str] = field(default_factory=dict, repr=False)
    accepting: frozenset[Reason] = frozenset()


Decision: TypeAlias = Skip | Keep
Decisions: TypeAlias = Mapping[str, Decision]
"""Decisions by row id; they belong to one file, for its rows are known by their numbers."""
