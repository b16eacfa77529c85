"""Making a plan: pure computation, run in a thread so that other requests go on."""

from collections.abc import Callable
from dataclasses import dataclass

import orjson

from linli.community.queries.roster_material import RosterMaterial
from linli.community.rules.packed_sheets import unpack_sheets
from linli.community.rules.plan_rows import effect_of
from linli.community.rules.roster import (
    Decisions,
    ImportPlan,
    Sheet,
    Snapshot,
    parse_roster,
    plan_import,
)
from linli.community.rules.roster.collector import cycles_not_searched
from linli.community.rules.sheet_mapping import SheetMapping, layouts_of
from linli.kernel.keyring import Keyring

Report = Callable[[int, int], None]
"""Called with rows done and rows in all."""


@dataclass(frozen=True)
class MadePlan:
    """A plan, what it was compared with, and the keyed digest of what it would write."""

    plan: ImportPlan
    snapshot: Snapshot
    digest: bytes


@cycles_not_searched()
def make_plan(material: RosterMaterial, keyring: Keyring, report: Report) -> MadePlan:
    """Plan an import from its sealed cells.

    Raises:
        ValueError: when the cells have been erased.
    """
    if material.sealed is None or material.sealer is None:
        raise ValueError("the cells of this import are erased")
    place = ("roster_content", material.import_id)
    sheets = unpack_sheets(material.sealer.unseal(*place, material.sealed))
    return plan_sheets(
        sheets, material.mapping, material.known.snapshot(), keyring, report, material.decisions
    )


def plan_sheets(  # noqa: PLR0913, PLR0917 - a plan is made from all of these
    sheets: tuple[Sheet, ...],
    mapping: list[SheetMapping],
    snapshot: Snapshot,
    keyring: Keyring,
    report: Report,
    decisions: Decisions | None = None,
) -> MadePlan:
    """Plan the import of sheets that are at hand."""
    total = sum(len(sheet.rows) for sheet in sheets)
    progress = _Progress(report, total)
    layouts = layouts_of(sheets, mapping)
    parsed = parse_roster(sheets, layouts, decisions, progress.parsing)
    plan = plan_import(parsed, snapshot, progress.planning)
    digest = keyring.digest(orjson.dumps(effect_of(plan)))
    return MadePlan(plan, snapshot, digest)


@dataclass(frozen=True)
class _Progress:
    """Half of the work is reading rows, half is comparing them."""

    report: Report
    rows: int

    def parsing(self, _phase: str, done: int, _total: int) -> None:
        self.report(done // 2, self.rows)

    def planning(self, _phase: str, done: int, steps: int) -> None:
        self.report(self.rows // 2 + self.rows * done // (2 * steps), self.rows)
